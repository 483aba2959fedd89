package org.ontherecord.review;

import java.util.List;
import java.util.stream.Stream;

/** One part of a draft in words, for reading only. */
public record Overview(String label, String text) {
    /** All parts that say anything, in the order of the form. */
    static List<Overview> of(Draft draft) {
        return Stream.of(Part.values())
                .map(part -> new Overview(part.label, part.text(draft)))
                .filter(part -> !part.text().isEmpty())
                .toList();
    }
}
