package org.ontherecord.extraction.model;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.ontherecord.article.Quote;
import org.ontherecord.claim.Appearance;
import org.ontherecord.extraction.Proposal;

import static org.assertj.core.api.Assertions.assertThat;

/** The mayor and her town are invented. */
class VerifiedTest {

    private static final String TEXT = """
            Mayor Dana Moss spoke on Friday. "We lost 300 jobs in 🏭 March," Moss said.

            The budget rose by 12 percent last year, the council's report says.

            Read more: The bridge that nobody wanted to pay for""";

    @Test
    void aQuoteThatStandsLetterByLetterBecomesAProposal() {
        Verified verified = verify(suggest("We lost 300 jobs in 🏭 March", "Dana Moss"));
        Proposal proposal = verified.proposals().get(0);
        assertThat(proposal.quote().standsIn(TEXT)).isTrue();
        assertThat(proposal.mode()).isEqualTo(Appearance.Mode.SAID);
        assertThat(proposal.speakerName()).isEqualTo("Dana Moss");
        assertThat(proposal.reasons()).containsExactly("Proposed by a model");
        assertThat(proposal.score()).isEqualTo(42);
        assertThat(proposal.wording()).isEqualTo("A plain sentence.");
    }

    @Test
    void whatIsNotInTheTextIsDroppedAndCounted() {
        Verified verified = verify(
                suggest("We lost 301 jobs in 🏭 March", null),
                suggest("we lost 300 jobs in 🏭 march", null),
                suggest("e lost 300 jobs in", null),
                suggest("  ", null),
                suggest("March", null));
        assertThat(verified.proposals()).isEmpty();
        assertThat(verified.unverifiable()).isEqualTo(5);
    }

    @Test
    void aSpeakerTheTextDoesNotNameIsLeftOpen() {
        assertThat(verify(suggest("The budget rose by 12 percent last year", "Ana Nobody"))
                        .proposals())
                .extracting(Proposal::speakerName)
                .containsOnlyNulls();
    }

    @Test
    void whatIsACandidateAlreadyIsNotProposedAgain() {
        Quote there = Quote.between(TEXT, TEXT.indexOf("We lost"), TEXT.indexOf(" in 🏭"));
        Verified verified = Verified.of(
                new ModelAnswer(List.of(
                        suggest("We lost 300 jobs in 🏭 March", null),
                        suggest("The budget rose by 12 percent", null),
                        suggest("rose by 12 percent last year", null))),
                TEXT,
                "en",
                null,
                List.of(there),
                words -> 42);
        assertThat(verified.proposals()).hasSize(1);
        assertThat(verified.doubled()).isEqualTo(2);
    }

    @Test
    void pageFurnitureIsNoCandidateWhoeverProposesIt() {
        Verified verified = verify(suggest("The bridge that nobody wanted to pay for", null));
        assertThat(verified.proposals()).isEmpty();
        assertThat(verified.furniture()).isOne();
    }

    @Test
    void aLongTextIsCutWhereAParagraphEnds() {
        String paragraph = "words ".repeat(1_000).strip();
        String text = String.join("\n\n", java.util.Collections.nCopies(10, paragraph));
        assertThat(Prompt.opening(text)).endsWith("words").hasSizeLessThanOrEqualTo(Prompt.MOST_OF_TEXT);
        assertThat(text.substring(Prompt.opening(text).length())).startsWith("\n\n");
        assertThat(Prompt.of("THE TEXT")).contains("<article>\nTHE TEXT\n</article>");
    }

    private static ModelAnswer.Suggestion suggest(String quote, String speaker) {
        return new ModelAnswer.Suggestion(quote, speaker, null, "A plain\u0000\nsentence.");
    }

    private static Verified verify(ModelAnswer.Suggestion... suggestions) {
        return Verified.of(new ModelAnswer(Arrays.asList(suggestions)), TEXT, "en", null, List.of(), words -> 42);
    }
}
