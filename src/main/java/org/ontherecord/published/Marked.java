package org.ontherecord.published;

import java.util.ArrayList;
import java.util.List;

/** A text in pieces: those that were searched for, and the rest. */
public record Marked(List<Piece> pieces) {
    /** Where a found word begins and ends, in characters that the text itself has none of. */
    static final String BEGINS = "\uE000";

    static final String ENDS = "\uE001";

    /** Some characters of a text. */
    public record Piece(String text, boolean found) {}

    static Marked of(String text) {
        var pieces = new ArrayList<Piece>();
        for (String part : text.split(BEGINS, -1)) {
            int end = part.indexOf(ENDS);
            if (end >= 0) {
                pieces.add(new Piece(part.substring(0, end), true));
            }
            if (end + 1 < part.length()) {
                pieces.add(new Piece(part.substring(end + 1), false));
            }
        }
        return new Marked(pieces);
    }

    /** Whether anything in it was searched for. */
    public boolean isFound() {
        return pieces.stream().anyMatch(Piece::found);
    }
}
