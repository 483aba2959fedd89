package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.ontherecord.published.timeline.TimelineShapes.Dotted;
import org.ontherecord.published.timeline.TimelineShapes.Segment;

/** A claim's ribbon alone, 520 by 30, for one line of a list; the verdict stands beside it in words. */
public record RibbonLine(
        String id,
        Years years,
        Double firstSaid,
        Dotted notYet,
        List<Segment> segments,
        List<Flag> flags,
        List<String> hatches) {

    private static final double TOP = 5;
    private static final double HEIGHT = 22;
    private static final double EDGE = 7;
    private static final double LEFT = 6;
    private static final double RIGHT = 514;

    /** A deadline as a small flag without its word. */
    public record Flag(double x, boolean ahead, boolean moved) {}

    /** The years to be shown, so that ribbons under each other share one axis. */
    public record Years(int first, int last) {}

    /** {@code id} is unique on the page, a letter first. */
    public static RibbonLine of(String id, List<TimelineEvent> events, Instant now) {
        return of(id, events, now, years(events, now));
    }

    /** From the first of the events to today, or to a deadline that lies ahead. */
    public static Years years(List<TimelineEvent> events, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TimelineAxis own = TimelineModel.axis(events, today, 0, 1);
        return new Years(own.from().getYear(), own.until().getYear() - 1);
    }

    /** Where the years begin on the axis that ribbons of these years share; never months, which have names. */
    public static List<TimelineAxis.Tick> ticks(Years years) {
        if (years.first == years.last) {
            return List.of(new TimelineAxis.Tick(LEFT, String.valueOf(years.first)));
        }
        return TimelineAxis.years(years.first, years.last, LEFT, RIGHT).yearTicks(44);
    }

    public static RibbonLine of(String id, List<TimelineEvent> unordered, Instant now, Years years) {
        List<TimelineEvent> events = TimelineEvent.inOrder(unordered);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TimelineRibbon ribbon = TimelineRibbon.of(events, today);
        TimelineAxis axis = TimelineAxis.years(years.first, years.last, LEFT, RIGHT);
        Double firstSaid = events.stream()
                .filter(TimelineEvent::first)
                .map(e -> axis.x(e.date()))
                .findFirst()
                .orElse(null);
        List<Flag> flags = events.stream()
                .filter(e -> e.deadline() != null && axis.holds(e.date()))
                .map(e -> new Flag(
                        axis.x(e.date()),
                        e.deadline().at().isAfter(now),
                        e.deadline().isMoved()))
                .toList();
        return new RibbonLine(
                id,
                years,
                firstSaid,
                bare(TimelineModel.notYet(ribbon, axis, TOP + HEIGHT / 2)),
                new TimelineSegments(id, axis, TOP, HEIGHT, EDGE).draw(ribbon, List.of()),
                flags,
                TimelineModel.hatches(ribbon));
    }

    private static Dotted bare(Dotted dotted) {
        return dotted == null ? null : new Dotted(dotted.from(), dotted.to(), dotted.y(), null);
    }
}
