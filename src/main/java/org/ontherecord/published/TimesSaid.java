package org.ontherecord.published;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often a claim was said: the occasions we list, and the totals others counted. */
@Schema(description = "How often the claim was said")
public record TimesSaid(
        @Schema(description = "Occasions we list, plus the totals others counted for times outside ours")
        int count,

        @Schema(description = "Whether the number is a lower bound")
        boolean atLeast,

        @Schema(description = "Who counted, when some of it was counted and not listed one by one", nullable = true)
        String countedBy,

        @Schema(description = "First day of the span", nullable = true)
        LocalDate from,

        @Schema(description = "Last day of the span", nullable = true)
        LocalDate to,

        @Schema(
                description =
                        "Reports that the claim was made, without the speaker's words; copies of one story count once")
        int reported) {
    static TimesSaid of(Row row) {
        return new TimesSaid(
                (int) row.number("times_said"),
                row.flag("times_at_least"),
                row.text("counted_by"),
                row.day("said_from"),
                row.day("said_to"),
                (int) row.number("times_reported"));
    }
}
