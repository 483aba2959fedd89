package org.ontherecord.article;

import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Exact words in a snapshot's text with up to 32 characters of context on both sides. Offsets count Unicode code points
 * and the end is exclusive, so that PostgreSQL, Java and a reader's own program agree on where the words stand.
 */
public record Quote(
        @Schema(description = "The words themselves") String exact,
        @Schema(description = "What stands before them") String prefix,
        @Schema(description = "What stands after them") String suffix,
        @Schema(description = "Where they begin") int start,
        @Schema(description = "Where they end, exclusive") int end) {

    static final int CONTEXT = 32;

    public Quote {
        Objects.requireNonNull(exact, "exact");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A quote has at least one character: " + start + ".." + end);
        }
    }

    /** The quote between two code point offsets of a text. */
    public static Quote at(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        return between(text, from, text.offsetByCodePoints(from, end - start));
    }

    /** The quote between two {@code char} indexes of a text, as regular expressions and sentence splitters count. */
    public static Quote between(String text, int fromChar, int toChar) {
        int start = text.codePointCount(0, fromChar);
        return new Quote(
                text.substring(fromChar, toChar),
                text.substring(back(text, fromChar), fromChar),
                text.substring(toChar, forward(text, toChar)),
                start,
                start + text.codePointCount(fromChar, toChar));
    }

    /** Whether the text holds exactly these words at exactly this place. */
    public boolean standsIn(String text) {
        int length = text.codePointCount(0, text.length());
        if (end > length) {
            return false;
        }
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start)).equals(exact);
    }

    public boolean overlaps(Quote other) {
        return start < other.end && other.start < end;
    }

    /** Whether both are the same words at the same place, whatever marks stand around them: with a full stop and without. */
    public boolean isSameWordsAs(Quote other) {
        return firstLetter() == other.firstLetter() && lastLetter() == other.lastLetter();
    }

    private int firstLetter() {
        return start
                + (int) exact.codePoints()
                        .takeWhile(c -> !Character.isLetterOrDigit(c))
                        .count();
    }

    private int lastLetter() {
        int letters = 0;
        int seen = 0;
        for (int i = 0; i < exact.length(); i += Character.charCount(exact.codePointAt(i))) {
            seen++;
            if (Character.isLetterOrDigit(exact.codePointAt(i))) {
                letters = seen;
            }
        }
        return start + letters;
    }

    private static int back(String text, int index) {
        return text.offsetByCodePoints(index, -Math.min(CONTEXT, text.codePointCount(0, index)));
    }

    private static int forward(String text, int index) {
        return text.offsetByCodePoints(index, Math.min(CONTEXT, text.codePointCount(index, text.length())));
    }
}
