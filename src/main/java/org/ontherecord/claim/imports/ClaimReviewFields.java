package org.ontherecord.claim.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a schema.org ClaimReview says, in the columns of the CSV. Sites differ in what they give as a string, an object or a
 * list, and in where they put it, so every shape met in the wild is taken.
 */
final class ClaimReviewFields {
    private static final int ID_BYTES = 4;

    private ClaimReviewFields() {}

    static boolean isReview(JsonNode node) {
        if (!node.isObject()) {
            return false;
        }
        JsonNode type = node.get("@type");
        if (type == null) {
            return node.has("claimReviewed");
        }
        for (JsonNode one : type.isArray() ? type : java.util.List.of(type)) {
            if (one.asText().endsWith("ClaimReview")) {
                return true;
            }
        }
        return false;
    }

    static RawRow row(int number, JsonNode review) {
        JsonNode claim = first(review.get("itemReviewed"));
        JsonNode speaker = first(claim.get("author"));
        JsonNode rating = first(review.get("reviewRating"));
        Map<String, String> values = new HashMap<>();
        put(
                values,
                "text",
                words(review.get("claimReviewed")),
                words(claim.get("text")),
                words(claim.get("description")),
                words(claim.get("name")));
        put(values, "title", words(review.get("headline")), words(review.get("name")));
        put(values, "speaker", name(speaker));
        put(
                values,
                "speaker_is_body",
                words(speaker.get("@type")) != null
                                && words(speaker.get("@type")).endsWith("Organization")
                        ? "yes"
                        : null);
        put(
                values,
                "date",
                words(claim.get("datePublished")),
                words(first(claim.get("firstAppearance")).get("datePublished")),
                words(first(claim.get("appearance")).get("datePublished")));
        put(values, "checked_on", words(review.get("datePublished")), words(review.get("dateCreated")));
        put(values, "rating", words(rating.get("alternateName")), words(rating.get("name")), numbers(rating));
        put(
                values,
                "url",
                words(review.get("url")),
                words(first(review.get("mainEntityOfPage"))),
                words(first(review.get("mainEntityOfPage")).get("@id")));
        put(values, "publisher", name(first(review.get("author"))), name(first(review.get("publisher"))));
        put(values, "language", name(first(review.get("inLanguage"))), name(first(claim.get("inLanguage"))));
        put(
                values,
                "external_id",
                words(first(review.get("identifier"))),
                words(first(review.get("identifier")).get("value")),
                words(review.get("@id")),
                ofAddress(values));
        return new RawRow(number, values);
    }

    /** Several claims of one page share its address, so the claim's words are in the id too. */
    private static String ofAddress(Map<String, String> values) {
        String url = values.get("url");
        String text = values.get("text");
        if (url == null || text == null) {
            return url;
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(StandardCharsets.UTF_8));
            return url + "#claim-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** "3 (1 to 5)"; minus one stands for no number in old feeds. */
    private static String numbers(JsonNode rating) {
        String value = words(rating.get("ratingValue"));
        String worst = words(rating.get("worstRating"));
        String best = words(rating.get("bestRating"));
        if (value == null || value.equals("-1")) {
            return null;
        }
        return worst == null || best == null ? value : value + " (" + worst + " to " + best + ")";
    }

    private static String name(JsonNode thing) {
        String words = words(thing);
        if (words != null) {
            return words;
        }
        words = words(thing.get("name"));
        return words != null ? words : words(thing.get("alternateName"));
    }

    private static JsonNode first(JsonNode node) {
        JsonNode one = node != null && node.isArray() ? node.get(0) : node;
        return one == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : one;
    }

    private static String words(JsonNode node) {
        JsonNode one = first(node);
        return one.isValueNode() && !one.isNull() && !one.asText().isBlank() ? one.asText() : null;
    }

    private static void put(Map<String, String> values, String column, String... given) {
        for (String value : given) {
            if (value != null) {
                values.put(column, value);
                return;
            }
        }
    }
}
