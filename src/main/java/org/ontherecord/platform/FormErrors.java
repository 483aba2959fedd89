package org.ontherecord.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a form, in the order of its fields. The summary at the top and the words beside each field are
 * the same; field names are the ids of the controls, so that the summary can link to them.
 */
public final class FormErrors {
    /** One thing to put right: {@code field} is the id of its control, {@code message} a sentence for the reader. */
    public record FieldError(String field, String message) {}

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** Adds the message unless the condition holds. */
    public void require(boolean condition, String field, String message) {
        if (!condition) {
            add(field, message);
        }
    }

    /** Counts characters as readers see them. Too long is told, never cut. */
    public void requireAtMost(int most, String field, String text) {
        int length = text.codePointCount(0, text.length());
        require(length <= most, field, "This has %,d characters; %,d are allowed.".formatted(length, most));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> all() {
        return List.copyOf(errors);
    }

    /** The first message for the field, or null. Null, not an Optional: templates read it. */
    public String of(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }
}
