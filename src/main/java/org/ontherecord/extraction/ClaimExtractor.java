package org.ontherecord.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.ontherecord.article.Quote;
import org.ontherecord.claim.Appearance;
import org.ontherecord.extraction.reading.Draft;
import org.ontherecord.extraction.reading.TextReading;

/**
 * Proposes the claims of a text by rules that a person can follow: quotations, reported speech, promises and figures, each
 * pinned to the text's own words. It ranks for reading; what it leaves out can be marked by hand.
 */
public final class ClaimExtractor {

    public static final String VERSION = "rules 2";

    static final int MOST = 200;
    /** What nobody is named for has to be worth this much to be proposed. */
    private static final int WORTH_OF_UNATTRIBUTED = 30;

    /** A book's worth of drafts is weighed by its best ones: each costs some milliseconds. */
    private static final int MOST_WEIGHED = 400;

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(
                    (Ranked one) -> -one.worth().score())
            .thenComparingInt(one -> one.draft().span().from());

    private ClaimExtractor() {}

    /**
     * All proposals of a text in text order, ranked by rules alone; none in a language we have no words of. Language and date
     * may be null.
     */
    public static Findings propose(String text, String language, LocalDate publishedOn) {
        return propose(text, language, publishedOn, null);
    }

    /** The same, ranked with the log odds that words are worth checking; null where nothing is trained for them. */
    public static Findings propose(
            String text, String language, LocalDate publishedOn, ToDoubleFunction<String> logOdds) {
        TextReading reading = new TextReading(text, language, publishedOn);
        if (!TextReading.reads(language)) {
            return new Findings(List.of(), reading.quotations(), 0);
        }
        List<Draft> drafts = reading.drafts();
        List<Ranked> ranked = new ArrayList<>();
        for (Draft draft : drafts) {
            Worth worth = Worth.of(draft);
            if (draft.attributed() || worth.score() >= WORTH_OF_UNATTRIBUTED) {
                ranked.add(new Ranked(draft, worth));
            }
        }
        ranked.sort(BEST_FIRST);
        if (logOdds != null) {
            ranked.subList(0, Math.min(MOST_WEIGHED, ranked.size())).replaceAll(one -> one.weighed(logOdds));
            ranked.sort(BEST_FIRST);
        }
        List<Ranked> kept = new ArrayList<>();
        for (Ranked one : ranked) {
            if (kept.size() < MOST
                    && kept.stream()
                            .noneMatch(better ->
                                    better.draft().span().meets(one.draft().span()))) {
                kept.add(one);
            }
        }
        kept.sort(Comparator.comparingInt(one -> one.draft().span().from()));
        return checked(text, reading, kept);
    }

    /** A proposal whose words do not stand in the text at its offsets is dropped and counted, whatever made it. */
    private static Findings checked(String text, TextReading reading, List<Ranked> kept) {
        List<Proposal> proposals = new ArrayList<>();
        int dropped = 0;
        for (Ranked one : kept) {
            Quote quote = Quote.between(
                    text, one.draft().span().from(), one.draft().span().to());
            if (quote.standsIn(text)) {
                proposals.add(one.proposal(quote));
            } else {
                dropped++;
            }
        }
        return new Findings(List.copyOf(proposals), reading.quotations(), dropped);
    }

    /** A draft and what it is worth. */
    private record Ranked(Draft draft, Worth worth) {

        Ranked weighed(ToDoubleFunction<String> logOdds) {
            return new Ranked(draft, worth.weighed(logOdds.applyAsDouble(draft.plain()), draft));
        }

        Proposal proposal(Quote quote) {
            return new Proposal(
                    quote,
                    worth.score(),
                    worth.reasons(),
                    draft.kind(),
                    draft.direct() ? Appearance.Mode.SAID : Appearance.Mode.REPORTED,
                    draft.speaker(),
                    draft.saidOn(),
                    draft.deadline(),
                    Wording.of(draft.plain(), draft.isPromise(), draft.direct() ? null : draft.speaker()));
        }
    }
}
