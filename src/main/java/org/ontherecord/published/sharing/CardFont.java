package org.ontherecord.published.sharing;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.text.Bidi;
import java.util.List;
import java.util.Map;

/** A typeface of the cards, with the machine's own fonts for scripts it does not have. */
enum CardFont {
    SERIF(Font.SERIF, Font.BOLD, -0.02f, "newsreader-latin-600-normal", "newsreader-latin-ext-600-normal"),
    SANS(Font.SANS_SERIF, Font.PLAIN, 0f, "public-sans-latin-400-normal", "public-sans-latin-ext-400-normal"),
    STRONG(Font.SANS_SERIF, Font.BOLD, 0f, "public-sans-latin-600-normal");

    private final List<Font> fonts;
    private final float tracking;

    CardFont(String otherwise, int style, float tracking, String... files) {
        var all = new java.util.ArrayList<Font>();
        for (String file : files) {
            all.add(Woff.font("/card/" + file + ".woff"));
        }
        all.add(new Font(otherwise, style, 1));
        this.fonts = List.copyOf(all);
        this.tracking = tracking;
    }

    /** Whether there is a letter for every letter. */
    boolean canWrite(String words) {
        return words.codePoints().allMatch(letter -> fonts.stream().anyMatch(font -> font.canDisplay(letter)));
    }

    /** The words in this typeface, each letter from the first font that has it, beginning on the side their script does. */
    AttributedString written(String words, float size) {
        var text = new AttributedString(words, Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
        int from = 0;
        while (from < words.length()) {
            Font font = fontFor(words.codePointAt(from));
            int to = from;
            while (to < words.length() && fontFor(words.codePointAt(to)).equals(font)) {
                to += Character.charCount(words.codePointAt(to));
            }
            text.addAttribute(
                    TextAttribute.FONT,
                    font.deriveFont(Map.of(TextAttribute.SIZE, size, TextAttribute.TRACKING, tracking)),
                    from,
                    to);
            from = to;
        }
        boolean leftward = !new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        text.addAttribute(
                TextAttribute.RUN_DIRECTION,
                leftward ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        return text;
    }

    private Font fontFor(int letter) {
        return fonts.stream()
                .filter(font -> font.canDisplay(letter))
                .findFirst()
                .orElse(fonts.get(fonts.size() - 1));
    }
}
