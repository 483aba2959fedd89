package org.ontherecord.extraction.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.ontherecord.extraction.reading.Labelled.Given;
import org.ontherecord.extraction.reading.Labelled.Passage;

/** How well quotations and their speakers are found in labelled passages; quotations of fewer than four words are not counted. */
public final class ReadingScore {

    private static final int WORDS = 4;

    int gold;
    int found;
    int sourced;
    int named;
    int proposed;
    int right;
    final List<String> misses = new ArrayList<>();

    static ReadingScore of(String file, boolean direct) {
        ReadingScore score = new ReadingScore();
        Labelled.of(file).forEach(passage -> score.add(passage, direct));
        return score;
    }

    private void add(Passage passage, boolean direct) {
        List<Quotation> quotations = new TextReading(passage.text(), "en", null)
                .quotations().stream()
                        .filter(quotation -> quotation.direct() == direct)
                        .toList();
        for (Given given : passage.given()) {
            if (given.direct() != direct
                    || Words.count(given.words().of(passage.text())) < WORDS
                    || given.named().isEmpty()) {
                continue;
            }
            gold++;
            Quotation match = quotations.stream()
                    .filter(quotation -> mostly(quotation.quoted(), given.words()))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                misses.add("lost   " + passage.title() + ": " + given.words().of(passage.text()));
                continue;
            }
            found++;
            boolean source = match.speakerWords() != null
                    && given.named().stream().anyMatch(span -> span.meets(match.speakerWords()));
            boolean name = Objects.equals(match.speaker(), given.speaker());
            sourced += source ? 1 : 0;
            named += name ? 1 : 0;
            if (!source || !name) {
                misses.add((source ? "name   " : "source ") + passage.title() + ": "
                        + given.words().of(passage.text()) + " -> "
                        + (match.speakerWords() == null
                                ? null
                                : match.speakerWords().of(passage.text())) + " = "
                        + match.speaker() + ", not " + given.speaker());
            }
        }
        for (Quotation quotation : quotations) {
            boolean hit = passage.given().stream().anyMatch(given -> mostly(quotation.quoted(), given.words()));
            proposed++;
            right += hit ? 1 : 0;
            if (!hit) {
                misses.add(
                        "extra  " + passage.title() + ": " + quotation.quoted().of(passage.text()));
            }
        }
    }

    /** What the bench prints, of the passages nobody tuned on. */
    public static Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (boolean direct : new boolean[] {true, false}) {
            ReadingScore score = of("quotations-heldout.txt", direct);
            String kind = direct ? "direct quotations: " : "indirect quotations: ";
            figures.put(kind + "labelled", score.gold);
            figures.put(kind + "recall", score.recall());
            figures.put(kind + "precision", score.precision());
            figures.put(kind + "found with the words for their source", score.endToEnd());
            figures.put(kind + "found with the speaker's name", score.names());
        }
        return figures;
    }

    double recall() {
        return (double) found / gold;
    }

    double precision() {
        return (double) right / proposed;
    }

    /** Found, and the words that name the source are the right ones. */
    double endToEnd() {
        return (double) sourced / gold;
    }

    double names() {
        return (double) named / gold;
    }

    private static boolean mostly(Span one, Span other) {
        int shared = Math.min(one.to(), other.to()) - Math.max(one.from(), other.from());
        return shared * 2 >= Math.max(one.length(), other.length())
                || shared * 10 >= 8 * Math.min(one.length(), other.length()) && shared > 0;
    }

    @Override
    public String toString() {
        return "%d labelled: found %.3f, precision %.3f, with the right words for the source %.3f, right name %.3f"
                .formatted(gold, recall(), precision(), endToEnd(), names());
    }
}
