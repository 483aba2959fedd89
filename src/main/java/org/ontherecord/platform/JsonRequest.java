package org.ontherecord.platform;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What a program sent as one JSON object (RFC 8259), read strictly: a doubled name, a field we do not know or a number where
 * words belong is the sender's mistake and is told in words, all mistakes at once.
 */
public final class JsonRequest {
    private static final int DEEPEST = 20;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final JsonNode object;
    private final FormErrors errors = new FormErrors();

    private JsonRequest(JsonNode object) {
        this.object = object;
    }

    public static JsonRequest read(byte[] body) {
        JsonNode sent;
        try {
            sent = READER.readTree(body == null ? new byte[0] : body);
        } catch (IOException notJson) {
            throw ApiRefusal.because(
                    400,
                    "The body is not one JSON object. Send it in UTF-8, each name once, with nothing behind its end.");
        }
        if (sent == null || !sent.isObject()) {
            throw ApiRefusal.because(400, "The body is not a JSON object. Send one, such as {\"text\": \"…\"}.");
        }
        return new JsonRequest(sent);
    }

    /** Says which of the fields sent there is none of. */
    public JsonRequest knowing(String... names) {
        Set<String> known = new TreeSet<>(Set.of(names));
        object.fieldNames().forEachRemaining(name -> {
            String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
            errors.require(
                    known.contains(name),
                    shown,
                    "There is no field “" + shown + "”. Use: " + String.join(", ", known) + ".");
        });
        return this;
    }

    /** All of it, for what this class has no question for. */
    public JsonNode object() {
        return object;
    }

    /** Whether the field was sent with something in it. */
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** The words of an optional field; null when it was not sent or cannot be taken. */
    public String words(String name) {
        return has(name) ? words(object.get(name), name) : null;
    }

    /** Hands on each element of a list with its place, such as {@code lines[3]}. */
    public void each(String name, int most, BiConsumer<String, JsonNode> element) {
        JsonNode list = object.get(name);
        if (!list.isArray()) {
            wrong(name, "“" + name + "” must be a list.");
            return;
        }
        if (list.size() > most) {
            throw ApiRefusal.because(
                    413, "“" + name + "” has " + list.size() + " elements; at most " + most + " can be sent at once.");
        }
        for (int i = 0; i < list.size(); i++) {
            element.accept(name + "[" + i + "]", list.get(i));
        }
    }

    /** A value that must be words, without U+0000 and halves of characters, which stand in no text. */
    public String words(JsonNode value, String place) {
        if (value == null || !value.isTextual()) {
            wrong(place, "“" + place + "” must be a string.");
            return null;
        }
        String words = value.textValue();
        if (words.indexOf('\0') >= 0) {
            wrong(place, "“" + place + "” contains the character U+0000, which stands in no text.");
        }
        if (halfACharacter(words)) {
            wrong(place, "“" + place + "” contains half a character (a lone surrogate).");
        }
        return words;
    }

    public void wrong(String place, String sentence) {
        errors.add(place, sentence);
    }

    /** Refuses the request if anything was wrong with it, with the first reasons. */
    public void check() {
        if (!errors.isEmpty()) {
            var first = new FormErrors();
            errors.all().stream().limit(10).forEach(error -> first.add(error.field(), error.message()));
            throw ApiRefusal.of(first);
        }
    }

    private static boolean halfACharacter(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (Character.isHighSurrogate(words.charAt(i))) {
                if (i + 1 == words.length() || !Character.isLowSurrogate(words.charAt(i + 1))) {
                    return true;
                }
                i++;
            } else if (Character.isLowSurrogate(words.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
