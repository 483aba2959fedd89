package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import org.ontherecord.published.timeline.TimelineAxis.Tick;
import org.ontherecord.published.timeline.TimelineEvent.Rating;
import org.ontherecord.published.timeline.TimelineShapes.Dotted;
import org.ontherecord.published.timeline.TimelineShapes.Flag;
import org.ontherecord.published.timeline.TimelineShapes.Inside;
import org.ontherecord.published.timeline.TimelineShapes.Mark;
import org.ontherecord.published.timeline.TimelineShapes.Segment;
import org.ontherecord.published.timeline.TimelineShapes.Today;
import org.ontherecord.published.timeline.TimelineShapes.Words;

/** The overview for narrow pages, 358 by 130: years, sayings, ribbon, flag and the verdict of today in words. */
public record TimelineMini(
        String id,
        List<Tick> ticks,
        List<Mark> marks,
        Words firstLabel,
        Dotted notYet,
        List<Segment> segments,
        Inside current,
        List<Flag> flags,
        Today today,
        List<String> hatches) {

    private static final double SAID_Y = 38;
    private static final double RIBBON_Y = 68;
    private static final double RIBBON = 30;
    private static final double FLAG_TOP = 26;

    static TimelineMini of(
            TimelineModel.Subject subject,
            List<TimelineEvent> events,
            TimelineRibbon ribbon,
            Instant now,
            TimelineWords words) {
        String id = subject.id() + "-m";
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TimelineAxis axis = TimelineModel.axis(events, today, 4, 350).in(words);
        TimelineSaid said = TimelineSaid.of(events, axis);
        List<Flag> flags = TimelineFlags.draw(events, axis, now, FLAG_TOP, RIBBON_Y + RIBBON + 8, false).stream()
                .sorted(Comparator.comparing(Flag::moved).reversed())
                .map(TimelineMini::lowered)
                .toList();
        TimelineSegments drawing = new TimelineSegments(id, axis, RIBBON_Y, RIBBON, 6);
        List<Segment> segments =
                drawing.draw(ribbon, flags.stream().map(Flag::x).toList());
        double end = axis.x(today.plusDays(1));
        Rating rating = ribbon.current();
        boolean told = rating == null
                || !segments.isEmpty() && segments.get(segments.size() - 1).inside() != null;
        List<Mark> marks = said.marks().stream()
                .map(m -> new Mark(m.shape(), m.x(), SAID_Y, m.width()))
                .toList();
        Dotted notYet = TimelineModel.notYet(ribbon, axis, RIBBON_Y + RIBBON / 2);
        return new TimelineMini(
                id,
                axis.yearTicks(40),
                marks,
                label(said, flags),
                notYet == null ? null : new Dotted(notYet.from(), notYet.to(), notYet.y(), null),
                segments,
                told ? null : current(drawing, rating, word(axis, end)),
                flags,
                new Today(end, RIBBON_Y - 4, RIBBON_Y + RIBBON + 4, word(axis, end)),
                TimelineModel.hatches(ribbon));
    }

    /** All in one row; one that was moved has no room for its word. */
    private static Flag lowered(Flag flag) {
        double width = flag.moved() ? 16 : flag.width();
        return new Flag(
                flag.x(),
                FLAG_TOP,
                flag.bottom(),
                width,
                flag.left(),
                flag.ahead(),
                flag.moved(),
                flag.moved() ? "" : flag.words(),
                null);
    }

    private static Words label(TimelineSaid said, List<Flag> flags) {
        Words first = said.firstLabel();
        return first == null ? null : new Words(first.x(), SAID_Y + 20, first.words(), first.anchor(), "strong");
    }

    /** Before the word "Today", or after it when today is far to the left. */
    private static Inside current(TimelineSegments drawing, Rating rating, Words today) {
        boolean left = today.from() > 190;
        double x = left ? today.from() - 4 : today.to() + 10;
        return drawing.beside(rating, TimelineAxis.round(x), RIBBON_Y + RIBBON + 19, left);
    }

    private static Words word(TimelineAxis axis, double end) {
        Words words = new Words(end, RIBBON_Y + RIBBON + 18, axis.words().say().today(), "middle", "strong");
        return TimelineSaid.within(axis, words, end);
    }
}
