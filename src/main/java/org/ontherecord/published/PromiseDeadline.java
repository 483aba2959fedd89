package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.published.timeline.TimelineEvent;

/** When a promise is due, where, and by which reading of it. */
@Schema(description = "When the promise is due; null when it names no time, and for statements")
public record PromiseDeadline(
        @Schema(description = "The instant, RFC 3339 in UTC")
        Instant at,

        @Schema(
                implementation = String.class,
                description = "IANA time zone the deadline is meant in",
                examples = "America/New_York")
        ZoneId zone,

        @Schema(description = "How it follows from the promise, in words")
        String rule) {
    static PromiseDeadline of(Row row) {
        Instant at = row.instant("deadline_at");
        return at == null
                ? null
                : new PromiseDeadline(at, ZoneId.of(row.text("deadline_zone")), row.text("deadline_rule"));
    }

    @Schema(description = "The day it falls on where it is meant; midnight is the end of the day before")
    @JsonProperty
    public LocalDate date() {
        return TimelineEvent.Deadline.day(at, zone);
    }

    TimelineEvent event() {
        return TimelineEvent.deadline(at, zone, rule);
    }
}
