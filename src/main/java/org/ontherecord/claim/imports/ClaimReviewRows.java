package org.ontherecord.claim.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The schema.org ClaimReviews of a JSON file: one object, many one after the other (NDJSON), an array, an {@code @graph} or
 * the {@code dataFeedElement} of a DataFeed, as Data Commons and Google publish it. Read as a stream.
 */
final class ClaimReviewRows implements RawRows {
    private static final Set<String> LISTS = Set.of("@graph", "dataFeedElement", "itemListElement");
    private static final int DEEPEST = 50;
    private static final int LONGEST_STRING = 1_000_000;

    private final JsonParser json;
    private final Deque<ObjectNode> found = new ArrayDeque<>();
    private ObjectNode whole;
    private boolean inList;
    private int number;

    ClaimReviewRows(Reader text) throws IOException {
        json = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(LONGEST_STRING)
                                .build())
                        .build())
                .build()
                .createParser(text);
    }

    @Override
    public RawRow next() throws IOException {
        try {
            while (found.isEmpty()) {
                JsonToken token = json.nextToken();
                if (token == null) {
                    return null;
                }
                step(token);
            }
        } catch (JsonProcessingException broken) {
            throw UnreadableImport.because("From line "
                    + Math.max(
                            1,
                            broken.getLocation() == null
                                    ? 1
                                    : broken.getLocation().getLineNr())
                    + " on the file is not JSON. Check it with a JSON checker and send it again.");
        }
        return ClaimReviewFields.row(++number, found.poll());
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void step(JsonToken token) throws IOException {
        if (inList) {
            if (token == JsonToken.END_ARRAY) {
                inList = false;
            } else {
                add(json.readValueAsTree());
            }
        } else if (whole == null) {
            if (token == JsonToken.START_ARRAY) {
                inList = true;
            } else if (token == JsonToken.START_OBJECT) {
                whole = JsonNodeFactory.instance.objectNode();
            }
        } else if (token == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name)) {
                inList = true;
            } else {
                whole.set(name, json.readValueAsTree());
            }
        } else {
            add(whole);
            whole = null;
        }
    }

    /** A review itself, or what wraps reviews: a DataFeedItem, a graph in a list. Other things in a graph are passed over. */
    private void add(JsonNode node) {
        if (ClaimReviewFields.isReview(node)) {
            found.add((ObjectNode) node);
            return;
        }
        for (String wrap : new String[] {"item", "@graph", "dataFeedElement", "itemListElement"}) {
            JsonNode inside = node.get(wrap);
            if (inside != null && inside.isArray()) {
                inside.forEach(this::add);
            } else if (inside != null && inside.isObject()) {
                add(inside);
            }
        }
    }
}
