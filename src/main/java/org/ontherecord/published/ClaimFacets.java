package org.ontherecord.published;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For each filter the values it can take here, and how many claims each would show. */
@Schema(
        description =
                "For each filter the values it can take beside the other filters asked for, the most frequent first, at most 50, and how many claims each would show")
public record ClaimFacets(
        @Schema(description = "By promise or statement") List<Value> kind,

        @Schema(description = "By the code of the verdict in force")
        List<Value> verdict,

        @Schema(description = "By speaker") List<Value> person,
        @Schema(description = "By topic") List<Value> topic,

        @Schema(description = "By the year they were first said in")
        List<Value> year,

        @Schema(description = "By the language of the wording")
        List<Value> language,

        @Schema(description = "By who checked them: us, or others, who are on the page but not in this answer")
        List<Value> checkedBy) {

    /** Where nothing was looked for. */
    public static final ClaimFacets NONE =
            new ClaimFacets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** One value of a filter. */
    @Schema(description = "A value of a filter")
    public record Value(
            @Schema(description = "The value the parameter takes")
            String value,

            @Schema(description = "The value in words, where it is a number; otherwise the value")
            String label,

            @Schema(description = "How many claims the list would have with it")
            long claims) {}

    /** How many claims a choice of whose checks would show. */
    public long checkedBy(String whom) {
        return checkedBy.stream()
                .filter(value -> value.value().equals(whom))
                .mapToLong(Value::claims)
                .sum();
    }
}
