package org.ontherecord.extraction.model;

import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import org.ontherecord.extraction.Proposal;

/** Whatever a model answers, it is refused in words, or what is left of it stands in the text. */
class ModelAnswerFuzzTest {

    @FuzzTest(maxDuration = "20s")
    void whatIsProposedStandsInTheText(FuzzedDataProvider data) {
        String text = data.consumeString(400);
        String answer = data.consumeBoolean()
                ? data.consumeString(400)
                : "[{\"quote\": \"" + data.consumeString(60) + "\", \"wording\": \"" + data.consumeString(60) + "\"}]";
        try {
            Verified verified = Verified.of(ModelAnswer.read(answer), text, "en", null, List.of(), words -> 50);
            for (Proposal proposal : verified.proposals()) {
                if (!proposal.quote().standsIn(text)
                        || proposal.wording().isBlank()
                        || proposal.wording()
                                        .codePointCount(0, proposal.wording().length())
                                > 300) {
                    throw new AssertionError(proposal);
                }
            }
        } catch (ModelTrouble refused) {
            // in words
        }
    }
}
