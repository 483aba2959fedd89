package org.ontherecord.extraction.reading;

/** A stretch of a text in {@code char} indexes, the end exclusive. */
public record Span(int from, int to) {

    public String of(String text) {
        return text.substring(from, to);
    }

    public boolean holds(int index) {
        return from <= index && index < to;
    }

    public boolean holds(Span other) {
        return from <= other.from && other.to <= to;
    }

    public boolean meets(Span other) {
        return from < other.to && other.from < to;
    }

    public int length() {
        return to - from;
    }

    /** Without white space at both ends. */
    public Span trimmed(String text) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
