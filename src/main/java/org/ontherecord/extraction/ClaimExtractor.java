package org.ontherecord.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.ontherecord.article.Quote;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;

/**
 * Proposes the claims of a text by rules that a person can follow: quotations, reported speech, promises and figures, each
 * pinned to the text's own words. It ranks for reading; what it leaves out can be marked by hand.
 */
public final class ClaimExtractor {

    public static final String VERSION = "rules 1";

    static final int MOST = 200;

    private ClaimExtractor() {}

    /** All proposals of a text in text order; language and date may be null. */
    public static Findings propose(String text, String language, LocalDate publishedOn) {
        List<Draft> drafts = new Reading(text, language).drafts();
        drafts.sort(Comparator.comparingInt((Draft draft) -> -draft.worth().score())
                .thenComparingInt(draft -> draft.span().from()));
        List<Draft> kept = new ArrayList<>();
        for (Draft draft : drafts) {
            if (kept.size() < MOST
                    && kept.stream().noneMatch(better -> better.span().meets(draft.span()))) {
                kept.add(draft);
            }
        }
        kept.sort(Comparator.comparingInt(draft -> draft.span().from()));
        return checked(text, publishedOn, kept);
    }

    /** A proposal whose words do not stand in the text at its offsets is dropped and counted, whatever made it. */
    private static Findings checked(String text, LocalDate publishedOn, List<Draft> kept) {
        List<Proposal> proposals = new ArrayList<>();
        int dropped = 0;
        for (Draft draft : kept) {
            Quote quote = Quote.between(text, draft.span().from(), draft.span().to());
            if (quote.standsIn(text)) {
                proposals.add(draft.proposal(quote, publishedOn));
            } else {
                dropped++;
            }
        }
        return new Findings(List.copyOf(proposals), dropped);
    }

    /** A proposal in the making. */
    record Draft(Span span, Worth worth, boolean promise, boolean direct, String speaker, String beside, String plain) {

        Proposal proposal(Quote quote, LocalDate publishedOn) {
            return new Proposal(
                    quote,
                    worth.score(),
                    worth.reasons(),
                    promise ? Claim.Kind.PROMISE : Claim.Kind.STATEMENT,
                    direct ? Appearance.Mode.SAID : Appearance.Mode.REPORTED,
                    speaker,
                    SaidOn.in(beside, publishedOn),
                    Wording.of(plain, promise, direct ? null : speaker));
        }
    }
}
