package org.ontherecord.platform;

import java.util.List;
import java.util.Map;

import org.ontherecord.platform.FormErrors.FieldError;

/** A program's request that is not carried out: a status, sentences that say what to do, and headers that say the same. */
public class ApiRefusal extends RuntimeException {
    private final int status;
    private final List<FieldError> fields;
    private final Map<String, String> headers;

    private ApiRefusal(int status, String sentence, List<FieldError> fields, Map<String, String> headers) {
        super(sentence);
        this.status = status;
        this.fields = fields;
        this.headers = headers;
    }

    public static ApiRefusal because(int status, String sentence) {
        return new ApiRefusal(status, sentence, List.of(), Map.of());
    }

    public static ApiRefusal of(FormErrors errors) {
        String all =
                String.join(" ", errors.all().stream().map(FieldError::message).toList());
        return new ApiRefusal(422, all, errors.all(), Map.of());
    }

    public static ApiRefusal later(int status, String sentence, long seconds, Map<String, String> headers) {
        var withWait = new java.util.TreeMap<>(headers);
        withWait.put("Retry-After", Long.toString(Math.max(1, seconds)));
        return new ApiRefusal(status, sentence, List.of(), withWait);
    }

    int status() {
        return status;
    }

    /** What is wrong with which field, or nothing. */
    List<FieldError> fields() {
        return fields;
    }

    Map<String, String> headers() {
        return headers;
    }
}
