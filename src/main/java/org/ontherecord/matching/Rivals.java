package org.ontherecord.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that cannot both be right ("rose", "fell"), out of {@code matching/rivals.txt}, and those that deny. */
final class Rivals {

    /** One side of a rivalry, and the word that stands for it in a text. */
    record Pole(String rivalry, int side, String word) {}

    private record Side(String rivalry, int number) {}

    private static final Map<String, Side> WHOLE = new HashMap<>();
    private static final Map<String, Side> BEGINNINGS = new HashMap<>();
    private static final Set<String> DENIALS = new HashSet<>();
    private static final int SHORTEST_BEGINNING;

    static {
        lines("rivals.txt").forEach(Rivals::read);
        lines("denials.txt").forEach(line -> DENIALS.addAll(Arrays.asList(line.split(" "))));
        SHORTEST_BEGINNING =
                BEGINNINGS.keySet().stream().mapToInt(String::length).min().orElse(1);
    }

    private Rivals() {}

    static boolean denies(String word) {
        return DENIALS.contains(word);
    }

    /** Where the words stand; the first word of each side speaks for it. */
    static Set<Pole> polesOf(List<String> words) {
        Map<Side, String> found = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            Side side = sideOf(words.get(i));
            if (side != null) {
                found.putIfAbsent(side, words.get(i));
            }
            Side ofBoth = i == 0 ? null : WHOLE.get(words.get(i - 1) + "_" + words.get(i));
            if (ofBoth != null) {
                found.putIfAbsent(ofBoth, words.get(i - 1) + " " + words.get(i));
            }
        }
        Set<Pole> poles = new HashSet<>();
        found.forEach((side, word) -> poles.add(new Pole(side.rivalry(), side.number(), word)));
        return poles;
    }

    private static Side sideOf(String word) {
        Side whole = WHOLE.get(word);
        for (int end = word.length(); whole == null && end >= SHORTEST_BEGINNING; end--) {
            whole = BEGINNINGS.get(word.substring(0, end));
        }
        return whole;
    }

    private static void read(String line) {
        String rivalry = line.substring(0, line.indexOf(':'));
        String[] sides = line.substring(line.indexOf(':') + 1).split("\\|");
        for (int number = 0; number < sides.length; number++) {
            for (String word : sides[number].strip().split(" ")) {
                Side side = new Side(rivalry, number);
                if (word.endsWith("*")) {
                    BEGINNINGS.put(word.substring(0, word.length() - 1), side);
                } else {
                    WHOLE.put(word, side);
                }
            }
        }
    }

    /** The lines of a list of words, without its comments. */
    static List<String> lines(String name) {
        try (InputStream in = Rivals.class.getResourceAsStream("/matching/" + name);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
            return lines;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
