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
        return of(candidate, around(candidate));
    }

    static Utterance of(Candidate candidate, Surroundings around) {
        LocalDate day = candidate.saidPrecision == RoughDate.Precision.DAY
                ? candidate.saidOn
                : candidate.snapshot.article.publishedOn;
        return Utterance.of(candidate.quoteExact)
                .by(candidate.speaker == null ? candidate.speakerName : candidate.speaker.name)
                .on(day)
                .between(around.before(), around.after());
    }

    static Surroundings around(Candidate candidate) {
        return Surroundings.of(
                candidate.snapshot.text, candidate.snapshot.article.language, span(candidate), BEFORE, AFTER);
    }

    /** What stands around the words in the article, to the letter. */
    static CandidateDesk.Context read(Candidate candidate, Surroundings around) {
        String text = candidate.snapshot.text;
        Span exact = span(candidate);
        return new CandidateDesk.Context(
                text.substring(around.all().from(), exact.from()),
                text.substring(exact.to(), around.all().to()));
    }

    private static Span span(Candidate candidate) {
        String text = candidate.snapshot.text;
        int from = text.offsetByCodePoints(0, candidate.quoteStart);
        return new Span(from, text.offsetByCodePoints(from, candidate.quoteEnd - candidate.quoteStart));
    }
}
