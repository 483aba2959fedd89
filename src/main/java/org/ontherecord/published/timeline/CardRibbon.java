package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.ontherecord.platform.Language;
import org.ontherecord.published.timeline.TimelineAxis.Tick;
import org.ontherecord.published.timeline.TimelineShapes.Dotted;
import org.ontherecord.published.timeline.TimelineShapes.Segment;

/** A claim's ribbon in the middle of a share card, under its years; all numbers are pixels of the card. */
public record CardRibbon(
        List<Tick> ticks, Double firstSaid, Dotted notYet, List<Segment> segments, List<RibbonLine.Flag> flags) {

    /** Where on the card it goes. */
    public record Place(double left, double right, double top, double height, double edge) {}

    /** A year needs this much to stand beside its line, in the letters of the card. */
    private static final double YEAR = 90;

    public static CardRibbon of(List<TimelineEvent> unordered, Instant now, Place place) {
        List<TimelineEvent> events = TimelineEvent.inOrder(unordered);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TimelineRibbon ribbon = TimelineRibbon.of(events, today);
        TimelineAxis axis = TimelineModel.axis(events, today, place.left, place.right)
                .in(new TimelineWords(Language.ENGLISH.words(TimelineMessages.class)));
        Dotted notYet = TimelineModel.notYet(ribbon, axis, place.top + place.height / 2);
        return new CardRibbon(
                axis.yearTicks(YEAR),
                events.stream()
                        .filter(TimelineEvent::first)
                        .map(event -> axis.x(event.date()))
                        .findFirst()
                        .orElse(null),
                notYet == null ? null : new Dotted(notYet.from(), notYet.to(), notYet.y(), null),
                new TimelineSegments("card", axis, place.top, place.height, place.edge).draw(ribbon, List.of()),
                events.stream()
                        .filter(event -> event.deadline() != null && axis.holds(event.date()))
                        .map(event -> new RibbonLine.Flag(
                                axis.x(event.date()),
                                event.deadline().at().isAfter(now),
                                event.deadline().isMoved()))
                        .toList());
    }
}
