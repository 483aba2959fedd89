package org.ontherecord.published;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A link to the very words on somebody's page, which browsers scroll to and mark (WICG URL Fragment Text Directives):
 * {@code #:~:text=[prefix-,]start[,end][,-suffix]}. What browsers find and what they do not was tried in Chromium 156.
 */
final class TextFragment {
    /** A quote's context is cut there, in code points, so a shorter one reaches the end of the text. */
    private static final int CONTEXT = 32;

    private static final int LONG = 300;
    private static final int MOST_WORDS = 5;

    /** A page may set these otherwise than its text came to us, or draw them without having them as text. */
    private static final Pattern BEFORE_WORDS =
            Pattern.compile("^(?:[\\s\\p{Z}\\p{Pi}\\p{Pf}\"'„‚…•▪●◦*]|\\.\\.\\.|\\p{Pd}\\s)+");

    private static final Pattern AFTER_WORDS =
            Pattern.compile("(?:[\\s\\p{Z}\\p{Pi}\\p{Pf}\"'„‚…]|\\.\\.\\.|\\s\\p{Pd})+$");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private TextFragment() {}

    /** The address with the words. Those that stand more than once in the text are told apart by what is around them. */
    static String link(String address, String exact, String prefix, String suffix, boolean repeated) {
        return address.replaceFirst("#?(:~:.*)?$", "")
                + (address.matches("(?s)[^#]*#(?!:~:|$).*") ? "" : "#")
                + ":~:"
                + directive(exact, prefix, suffix, repeated);
    }

    private static String directive(String exact, String prefix, String suffix, boolean repeated) {
        String text = prefix + exact + suffix;
        int from = prefix.length() + lengthOf(BEFORE_WORDS, exact);
        int to = prefix.length() + exact.length() - lengthOf(AFTER_WORDS, exact);
        if (from >= to) {
            from = prefix.length();
            to = from + exact.length();
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        from = words.isBoundary(from) ? from : words.preceding(from);
        to = words.isBoundary(to) ? to : words.following(to);

        String quote = text.substring(from, to);
        boolean range = quote.length() > LONG || quote.strip().contains("\n");
        String before = before(text.substring(0, from), prefix.codePointCount(0, prefix.length()) < CONTEXT);
        String after = after(text.substring(to), suffix.codePointCount(0, suffix.length()) < CONTEXT);
        return "text="
                + ((repeated || range) && says(before) ? encoded(before) + "-," : "")
                + (range ? ends(quote.strip()) : encoded(quote))
                + (repeated && says(after) ? ",-" + encoded(after) : "");
    }

    /** The first and the last words: nothing that browsers look for in one piece may cross a paragraph. */
    private static String ends(String quote) {
        List<String> lines = quote.lines().filter(line -> says(line)).toList();
        String[] first = SPACE.split(lines.get(0).strip());
        String[] last = SPACE.split(lines.get(lines.size() - 1).strip());
        int most = lines.size() == 1 ? Math.min(MOST_WORDS, first.length / 2) : MOST_WORDS;
        if (most == 0) {
            return encoded(quote);
        }
        List<String> start = List.of(first).subList(0, Math.min(most, first.length));
        List<String> end = List.of(last).subList(Math.max(0, last.length - most), last.length);
        return encoded(String.join(" ", start)) + "," + encoded(String.join(" ", end));
    }

    /** What stands before in the same paragraph, from the first whole word. */
    private static String before(String text, boolean whole) {
        int paragraph = text.lastIndexOf('\n') + 1;
        String before = text.substring(paragraph);
        if (paragraph == 0 && !whole) {
            before = before.replaceFirst("^\\S+", "");
        }
        return BEFORE_WORDS.matcher(before).replaceFirst("");
    }

    /** What stands after in the same paragraph, to the last whole word. */
    private static String after(String text, boolean whole) {
        int paragraph = text.indexOf('\n');
        if (paragraph >= 0) {
            return text.substring(0, paragraph);
        }
        return whole ? text : text.replaceFirst("\\S+$", "");
    }

    private static boolean says(String words) {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static int lengthOf(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.end() - found.start() : 0;
    }

    /** Percent-encoded, with the hyphen, comma and ampersand that mean something in a directive. */
    private static String encoded(String words) {
        String line = SPACE.matcher(words.replace("\u00AD", "").replace("\u200B", ""))
                .replaceAll(" ")
                .strip();
        var encoded = new StringBuilder();
        for (byte octet : line.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean plain =
                    character < 0x80 && Character.isLetterOrDigit(character) || "._~!()*".indexOf(character) >= 0;
            encoded.append(plain ? character : String.format("%%%02X", (int) character));
        }
        return encoded.toString();
    }
}
