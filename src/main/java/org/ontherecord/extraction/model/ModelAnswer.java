package org.ontherecord.extraction.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.ontherecord.extraction.reading.Kind;

/** A model's answer, read strictly: a JSON array of objects with a quote (RFC 8259), at most inside one Markdown fence. */
record ModelAnswer(List<Suggestion> suggestions) {

    /** What it says stands in the text; only the quote is certain to be given, nothing is certain to be true. */
    record Suggestion(String quote, String speaker, Kind kind, String wording) {}

    private static final int LONGEST = 200_000;
    private static final int MOST = 100;
    private static final Pattern FENCE = Pattern.compile("^```(?:json)?\\s(.*)\\s```$", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static ModelAnswer read(String answer) {
        if (answer.length() > LONGEST) {
            throw ModelTrouble.ofAnswer("the model's answer was too long");
        }
        String bare = answer.strip();
        var fenced = FENCE.matcher(bare);
        JsonNode root = tree(fenced.matches() ? fenced.group(1) : bare);
        if (!root.isArray()) {
            throw noList();
        }
        List<Suggestion> found = new ArrayList<>();
        for (JsonNode one : root) {
            if (!one.path("quote").isTextual()) {
                throw noList();
            }
            if (found.size() < MOST) {
                found.add(new Suggestion(
                        one.get("quote").textValue(),
                        text(one, "speaker"),
                        kind(text(one, "kind")),
                        text(one, "wording")));
            }
        }
        return new ModelAnswer(List.copyOf(found));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException garbage) {
            throw noList();
        }
    }

    private static ModelTrouble noList() {
        return ModelTrouble.ofAnswer("the model's answer was no list of quotes");
    }

    private static String text(JsonNode one, String field) {
        String value = one.path(field).textValue();
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Kind kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(word == null ? "" : word.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        return null;
    }
}
