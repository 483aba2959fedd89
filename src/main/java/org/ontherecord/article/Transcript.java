package org.ontherecord.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text in which several people take turns, each named before a colon. */
final class Transcript {

    private static final int FEWEST_TURNS = 3;
    /** In a transcript at least every eighth line begins a turn; in an article with a few labels far fewer do. */
    private static final int LINES_A_TURN = 8;

    private static final int LONGEST_LABEL = 240;
    private static final Pattern TIME =
            Pattern.compile("^[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,3})?)?[\\])]?(?:\\s[-–—|])?\\s+");

    private Transcript() {}

    static boolean is(String text) {
        Set<String> speakers = speakers(text);
        int lines = 0;
        int turns = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            lines += line.isBlank() ? 0 : 1;
            turns += opensTurn(line, speakers) ? 1 : 0;
        }
        return turns >= FEWEST_TURNS && turns * LINES_A_TURN >= lines;
    }

    /** What stands above the first turn stays as it is; after it each turn is one paragraph, times before names dropped. */
    static String text(String raw) {
        String clean = CleanText.of(raw);
        Set<String> speakers = speakers(clean);
        List<String> lines = clean.lines().toList();
        StringBuilder above = new StringBuilder();
        int first = 0;
        while (first < lines.size() && !opensTurn(lines.get(first), speakers)) {
            above.append(lines.get(first++)).append('\n');
        }
        var turns = Turns.of(speakers);
        for (String line : lines.subList(first, lines.size())) {
            turns.line(withoutTime(line));
        }
        return (above.toString().strip() + "\n\n" + turns.text()).strip();
    }

    /** Who is named before a colon in capitals, or more than once: "Remember:" stands there once. */
    private static Set<String> speakers(String text) {
        Map<String, Integer> times = new HashMap<>();
        text.lines()
                .map(line -> label(line))
                .filter(Objects::nonNull)
                .forEach(label -> times.merge(label, Turns.isInCapitals(label) ? 2 : 1, Integer::sum));
        times.values().removeIf(count -> count < 2);
        return times.keySet();
    }

    private static boolean opensTurn(String line, Set<String> speakers) {
        return line.stripLeading().startsWith(">>") || speakers.contains(label(line));
    }

    private static String label(String line) {
        String head = withoutTime(line.substring(0, Math.min(LONGEST_LABEL, line.length())));
        return Turns.label(head.startsWith(">>") ? head.replaceFirst("^>{2,3}\\s*", "") : head);
    }

    private static String withoutTime(String line) {
        String stripped = line.strip();
        Matcher time = TIME.matcher(stripped);
        return time.find() ? stripped.substring(time.end()) : stripped;
    }
}
