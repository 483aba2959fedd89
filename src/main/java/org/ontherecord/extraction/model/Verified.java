package org.ontherecord.extraction.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.ontherecord.article.CleanText;
import org.ontherecord.article.Quote;
import org.ontherecord.claim.Appearance;
import org.ontherecord.extraction.Proposal;
import org.ontherecord.extraction.reading.PageFurniture;
import org.ontherecord.extraction.reading.Quotation;
import org.ontherecord.extraction.reading.TextReading;

/**
 * What of a model's answer holds against the text: quotes that stand in it letter by letter and in no candidate yet. The rest
 * is only counted.
 */
record Verified(List<Proposal> proposals, int unverifiable, int furniture, int doubled) {

    /** How a candidate says where it comes from. */
    static final String REASON = "Proposed by a model";

    private static final int SHORTEST = 12;
    private static final int LONGEST = 1_000;
    private static final int LONGEST_WORDING = 300;
    private static final int LONGEST_NAME = 100;

    /** How much words are worth checking, 0 to 100. */
    interface Scale {
        int of(String words);
    }

    /** Those already there are candidates of the text, decided or not. */
    static Verified of(
            ModelAnswer answer, String text, String language, LocalDate publishedOn, List<Quote> there, Scale scale) {
        List<Quotation> quotations =
                answer.suggestions().isEmpty() ? List.of() : new TextReading(text, language, publishedOn).quotations();
        List<Quote> taken = new ArrayList<>(there);
        List<Proposal> proposals = new ArrayList<>();
        int unverifiable = 0;
        int furniture = 0;
        int doubled = 0;
        for (ModelAnswer.Suggestion suggestion : answer.suggestions()) {
            String words = suggestion.quote().strip();
            int at = words.length() < SHORTEST || words.length() > LONGEST ? -1 : place(text, words);
            if (at < 0) {
                unverifiable++;
            } else if (PageFurniture.is(lineAt(text, at))) {
                furniture++;
            } else {
                Quote quote = Quote.between(text, at, at + words.length());
                if (taken.stream().anyMatch(quote::overlaps)) {
                    doubled++;
                } else {
                    taken.add(quote);
                    proposals.add(proposal(suggestion, quote, at, text, quotations, scale));
                }
            }
        }
        return new Verified(List.copyOf(proposals), unverifiable, furniture, doubled);
    }

    private static Proposal proposal(
            ModelAnswer.Suggestion suggestion,
            Quote quote,
            int at,
            String text,
            List<Quotation> quotations,
            Scale scale) {
        int end = at + quote.exact().length();
        boolean direct = quotations.stream()
                .anyMatch(one -> one.direct()
                        && one.quoted().from() <= at + 1
                        && end <= one.quoted().to() + 1);
        return new Proposal(
                quote,
                scale.of(quote.exact()),
                List.of(REASON),
                suggestion.kind(),
                direct ? Appearance.Mode.SAID : Appearance.Mode.REPORTED,
                speaker(suggestion.speaker(), text),
                null,
                null,
                wording(suggestion.wording(), quote.exact()));
    }

    /** Where whole words stand, or -1; a word cut in two is no quotation. */
    private static int place(String text, String words) {
        int at = text.indexOf(words);
        while (at >= 0 && (isInsideWord(text, at) || isInsideWord(text, at + words.length()))) {
            at = text.indexOf(words, at + 1);
        }
        return at;
    }

    private static boolean isInsideWord(String text, int index) {
        if (index <= 0 || index >= text.length()) {
            return false;
        }
        int after = text.codePointAt(index);
        return Character.isLowSurrogate(text.charAt(index)) && Character.isHighSurrogate(text.charAt(index - 1))
                || Character.getType(after) == Character.NON_SPACING_MARK
                || Character.isLetterOrDigit(after) && Character.isLetterOrDigit(text.codePointBefore(index));
    }

    private static String lineAt(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length() : end)
                .strip();
    }

    /** A name the text does not hold is an invention. */
    private static String speaker(String name, String text) {
        return name != null && name.length() <= LONGEST_NAME && place(text, name) >= 0 ? name : null;
    }

    private static String wording(String suggested, String exact) {
        String words = CleanText.of(Objects.requireNonNullElse(suggested, exact))
                .replaceAll("\\s+", " ")
                .strip();
        if (words.isEmpty()) {
            words = exact;
        }
        return words.codePointCount(0, words.length()) <= LONGEST_WORDING
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_WORDING - 1)) + "…";
    }
}
