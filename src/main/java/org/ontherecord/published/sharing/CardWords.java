package org.ontherecord.published.sharing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words set in lines as wide as a card, from the left or, in scripts that begin there, from the right. */
record CardWords(List<TextLayout> lines, float size, boolean whole) {
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);
    private static final float LEADING = 1.08f;

    /** The largest size at which the words fit into the lines and the height; cut at a word if none is small enough. */
    static CardWords fitted(String words, CardFont font, Room room) {
        CardWords last = null;
        for (float size = room.largest; size >= room.smallest; size -= 2) {
            int most = (int) Math.max(1, Math.min(room.lines, room.height / (size * LEADING)));
            last = set(words, font, size, room.width, most);
            if (last.whole) {
                return last;
            }
        }
        return cut(words, font, room, last.lines.size());
    }

    static CardWords line(String words, CardFont font, float size) {
        return new CardWords(List.of(new TextLayout(font.written(words, size).getIterator(), SMOOTH)), size, true);
    }

    record Room(float width, float height, int lines, float largest, float smallest) {}

    float height() {
        return lines.size() * size * LEADING;
    }

    float width() {
        return (float) lines.stream().mapToDouble(TextLayout::getAdvance).max().orElse(0);
    }

    /** Returns where the next thing may stand. */
    float draw(Graphics2D card, Color colour, float left, float right, float top) {
        card.setColor(colour);
        float baseline = top + size * 0.86f;
        for (TextLayout line : lines) {
            float x = line.isLeftToRight() ? left : right - line.getAdvance();
            line.draw(card, x, baseline);
            baseline += size * LEADING;
        }
        return top + height();
    }

    private static CardWords set(String words, CardFont font, float size, float width, int most) {
        var text = font.written(words, size).getIterator();
        var measurer = new LineBreakMeasurer(text, BreakIterator.getLineInstance(Locale.ROOT), SMOOTH);
        var lines = new ArrayList<TextLayout>();
        while (measurer.getPosition() < text.getEndIndex() && lines.size() < most) {
            lines.add(measurer.nextLayout(width));
        }
        return new CardWords(lines, size, measurer.getPosition() >= text.getEndIndex());
    }

    /** Fewer and fewer whole words until they fit with dots; letters only where there is no space to cut at. */
    private static CardWords cut(String words, CardFont font, Room room, int most) {
        String closing = words.endsWith("”") ? "…”" : "…";
        String shorter = words.length() > 400
                ? words.substring(
                        0, words.offsetByCodePoints(0, Math.min(400, words.codePointCount(0, words.length()))))
                : words;
        while (true) {
            int space = shorter.lastIndexOf(' ');
            int end = space > 0 ? space : shorter.offsetByCodePoints(shorter.length(), -1);
            if (end <= 0) {
                return set("…", font, room.smallest, room.width, most);
            }
            shorter = shorter.substring(0, end).stripTrailing();
            CardWords set =
                    set(shorter.replaceAll("[\\p{Punct}\\s]+$", "") + closing, font, room.smallest, room.width, most);
            if (set.whole) {
                return set;
            }
        }
    }
}
