package org.ontherecord.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the words a person typed or pasted in a snapshot's text: exactly as they stand, else with case, quotation marks,
 * dashes and white space made alike. What it returns are always the text's own words.
 */
public final class QuoteFinder {

    private static final int MOST = 20;
    private static final Pattern OUTER_MARKS = Pattern.compile("^[\\p{Pi}\\p{Pf}„\"'\\s]++|[\\p{Pi}\\p{Pf}\"'\\s]++$");

    private QuoteFinder() {}

    /** Every place where the words stand, in text order; more than one means that a person has to choose. */
    public static List<Quote> find(String text, String words) {
        String wanted = CleanText.of(words).strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<int[]> spots = exact(text, wanted);
        if (spots.isEmpty()) {
            spots = alike(text, wanted);
        }
        if (spots.isEmpty()) {
            spots = alike(text, OUTER_MARKS.matcher(wanted).replaceAll(""));
        }
        return wholeWords(text, spots).stream()
                .limit(MOST)
                .map(spot -> Quote.between(text, spot[0], spot[1]))
                .toList();
    }

    private static List<int[]> exact(String text, String wanted) {
        List<int[]> spots = new ArrayList<>();
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            spots.add(new int[] {at, at + wanted.length()});
        }
        spots.removeIf(spot -> splitsLetter(text, spot[0]) || splitsLetter(text, spot[1]));
        return spots;
    }

    private static List<int[]> alike(String text, String wanted) {
        Folded hay = Folded.of(text);
        String needle = Folded.of(wanted).letters.toString().strip();
        List<int[]> spots = new ArrayList<>();
        if (needle.isEmpty()) {
            return spots;
        }
        for (int at = hay.letters.indexOf(needle); at >= 0; at = hay.letters.indexOf(needle, at + 1)) {
            int last = at + needle.length() - 1;
            int[] spot = {hay.from[at], hay.to[last]};
            if (!splitsLetter(text, spot[0]) && !splitsLetter(text, spot[1])) {
                spots.add(spot);
            }
        }
        return spots;
    }

    /** "cat" stands in "concatenate" too; such places count only when there is no better one. */
    private static List<int[]> wholeWords(String text, List<int[]> spots) {
        List<int[]> whole = spots.stream()
                .filter(spot -> !insideWord(text, spot[0]) && !insideWord(text, spot[1]))
                .toList();
        return whole.isEmpty() ? spots : whole;
    }

    private static boolean insideWord(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isLetterOrDigit(text.codePointBefore(index))
                && Character.isLetterOrDigit(text.codePointAt(index));
    }

    private static boolean splitsLetter(String text, int index) {
        if (index <= 0 || index >= text.length()) {
            return false;
        }
        int type = Character.getType(text.codePointAt(index));
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** A text with look-alikes folded together, and for each folded character where it came from. */
    private record Folded(StringBuilder letters, int[] from, int[] to) {

        static Folded of(String text) {
            StringBuilder letters = new StringBuilder(text.length());
            int[] from = new int[Math.max(16, text.length() * 2)];
            int[] to = new int[from.length];
            for (int i = 0; i < text.length(); ) {
                int codePoint = text.codePointAt(i);
                int next = i + Character.charCount(codePoint);
                String folded = fold(codePoint);
                if (folded.equals(" ") && letters.length() > 0 && letters.charAt(letters.length() - 1) == ' ') {
                    to[letters.length() - 1] = next;
                    folded = "";
                }
                if (letters.length() + folded.length() > from.length) {
                    from = Arrays.copyOf(from, from.length * 2 + folded.length());
                    to = Arrays.copyOf(to, from.length);
                }
                for (int k = 0; k < folded.length(); k++) {
                    from[letters.length()] = i;
                    to[letters.length()] = next;
                    letters.append(folded.charAt(k));
                }
                i = next;
            }
            return new Folded(letters, from, to);
        }

        private static String fold(int codePoint) {
            if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                return " ";
            }
            return switch (codePoint) {
                case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\u200E', '\u200F' -> "";
                case '“', '”', '„', '‟', '«', '»', '″', '＂' -> "\"";
                case '‘', '’', '‚', '‛', '‹', '›', '′', '`', '´', 'ʼ' -> "'";
                case '‐', '‑', '‒', '–', '—', '―', '−' -> "-";
                default ->
                    codePoint < 128
                            ? String.valueOf((char) Character.toLowerCase(codePoint))
                            : Normalizer.normalize(
                                    new String(Character.toChars(Character.toLowerCase(codePoint))),
                                    Normalizer.Form.NFKD);
            };
        }
    }
}
