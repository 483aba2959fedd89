package org.ontherecord.extraction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.article.Quote;
import org.ontherecord.extraction.reading.Deadline;
import org.ontherecord.extraction.reading.Quotation;
import org.ontherecord.extraction.reading.Span;
import org.ontherecord.extraction.reading.Time;

/** What was found in a text that was sent to be read. Places count Unicode code points of the text as sent, the end exclusive. */
@Schema(name = "ExtractionAnswer")
record ExtractionAnswer(
        @Schema(description = "Proposed claims, most worth checking first")
        List<Found> candidates,

        @Schema(description = "Everything somebody is said to have said, in text order")
        List<Said> quotations) {

    /** One proposed claim. */
    @Schema(name = "ExtractedCandidate")
    record Found(
            @Schema(description = "Its exact words with 32 characters before and after, and their place")
            Quote quote,

            @Schema(description = "Worth checking, 0 to 100; ranks, never judges")
            int score,

            @Schema(
                    description = "promise, prediction, statistic, past_fact, position or quote_of_another",
                    example = "promise")
            String kind,

            @Schema(description = "As the text names them; null when it does not say")
            String speaker,

            @Schema(description = "When it was said, by the text and published_on; null when they do not tell")
            Rough saidOn,

            @Schema(description = "By when it was promised; null when the text does not say")
            By deadline,

            @Schema(description = "What moved the score") List<String> reasons) {}

    /** A day known as exactly as the precision says. */
    @Schema(name = "ExtractedDate")
    record Rough(
            @Schema(description = "The first day it can have been")
            LocalDate date,

            @Schema(description = "day, month or year") String precision) {}

    /** A deadline in the text's own words; date and precision are null as long as its rule has no day. */
    @Schema(name = "ExtractedDeadline")
    record By(
            @Schema(description = "As the text has it") String words,

            @Schema(description = "What it counts from, in words")
            String rule,

            @Schema(description = "The last day, when the text and published_on tell")
            LocalDate date,

            @Schema(description = "day, month or year") String precision) {}

    /** A quotation; the speaker's place is where words name them, null when no words there do. */
    @Schema(name = "ExtractedQuotation")
    record Said(
            @Schema(description = "Where the words begin") int start,

            @Schema(description = "Where they end, exclusive")
            int end,

            @Schema(description = "Whether they are the speaker's own words")
            boolean direct,

            @Schema(description = "The speaker's name; null when the text does not say")
            String speaker,

            @Schema(description = "Where the words that name them begin")
            Integer speakerStart,

            @Schema(description = "Where these end, exclusive")
            Integer speakerEnd) {}

    static ExtractionAnswer of(SentText text, Findings findings) {
        CodePoints sent = new CodePoints(text.sent());
        List<Found> candidates = findings.proposals().stream()
                .map(proposal -> found(text, proposal))
                .filter(found -> found.quote().standsIn(text.sent()))
                .sorted(Comparator.comparingInt((Found found) -> -found.score())
                        .thenComparingInt(found -> found.quote().start()))
                .toList();
        List<Said> quotations = findings.quotations().stream()
                .map(quotation -> said(text, sent, quotation))
                .toList();
        return new ExtractionAnswer(candidates, quotations);
    }

    private static Found found(SentText text, Proposal proposal) {
        int from = text.read().offsetByCodePoints(0, proposal.quote().start());
        Span span = text.sent(new Span(from, from + proposal.quote().exact().length()));
        return new Found(
                Quote.between(text.sent(), span.from(), span.to()),
                proposal.score(),
                proposal.kind().name().toLowerCase(Locale.ROOT),
                proposal.speakerName(),
                rough(proposal.said()),
                by(proposal.deadline()),
                proposal.reasons());
    }

    private static Said said(SentText text, CodePoints sent, Quotation quotation) {
        Span quoted = text.sent(quotation.quoted());
        Span named = quotation.speakerWords() == null ? null : text.sent(quotation.speakerWords());
        return new Said(
                sent.before(quoted.from()),
                sent.before(quoted.to()),
                quotation.direct(),
                quotation.speaker(),
                named == null ? null : sent.before(named.from()),
                named == null ? null : sent.before(named.to()));
    }

    private static Rough rough(Time said) {
        return said == null
                ? null
                : new Rough(said.from(), said.precision().name().toLowerCase(Locale.ROOT));
    }

    private static By by(Deadline deadline) {
        return deadline == null
                ? null
                : new By(
                        deadline.words(),
                        deadline.rule(),
                        deadline.date(),
                        deadline.precision() == null
                                ? null
                                : deadline.precision().name().toLowerCase(Locale.ROOT));
    }

    /** How many code points stand before a char index; counted once, since there may be thousands of quotations. */
    private static final class CodePoints {
        private final int[] before;

        CodePoints(String text) {
            before = text.codePointCount(0, text.length()) == text.length() ? null : new int[text.length() + 1];
            for (int i = 0; before != null && i < text.length(); i++) {
                boolean second = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
                before[i + 1] = before[i] + (second ? 0 : 1);
            }
        }

        int before(int index) {
            return before == null ? index : before[index];
        }
    }
}
