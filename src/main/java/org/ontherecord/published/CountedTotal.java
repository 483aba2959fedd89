package org.ontherecord.published;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.published.timeline.TimelineEvent;

/** "21 times in 2023, counted by …": a total that a source gives without listing it one by one. */
@Schema(description = "How often somebody else counted it, not listed one by one")
public record CountedTotal(
        @Schema(description = "How many times") int times,

        @Schema(description = "Whether the number is a lower bound")
        boolean atLeast,

        @Schema(description = "First day counted") LocalDate from,

        @Schema(description = "Last day counted") LocalDate to,

        @Schema(description = "Who counted") String countedBy,

        @Schema(description = "Where the count was published")
        String sourceTitle,

        @Schema(description = "Address of the count", nullable = true)
        String sourceUrl) {

    static CountedTotal of(Row row) {
        return new CountedTotal(
                (int) row.number("times"),
                row.flag("at_least"),
                row.day("from_on"),
                row.day("to_on"),
                row.text("counted_by"),
                row.text("source_title"),
                row.text("source_url"));
    }

    TimelineEvent event() {
        return TimelineEvent.counted(
                times,
                new TimelineEvent.Counted(from, to, atLeast, countedBy),
                new TimelineEvent.Source(sourceTitle, sourceUrl));
    }
}
