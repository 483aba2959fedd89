package org.ontherecord.extraction.reading;

import java.util.ArrayList;
import java.util.List;

/** The stretches of a paragraph that stand between quotation marks, of whatever kind. */
final class QuotationMarks {

    /** The words between the marks, the stretch with the marks, and whether the paragraph ended before they closed. */
    record Marked(Span words, Span marked, boolean open) {}

    private QuotationMarks() {}

    static List<Marked> in(String text, Span paragraph) {
        List<Marked> found = new ArrayList<>();
        int i = paragraph.from();
        while (i < paragraph.to()) {
            String closers = closers(text, paragraph, i);
            if (closers == null) {
                i++;
                continue;
            }
            int close = close(text, paragraph, i + 1, closers);
            boolean open = close < 0;
            int end = open ? paragraph.to() : close;
            if (open && closers.indexOf('\'') >= 0) {
                i++;
                continue;
            }
            Span words = new Span(i + 1, end).trimmed(text);
            if (words.length() > 0) {
                found.add(new Marked(words, new Span(i, open ? end : end + 1), open));
            }
            i = open ? end : end + 1;
        }
        return found;
    }

    private static String closers(String text, Span paragraph, int index) {
        return switch (text.charAt(index)) {
            case '“' -> "”\"“";
            case '„', '‟' -> "“”\"";
            case '«' -> "»";
            case '»' -> "«";
            case '”', '"', '＂' -> "”\"＂";
            case '「' -> "」";
            case '‘', '\'', '‚', '‹' -> opensSingle(text, paragraph, index) ? "’'‘›" : null;
            default -> null;
        };
    }

    /** A single mark opens only at the start of a word, or every "dogs' dinner" would. */
    private static boolean opensSingle(String text, Span paragraph, int index) {
        boolean before = index == paragraph.from() || !Character.isLetterOrDigit(text.charAt(index - 1));
        return before
                && index + 1 < paragraph.to()
                && Character.isLetterOrDigit(text.charAt(index + 1))
                && (index == paragraph.from() || text.charAt(index - 1) != '’');
    }

    private static int close(String text, Span paragraph, int from, String closers) {
        boolean single = closers.indexOf('\'') >= 0;
        for (int i = from; i < paragraph.to(); i++) {
            if (closers.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            if (!single) {
                return i;
            }
            boolean wordEnds = i + 1 >= paragraph.to() || !Character.isLetterOrDigit(text.charAt(i + 1));
            boolean plural = text.charAt(i - 1) == 's'
                    && i + 2 < paragraph.to()
                    && Character.isLowerCase(text.charAt(i + 2))
                    && text.charAt(i + 1) == ' ';
            if (wordEnds && !plural) {
                return i;
            }
        }
        return -1;
    }
}
