package org.ontherecord.claim.matches;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import org.ontherecord.matching.Utterance;
import org.ontherecord.platform.JsonRequest;

/** What a program asks to have matched: the utterances, how many claims for each, and how likely they must be. */
record AskedTexts(List<Utterance> utterances, boolean single, int limit, double minScore) {
    static final int MOST_TEXTS = 1_000;
    static final int LONGEST = 10_000;
    static final int MOST_AROUND = 50;
    static final int MOST_CLAIMS = 100;
    private static final int USUAL_CLAIMS = 5;
    private static final int LONGEST_SPEAKER = 200;
    private static final Set<String> OF_A_TEXT = Set.of("text", "speaker", "date", "context");

    /** Refuses with all that is wrong at once. */
    static AskedTexts read(byte[] body) {
        JsonRequest asked =
                JsonRequest.read(body).knowing("text", "texts", "limit", "min_score", "speaker", "date", "context");
        boolean single = asked.has("text");
        List<Utterance> utterances = new ArrayList<>();
        if (single == asked.has("texts")) {
            asked.wrong("text", "Send either “text” or “texts”.");
        } else if (single) {
            add(utterances, utterance(asked, asked.object(), ""));
        } else {
            for (String name : new String[] {"speaker", "date", "context"}) {
                if (asked.has(name)) {
                    asked.wrong(name, "“" + name + "” goes with “text”; in “texts” send objects that have their own.");
                }
            }
            asked.each("texts", MOST_TEXTS, (place, value) -> add(utterances, one(asked, value, place)));
            if (utterances.isEmpty()) {
                asked.wrong("texts", "“texts” must hold at least one text.");
            }
        }
        int limit = (int) number(asked, "limit", 1, MOST_CLAIMS, USUAL_CLAIMS, true);
        double minScore = number(asked, "min_score", 0, 1, 0, false);
        asked.check();
        return new AskedTexts(utterances, single, limit, minScore);
    }

    private static void add(List<Utterance> utterances, Utterance one) {
        if (one != null) {
            utterances.add(one);
        }
    }

    private static Utterance one(JsonRequest asked, JsonNode value, String place) {
        if (value.isTextual()) {
            String text = words(asked, value, place);
            return text == null ? null : Utterance.of(text);
        }
        if (!value.isObject()) {
            asked.wrong(place, "“" + place + "” must be a string, or an object with “text”.");
            return null;
        }
        value.fieldNames().forEachRemaining(name -> {
            if (!OF_A_TEXT.contains(name)) {
                asked.wrong(
                        place,
                        "“" + place + "” has a field there is none of. Use: "
                                + String.join(", ", new TreeSet<>(OF_A_TEXT)) + ".");
            }
        });
        return utterance(asked, value, place + ".");
    }

    private static Utterance utterance(JsonRequest asked, JsonNode object, String place) {
        String text = words(asked, object.get("text"), place + "text");
        List<String> before = List.of();
        List<String> after = List.of();
        JsonNode context = object.path("context");
        if (context.isObject()) {
            before = around(asked, context.path("before"), place + "context.before");
            after = around(asked, context.path("after"), place + "context.after");
        } else if (!context.isMissingNode() && !context.isNull()) {
            asked.wrong(place + "context", "“" + place + "context” must be an object with “before” and “after”.");
        }
        String speaker = object.hasNonNull("speaker") ? asked.words(object.get("speaker"), place + "speaker") : null;
        if (speaker != null && speaker.length() > LONGEST_SPEAKER) {
            asked.wrong(place + "speaker", "“" + place + "speaker” is longer than 200 characters. Send one name.");
        }
        LocalDate date = day(asked, object.path("date"), place + "date");
        return text == null
                ? null
                : new Utterance(
                        text, before, after, speaker == null || speaker.isBlank() ? null : speaker.strip(), date);
    }

    private static String words(JsonRequest asked, JsonNode value, String place) {
        String text = asked.words(value, place);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            asked.wrong(place, "“" + place + "” must hold words to look for.");
            return null;
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            asked.wrong(
                    place,
                    "“" + place
                            + "” is longer than 10,000 characters. Send the sentence, and what stands around it as context.");
            return null;
        }
        return text;
    }

    /** A string, or a list of strings; the nearest count most and the rest is passed over by the ranking. */
    private static List<String> around(JsonRequest asked, JsonNode value, String place) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (value.isArray() && value.size() > MOST_AROUND) {
            asked.wrong(place, "“" + place + "” has more than 50 sentences. Send the nearest.");
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            String words = asked.words(one, place);
            if (words != null && words.codePointCount(0, words.length()) > LONGEST) {
                asked.wrong(
                        place, "“" + place + "” has more than 10,000 characters in one. Send the nearest sentences.");
            } else if (words != null && !words.isBlank()) {
                sentences.add(words);
            }
        }
        return sentences;
    }

    private static LocalDate day(JsonRequest asked, JsonNode value, String place) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(value.asText());
        } catch (DateTimeException notADay) {
            asked.wrong(place, "“" + place + "” must be a day such as 2024-11-08, or left out.");
            return null;
        }
    }

    private static double number(
            JsonRequest asked, String name, double least, double most, double usual, boolean whole) {
        if (!asked.has(name)) {
            return usual;
        }
        JsonNode value = asked.object().get(name);
        if (!value.isNumber()
                || whole && !value.isIntegralNumber()
                || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            asked.wrong(
                    name,
                    "“" + name + "” must be a " + (whole ? "whole " : "") + "number from " + (int) least + " to "
                            + (int) most + ".");
            return usual;
        }
        return value.doubleValue();
    }
}
