package org.ontherecord.extraction.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text and the marks between them, stepped through in both directions. */
final class Tokens {
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.'’‑‐-]*+");

    private static final String STOPS = ",;:()[]\"“”„«»\n\uFFFC";

    private final String text;

    Tokens(String text) {
        this.text = text;
    }

    boolean isStop(int index) {
        return STOPS.indexOf(text.charAt(index)) >= 0;
    }

    boolean isSpace(int index) {
        return isSpace(text.charAt(index));
    }

    /** A hyphen is one when it stands behind a space. */
    boolean isDash(int index) {
        char c = text.charAt(index);
        return c == '—' || c == '–' || c == '-' && index > 0 && isSpace(index - 1);
    }

    String firstWord(int from, int to) {
        Matcher word = WORD.matcher(text).region(Math.min(from, to), to);
        return word.find() && text.substring(from, word.start()).isBlank() ? word.group() : "";
    }

    String lastWord(int from, int to) {
        int start = to;
        while (start > from && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, to);
    }

    boolean endsWithWord(int floor, int end, String word) {
        int from = end - word.length();
        return from > floor && text.startsWith(word, from) && isSpace(from - 1);
    }

    int lastComma(int floor, int end) {
        for (int i = end - 1; i >= floor; i--) {
            char c = text.charAt(i);
            if (c == ',' || isDash(i)) {
                return i;
            }
            if (c == '\n' || c == '\uFFFC' || c == ';') {
                return -1;
            }
        }
        return -1;
    }

    boolean gapIsPlain(int from, int to, boolean first) {
        for (int i = from; i < to; i++) {
            if (isStop(i) || isDash(i) || !first && ".?!".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    int trimmed(int floor, int end) {
        int at = end;
        while (at > floor && isSpace(at - 1)) {
            at--;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
