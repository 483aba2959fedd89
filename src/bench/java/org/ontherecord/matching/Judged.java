package org.ontherecord.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Collections of claims and judged queries in the form of the CheckThat! lab: queries.tsv, qrels, contexts.jsonl, docs-*.jsonl.gz. */
final class Judged {
    /** A query and the claims that people said it repeats. */
    record Query(String id, Utterance utterance, Set<Long> relevant) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STATED = Pattern.compile("[A-Z][a-z]+ \\d{1,2}, \\d{4}");

    final List<MatchableClaim> claims = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();

    static Judged collection(Path file) throws IOException {
        var collection = new Judged();
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode claim = JSON.readTree(line);
                long number = collection.numbers.size() + 1L;
                collection.numbers.put(claim.get("id").asText(), number);
                collection.claims.add(claim(
                        number, claim.get("text").asText(), claim.path("title").asText(null), claim.path("speaker").asText(null), day(claim)));
            }
        }
        return collection;
    }

    static MatchableClaim claim(long number, String text, String title, String speaker, LocalDate day) {
        return new MatchableClaim(
                number, true, "en", text, title, List.of(), speaker, List.of(), day, null, null, null);
    }

    List<Query> queries(Path folder, boolean withContext) throws IOException {
        Map<String, Set<Long>> relevant = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("qrels"))) {
            String[] cells = line.split("\\s+");
            Long number = numbers.get(cells[2]);
            if (number != null) {
                relevant.computeIfAbsent(cells[0], any -> new HashSet<>()).add(number);
            }
        }
        Map<String, JsonNode> contexts = new HashMap<>();
        Path file = folder.resolve("contexts.jsonl");
        if (withContext && Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                JsonNode context = JSON.readTree(line);
                contexts.put(context.get("id").asText(), context);
            }
        }
        List<Query> queries = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("queries.tsv"))) {
            String[] cells = line.split("\t", 2);
            Utterance utterance = Utterance.of(cells[1]);
            JsonNode context = contexts.get(cells[0]);
            if (context != null) {
                utterance = utterance
                        .between(sentences(context.get("before")), sentences(context.get("after")))
                        .by(context.get("speaker").asText());
            }
            if (relevant.containsKey(cells[0])) {
                queries.add(new Query(cells[0], Posts.plain(utterance), relevant.get(cells[0])));
            }
        }
        return queries;
    }

    private static List<String> sentences(JsonNode array) {
        List<String> sentences = new ArrayList<>();
        array.forEach(sentence -> sentences.add(sentence.asText()));
        return sentences;
    }

    private static LocalDate day(JsonNode claim) {
        if (claim.hasNonNull("date") && !claim.get("date").asText().isBlank()) {
            return day(claim.get("date").asText(), "d MMMM uuuu");
        }
        Matcher stated = STATED.matcher(claim.path("stated").asText(""));
        return stated.find() ? day(stated.group(), "MMMM d, uuuu") : null;
    }

    private static LocalDate day(String written, String pattern) {
        try {
            return LocalDate.parse(written, DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
        } catch (DateTimeParseException otherForm) {
            return null;
        }
    }
}
