package org.ontherecord.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import org.ontherecord.extraction.reading.Span;

/**
 * A text exactly as a program sent it, and the same with clean line ends and composed letters, which is what is read. Leads
 * from a place in what is read back to the place in what was sent.
 */
final class SentText {
    private final String sent;
    private final String read;
    /** For each piece that differs, or run that does not: where it begins in both. Empty when nothing differs. */
    private final List<int[]> pieces;

    private SentText(String sent, String read, List<int[]> pieces) {
        this.sent = sent;
        this.read = read;
        this.pieces = pieces;
    }

    static SentText of(String sent) {
        StringBuilder read = new StringBuilder(sent.length());
        List<int[]> pieces = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < sent.length(); ) {
            int end = pieceEnd(sent, i);
            String piece = sent.substring(i, end);
            String clean = clean(piece);
            changed |= !clean.equals(piece);
            pieces.add(new int[] {read.length(), i});
            read.append(clean);
            i = end;
        }
        return changed ? new SentText(sent, read.toString(), pieces) : new SentText(sent, sent, List.of());
    }

    String sent() {
        return sent;
    }

    String read() {
        return read;
    }

    /** The stretch of what was sent that became this stretch of what is read. */
    Span sent(Span span) {
        return pieces.isEmpty() ? span : new Span(begin(span.from()), end(span.to()));
    }

    private int begin(int index) {
        int[] piece = pieces.get(pieceOf(index));
        return isPlain(pieceOf(index)) ? piece[1] + index - piece[0] : piece[1];
    }

    private int end(int index) {
        int last = pieceOf(index - 1);
        int[] piece = pieces.get(last);
        return isPlain(last) ? piece[1] + index - piece[0] : sentEnd(last);
    }

    private boolean isPlain(int number) {
        int[] piece = pieces.get(number);
        return readEnd(number) - piece[0] == sentEnd(number) - piece[1];
    }

    private int readEnd(int number) {
        return number + 1 < pieces.size() ? pieces.get(number + 1)[0] : read.length();
    }

    private int sentEnd(int number) {
        return number + 1 < pieces.size() ? pieces.get(number + 1)[1] : sent.length();
    }

    /** The last piece that begins at or before the index; among pieces of which nothing is left, the one behind them. */
    private int pieceOf(int index) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle)[0] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** A run of plain characters, one line end, or one letter with the marks upon it. */
    private static int pieceEnd(String text, int from) {
        if (text.charAt(from) == '\r') {
            return from + (from + 1 < text.length() && text.charAt(from + 1) == '\n' ? 2 : 1);
        }
        int i = from;
        while (i < text.length() && text.charAt(i) != '\r') {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (next < text.length() && joins(text.codePointAt(next))) {
                if (i > from) {
                    return i;
                }
                while (next < text.length() && joins(text.codePointAt(next))) {
                    next += Character.charCount(text.codePointAt(next));
                }
                return next;
            }
            if (isUnplain(codePoint)) {
                return i > from ? i : next;
            }
            i = next;
        }
        return i;
    }

    /** Marks, and the vowels and finals of Korean letters written in parts. */
    private static boolean joins(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || codePoint >= 0x1160 && codePoint <= 0x11FF;
    }

    private static boolean isUnplain(int codePoint) {
        return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t'
                || codePoint == 0xFEFF
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }

    private static String clean(String piece) {
        int first = piece.codePointAt(0);
        if (first == '\r' || first == 0x85 || first == 0x2028 || first == 0x2029 || first == 0x0B || first == '\f') {
            return "\n";
        }
        if (isUnplain(first)) {
            return " ";
        }
        String composed = Normalizer.normalize(piece, Normalizer.Form.NFC);
        return piece.codePointCount(0, piece.length()) > 1 && composed.length() != piece.length() && plainRun(piece)
                ? piece
                : composed;
    }

    /** Whether no mark is in it: then a change of length could not be led back, and the letters stay as they are. */
    private static boolean plainRun(String piece) {
        return piece.codePoints().noneMatch(SentText::joins);
    }
}
