package org.ontherecord.published.sharing;

import java.awt.Color;
import java.util.Locale;

/** The light tokens of the style sheet that a card is painted with; a test holds them to it. */
enum CardColour {
    PAPER(0xfbfaf6),
    RULE(0xdcd8cd),
    INK(0x1a1d21),
    INK2(0x50565e),
    POS2(0x0b5351, 0x0b5351),
    POS1(0x1c9a93, 0x0a615c),
    MID(0xb5822f, 0x6f4a08),
    NEG1(0xb0520f, 0x873c06),
    NEG2(0x8a1515, 0x8a1515),
    PROG(0x3d67bd, 0x2a4f9c),
    NONE(0x666c73, 0x4d535a),
    UNK(0x65408c, 0x573580);

    private static final double TINT = 0.10;

    private final Color fill;
    private final Color text;

    CardColour(int fill) {
        this(fill, fill);
    }

    CardColour(int fill, int text) {
        this.fill = new Color(fill);
        this.text = new Color(text);
    }

    static CardColour ofRole(String role) {
        return valueOf(role.toUpperCase(Locale.ROOT));
    }

    Color fill() {
        return fill;
    }

    Color text() {
        return text;
    }

    /** A tenth of it on the paper, as stretches of the ribbon have. */
    Color tint() {
        return new Color(
                mixed(fill.getRed(), PAPER.fill.getRed()),
                mixed(fill.getGreen(), PAPER.fill.getGreen()),
                mixed(fill.getBlue(), PAPER.fill.getBlue()));
    }

    private static int mixed(int colour, int ground) {
        return (int) Math.round(colour * TINT + ground * (1 - TINT));
    }
}
