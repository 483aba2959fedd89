package org.ontherecord.extraction;

import java.time.LocalDate;

import org.ontherecord.extraction.reading.Span;
import org.ontherecord.extraction.reading.Surroundings;
import org.ontherecord.matching.Utterance;
import org.ontherecord.platform.RoughDate;

/** A candidate as something said: its exact words, with the sentences around them, who said it and when. */
final class InContext {
    /** As many as the ranking was trained with (matching's own figures: docs/measured.md). */
    private static final int BEFORE = 3;

    private static final int AFTER = 2;

    private InContext() {}

    /** The speaker's name is the one on record if we know them; the day is the article's where the text tells none. */
    static Utterance of(Candidate candidate) {
        String text = candidate.snapshot.text;
        int from = text.offsetByCodePoints(0, candidate.quoteStart);
        int to = text.offsetByCodePoints(from, candidate.quoteEnd - candidate.quoteStart);
        var around = Surroundings.of(text, candidate.snapshot.article.language, new Span(from, to), BEFORE, AFTER);
        LocalDate day = candidate.saidPrecision == RoughDate.Precision.DAY
                ? candidate.saidOn
                : candidate.snapshot.article.publishedOn;
        return Utterance.of(candidate.quoteExact)
                .by(candidate.speaker == null ? candidate.speakerName : candidate.speaker.name)
                .on(day)
                .between(around.before(), around.after());
    }
}
