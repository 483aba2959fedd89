package org.ontherecord.published;

import java.time.Instant;
import java.util.List;

import org.ontherecord.published.timeline.TimelineEvent;

/** A claim's timeline as data: what the figure is drawn from, and the moment it is true of. */
public record TimelineAnswer(long number, String page, String wording, Instant asOf, List<TimelineEvent> events) {
    static TimelineAnswer of(PublishedClaim record) {
        return new TimelineAnswer(
                record.claim().number(),
                record.claim().page(),
                record.claim().wording(),
                record.asOf(),
                record.events());
    }
}
