package org.ontherecord.article;

import java.text.Normalizer;

/**
 * Foreign text made safe to store: no NUL or other control characters (PostgreSQL refuses the first), no lone
 * surrogates, one kind of line end, NFC. Letters, spaces and direction marks stay as they were given.
 */
public final class CleanText {

    private CleanText() {}

    public static String of(String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        StringBuilder clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int codePoint = raw.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            switch (codePoint) {
                case '\r' -> {
                    if (next >= raw.length() || raw.charAt(next) != '\n') {
                        clean.append('\n');
                    }
                }
                case '\u0085', '\u2028', '\u000B', '\f' -> clean.append('\n');
                case '\u2029' -> clean.append("\n\n");
                case '\n', '\t' -> clean.append((char) codePoint);
                default -> {
                    if (isText(codePoint)) {
                        clean.appendCodePoint(codePoint);
                    }
                }
            }
            i = next;
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    /** The same for a title or a name: one line, single spaces, at most so many characters. */
    public static String line(String raw, int most) {
        String line = of(raw).replaceAll("[\\s\\p{Z}]++", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)).strip();
    }

    private static boolean isText(int codePoint) {
        return !Character.isISOControl(codePoint)
                && codePoint != 0xFEFF
                && (codePoint & 0xFFFE) != 0xFFFE
                && !(codePoint >= 0xFDD0 && codePoint <= 0xFDEF)
                && !(codePoint >= 0xD800 && codePoint <= 0xDFFF);
    }
}
