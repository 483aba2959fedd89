package org.ontherecord.published.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import org.ontherecord.published.timeline.TimelineAxis.Tick;
import org.ontherecord.published.timeline.TimelineRibbon.Stretch;
import org.ontherecord.published.timeline.TimelineRibbon.Texture;
import org.ontherecord.published.timeline.TimelineShapes.Caption;
import org.ontherecord.published.timeline.TimelineShapes.Diamond;
import org.ontherecord.published.timeline.TimelineShapes.Flag;
import org.ontherecord.published.timeline.TimelineShapes.Segment;
import org.ontherecord.published.timeline.TimelineShapes.Today;
import org.ontherecord.published.timeline.TimelineShapes.Words;

/** The crowded part of the axis once more, enlarged, joined to the overview by two lines. */
public record TimelinePanel(
        String name,
        String span,
        String years,
        double lensLeft,
        double lensRight,
        double lensTop,
        double lensBottom,
        double left,
        double right,
        double top,
        List<Tick> ticks,
        double ribbonTop,
        double base,
        List<Segment> segments,
        List<Diamond> diamonds,
        List<Caption> captions,
        List<Flag> flags,
        Today today,
        double bottom) {

    private static final double SMALL = 0.20;
    private static final double WIDE = 0.60;
    private static final double PAD = 0.08;
    private static final int PAD_DAYS = 7;
    private static final double RIBBON = 46;
    private static final int MONTHS_FROM = 60;
    private static final int WEEKS_FROM = 14;

    /** The frame the overview gives: where the lens starts and where the panel may stand. */
    record Frame(String id, TimelineAxis overview, double lensTop, double lensBottom, double top) {}

    /** What is enlarged, and how long it was before it was rounded out: that decides between months, weeks and days. */
    record Window(TimelineAxis axis, long span) {}

    /** The window to enlarge, or null when the overview alone reads well; one change alone has nothing to keep apart. */
    static Window window(TimelineRibbon ribbon, TimelineAxis overview, TimelineSegments segments) {
        if (ribbon.changes().size() < 2) {
            return null;
        }
        LocalDate first = ribbon.changes().get(0).on();
        LocalDate last = ribbon.changes().get(ribbon.changes().size() - 1).on();
        Window all = around(first, last, overview);
        List<Stretch> tight = ribbon.stretches().stream()
                .filter(s -> s.rating() != null && s.texture() != Texture.WITHDRAWN)
                .filter(s -> !segments.fits(s))
                .toList();
        if (tight.isEmpty()) {
            return all.axis.days() < overview.days() * SMALL ? all : null;
        }
        if (all.axis.days() <= overview.days() * WIDE) {
            return all;
        }
        Window part =
                around(tight.get(0).from(), tight.get(tight.size() - 1).until().minusDays(1), overview);
        return part.axis.days() <= overview.days() * WIDE ? part : all;
    }

    private static Window around(LocalDate first, LocalDate last, TimelineAxis overview) {
        long span = ChronoUnit.DAYS.between(first, last);
        long pad = Math.max(PAD_DAYS, Math.round(span * PAD));
        LocalDate from = first.minusDays(pad);
        LocalDate until = last.plusDays(pad + 1);
        if (span >= MONTHS_FROM) {
            from = from.withDayOfMonth(1);
            until = until.minusDays(1).with(TemporalAdjusters.firstDayOfNextMonth());
        } else if (span >= WEEKS_FROM) {
            from = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            until = until.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        }
        from = from.isBefore(overview.from()) ? overview.from() : from;
        until = until.isAfter(overview.until()) ? overview.until() : until;
        return new Window(new TimelineAxis(from, until, overview.left(), overview.right(), overview.words()), span);
    }

    static TimelinePanel of(
            List<TimelineEvent> events, TimelineRibbon ribbon, Window enlarged, Frame frame, Instant now) {
        TimelineAxis window = enlarged.axis;
        double flagTop = frame.top + 34;
        List<Flag> dry = TimelineFlags.draw(events, window, now, flagTop, 0, true);
        boolean ruled = dry.stream().anyMatch(f -> f.rule() != null);
        double ribbonTop = frame.top + 40 + TimelineFlags.rows(dry, flagTop) * TimelineFlags.ROW + (ruled ? 24 : 6);
        LocalDate end = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        ribbonTop += window.holds(end) ? 14 : 0;
        double base = ribbonTop + RIBBON;
        List<Flag> flags = TimelineFlags.draw(events, window, now, flagTop, base, true);
        List<Double> lines = flags.stream().map(Flag::x).toList();
        TimelineSegments segments = new TimelineSegments(frame.id, window, ribbonTop, RIBBON, 8);
        TimelineCaptions captions = TimelineCaptions.of(ribbon, window, segments, base);
        Today today = null;
        if (window.holds(end)) {
            double x = window.x(end);
            today = new Today(
                    x,
                    ribbonTop - 6,
                    base + 6,
                    new Words(x, ribbonTop - 11, window.words().say().today(), "middle", "strong"));
        }
        boolean wide = window.days() > frame.overview.days() * WIDE;
        return new TimelinePanel(
                wide ? window.words().say().inDetail() : window.words().say().enlarged(),
                span(window),
                enlarged.span >= MONTHS_FROM ? null : years(window),
                frame.overview.x(window.from()),
                frame.overview.x(window.until()),
                frame.lensTop,
                frame.lensBottom,
                window.left(),
                window.right(),
                frame.top,
                ticks(enlarged),
                ribbonTop,
                base,
                segments.draw(ribbon, lines),
                captions.diamonds(),
                captions.captions(),
                flags,
                today,
                captions.bottom());
    }

    private static String years(TimelineAxis window) {
        int first = window.from().getYear();
        int last = window.until().minusDays(1).getYear();
        return first == last ? String.valueOf(first) : first + "–" + last;
    }

    private static List<Tick> ticks(Window enlarged) {
        TimelineAxis window = enlarged.axis;
        if (enlarged.span < MONTHS_FROM) {
            return window.dayTicks(enlarged.span >= WEEKS_FROM, 64).stream()
                    .filter(t -> t.panelX() + TimelineShapes.width(t.words(), 13) <= window.right() + 8)
                    .toList();
        }
        return window.days() > 366 * 3 ? window.yearTicks(44) : window.monthTicks(64);
    }

    private static String span(TimelineAxis window) {
        TimelineMessages say = window.words().say();
        boolean months = window.from().getDayOfMonth() == 1 && window.until().getDayOfMonth() == 1;
        if (months) {
            int count = (int) ChronoUnit.MONTHS.between(window.from(), window.until());
            return count >= 24 && count % 12 == 0 ? say.years(count / 12) : say.months(count);
        }
        int days = (int) window.days();
        return days % 7 == 0 ? say.weeks(days / 7) : say.days(days);
    }

    public double nameY() {
        return top + 16;
    }

    public double spanY() {
        return top + 34;
    }

    public double yearsY() {
        return top + 51;
    }

    public double tickY() {
        return top + 22;
    }

    /** The outline of what is enlarged, opening to the panel. */
    public String lens() {
        return "M" + left + " " + base + "V" + top + "L" + lensLeft + " " + lensBottom + "V" + lensTop + "H" + lensRight
                + "V" + lensBottom + "L" + right + " " + top;
    }

    /** The grey ground: from the ribbon of the overview down and out to the whole width. */
    public String ground() {
        return lensLeft + "," + lensTop + " " + lensRight + "," + lensTop + " " + lensRight + "," + lensBottom + " "
                + right + "," + top + " " + right + "," + base + " " + left + "," + base + " " + left + "," + top + " "
                + lensLeft + "," + lensBottom;
    }
}
