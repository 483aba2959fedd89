package org.ontherecord.extraction.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one language that reading goes by, from {@code extraction/<code>.txt} and the names all share. A further language is a further file:
 * {@code [section]} lines, then words; in a section whose name ends in a star each line is one phrase.
 */
final class Lexicon {

    private static final List<String> LANGUAGES = List.of("en", "fr", "de", "es");
    private static final Map<String, Lexicon> READ = new ConcurrentHashMap<>();

    private final String code;
    private final Map<String, Set<String>> sections;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private Lexicon(String code) {
        this.code = code;
        this.sections = load(code);
    }

    /** Of a language tag; English when none is given, and an empty one for a language we have no words of. */
    static Lexicon of(String language) {
        return READ.computeIfAbsent(has(language) ? primary(language) : "", Lexicon::new);
    }

    static boolean has(String language) {
        return LANGUAGES.contains(primary(language));
    }

    String code() {
        return code;
    }

    boolean is(String section, String word) {
        return words(section).contains(word.toLowerCase(Locale.ROOT));
    }

    Set<String> words(String section) {
        return sections.getOrDefault(section, Set.of());
    }

    /** Any word of the sections as a whole word; what never matches when they are empty. */
    Pattern any(String... wanted) {
        return patterns.computeIfAbsent(String.join(" ", wanted), key -> {
            String alternatives = List.of(wanted).stream()
                    .flatMap(section -> words(section).stream())
                    .sorted((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            return alternatives.isEmpty() ? Pattern.compile("(?!)") : whole(alternatives);
        });
    }

    /** The lines of a section as patterns, any of which may match as whole words. */
    Pattern pattern(String section) {
        return patterns.computeIfAbsent(
                section + "/",
                key -> words(section).isEmpty() ? Pattern.compile("(?!)()") : whole(String.join("|", words(section))));
    }

    private static Pattern whole(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String primary(String language) {
        return language == null || language.isBlank()
                ? "en"
                : language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private static Map<String, Set<String>> load(String code) {
        if (!LANGUAGES.contains(code)) {
            return Map.of();
        }
        Map<String, Set<String>> sections = new HashMap<>();
        String section = "";
        for (String line : Stream.concat(lines("names"), lines(code)).toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                Set<String> words =
                        sections.computeIfAbsent(section, (Function<String, Set<String>>) any -> new LinkedHashSet<>());
                words.addAll(
                        section.endsWith("*")
                                ? List.of(line.strip())
                                : List.of(line.strip().split(" +")));
            }
        }
        return sections;
    }

    private static Stream<String> lines(String code) {
        try (InputStream file = Lexicon.class.getResourceAsStream("/extraction/" + code + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
