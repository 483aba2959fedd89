package org.ontherecord.extraction.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Passages with what they quote and whom they name marked in them; the marks are explained at the top of each file. */
final class Labelled {

    /** A passage without its marks. */
    record Passage(String title, String text, List<Given> given) {}

    /** Words somebody is given, and who: {@code speaker} is null where the passage leaves it open, {@code named} where it names nobody. */
    record Given(Span words, boolean direct, String speaker, List<Span> named) {}

    private Labelled() {}

    static List<Passage> of(String file) {
        List<Passage> passages = new ArrayList<>();
        for (String block : read(file).split("(?m)^=== ")) {
            int line = block.indexOf('\n');
            if (!block.startsWith("#") && line > 0) {
                passages.add(passage(
                        block.substring(0, line), block.substring(line + 1).strip()));
            }
        }
        return passages;
    }

    private static Passage passage(String title, String marked) {
        StringBuilder plain = new StringBuilder();
        List<String[]> words = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        Map<String, List<Span>> named = new TreeMap<>();
        Map<String, String> speakers = new TreeMap<>();
        List<int[]> open = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '{') {
                int bar = marked.indexOf('|', i);
                heads.add(marked.substring(i + 1, bar));
                open.add(new int[] {plain.length()});
                i = bar;
            } else if (c == '}') {
                String head = heads.remove(heads.size() - 1);
                Span span = new Span(open.remove(open.size() - 1)[0], plain.length());
                String[] parts = head.split("[:=]", 3);
                if (parts[0].equals("s")) {
                    for (String id : parts[1].split(",")) {
                        named.computeIfAbsent(id, any -> new ArrayList<>()).add(span);
                        speakers.put(id, parts.length < 3 || parts[2].isEmpty() ? null : parts[2]);
                    }
                } else {
                    words.add(parts);
                    spans.add(span);
                }
            } else {
                plain.append(c);
            }
        }
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String id = words.get(i)[1];
            given.add(new Given(
                    spans.get(i), words.get(i)[0].equals("d"), speakers.get(id), named.getOrDefault(id, List.of())));
        }
        return new Passage(title, plain.toString(), given);
    }

    private static String read(String file) {
        try (InputStream in = Labelled.class.getResourceAsStream("/reading/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
