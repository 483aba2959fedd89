package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.ontherecord.published.timeline.TimelineAxis.Tick;
import org.ontherecord.published.timeline.TimelineEvent.Rating;
import org.ontherecord.published.timeline.TimelineRibbon.Change;
import org.ontherecord.published.timeline.TimelineRibbon.Stretch;
import org.ontherecord.published.timeline.TimelineRibbon.Texture;
import org.ontherecord.published.timeline.TimelineShapes.Bracket;
import org.ontherecord.published.timeline.TimelineShapes.Diamond;
import org.ontherecord.published.timeline.TimelineShapes.Dotted;
import org.ontherecord.published.timeline.TimelineShapes.Flag;
import org.ontherecord.published.timeline.TimelineShapes.Inside;
import org.ontherecord.published.timeline.TimelineShapes.Key;
import org.ontherecord.published.timeline.TimelineShapes.Mark;
import org.ontherecord.published.timeline.TimelineShapes.Segment;
import org.ontherecord.published.timeline.TimelineShapes.Today;
import org.ontherecord.published.timeline.TimelineShapes.Words;

/**
 * The figure "How the verdict changed", ready to print: overview, enlarged panel by its rule, small figure for phones,
 * key and text alternative. One linear axis shows how long things lasted; the panel shows what the axis squeezes.
 */
public record TimelineModel(
        Subject subject,
        TimelineText text,
        double height,
        List<Tick> ticks,
        double laneBottom,
        double saidY,
        double ribbonY,
        double checkedY,
        List<Mark> marks,
        List<Bracket> brackets,
        List<Words> labels,
        Dotted notYet,
        List<Segment> segments,
        Inside current,
        List<Diamond> diamonds,
        List<Flag> flags,
        Today today,
        TimelinePanel panel,
        TimelineMini mini,
        List<String> hatches,
        List<Key> key) {

    private static final double LEFT = 84;
    private static final double RIGHT = 1088;
    private static final double FLAG_TOP = 26;
    private static final double RIBBON = 36;

    /**
     * What the figure is about.
     *
     * @param id unique on the page, a letter first
     * @param listUrl where the same events stand as a list
     * @param dataUrl where they can be downloaded, or null
     */
    public record Subject(String id, String name, String listUrl, String dataUrl) {
        /** The same data as JSON. */
        public String jsonUrl() {
            return dataUrl.replace("timeline.csv", "timeline.json");
        }
    }

    public static TimelineModel of(Subject subject, List<TimelineEvent> unordered, Instant now, TimelineMessages say) {
        List<TimelineEvent> events = TimelineEvent.inOrder(unordered);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TimelineRibbon ribbon = TimelineRibbon.of(events, today);
        TimelineAxis axis = axis(events, today, LEFT, RIGHT).in(new TimelineWords(say));

        TimelineSaid said = TimelineSaid.of(events, axis);
        List<Flag> dry = TimelineFlags.draw(events, axis, now, FLAG_TOP, 0, false);
        int rows = TimelineRows.needed(said.brackets(), dry, FLAG_TOP);
        double saidY = 68 + (rows - 1) * TimelineFlags.ROW + Math.max(0, said.levels() - 2) * 11;
        double ribbonY = saidY + 44;
        double checkedY = saidY + 120;
        double bottom = saidY + 144;

        TimelineSegments drawing = new TimelineSegments(subject.id, axis, ribbonY, RIBBON, 8);
        TimelineChecked checked = TimelineChecked.of(events, ribbon, axis, checkedY);
        List<Flag> flags = TimelineFlags.draw(events, axis, now, FLAG_TOP, bottom, false);
        List<Segment> segments =
                drawing.draw(ribbon, flags.stream().map(Flag::x).toList());
        TimelinePanel.Window window = TimelinePanel.window(ribbon, axis, drawing);
        TimelinePanel panel = window == null
                ? null
                : TimelinePanel.of(
                        events,
                        ribbon,
                        window,
                        new TimelinePanel.Frame(subject.id, axis, ribbonY - 5, bottom + 8, bottom + 50),
                        now);
        Today end = today(axis, today, ribbonY);
        Inside current = current(ribbon, drawing, segments, end, ribbonY);

        List<Words> labels = new ArrayList<>();
        Stream.concat(Stream.ofNullable(said.firstLabel()), said.about().stream())
                .map(w -> new Words(w.x(), saidY + w.y(), w.words(), w.anchor(), w.look()))
                .map(w -> clearOf(end.words(), w))
                .forEach(labels::add);
        labels.addAll(checked.labels());
        List<Change> here = ribbon.changes().stream()
                .filter(c -> window == null || !window.axis().holds(c.on()))
                .toList();
        labels.addAll(dates(here, axis, ribbonY + RIBBON + 22, current));
        List<Mark> marks = Stream.concat(
                        said.marks().stream().map(m -> new Mark(m.shape(), m.x(), saidY + m.y(), m.width())),
                        checked.marks().stream())
                .toList();
        return new TimelineModel(
                subject,
                TimelineText.of(subject, events, ribbon, now, axis.words()),
                panel == null ? bottom + 6 : panel.bottom(),
                axis.yearTicks(44),
                bottom,
                saidY,
                ribbonY,
                checkedY,
                marks,
                TimelineRows.place(said.brackets(), dry, FLAG_TOP, rows),
                labels,
                notYet(ribbon, axis, ribbonY + RIBBON / 2),
                segments,
                current,
                diamonds(here, axis, ribbonY + RIBBON),
                flags,
                end,
                panel,
                TimelineMini.of(subject, events, ribbon, now, axis.words()),
                hatches(ribbon),
                TimelineText.key(events, marks, flags, ribbon, say));
    }

    public double saidWordY() {
        return saidY + 4.5;
    }

    public double ribbonWordY() {
        return ribbonY + RIBBON / 2 + 4.5;
    }

    public double checkedWordY() {
        return checkedY + 4.5;
    }

    static TimelineAxis axis(List<TimelineEvent> events, LocalDate today, double left, double right) {
        int first = events.stream().mapToInt(e -> e.date().getYear()).min().orElse(today.getYear());
        int last = events.stream()
                .filter(e -> e.deadline() != null)
                .mapToInt(e -> e.date().getYear())
                .max()
                .orElse(first);
        return TimelineAxis.years(Math.min(first, today.getYear()), Math.max(last, today.getYear()), left, right);
    }

    static List<String> hatches(TimelineRibbon ribbon) {
        return ribbon.stretches().stream()
                .filter(s -> s.texture() == Texture.INTERIM)
                .map(s -> s.rating().role())
                .distinct()
                .toList();
    }

    static Dotted notYet(TimelineRibbon ribbon, TimelineAxis axis, double y) {
        Stretch first = ribbon.stretches().isEmpty() ? null : ribbon.stretches().get(0);
        if (first == null || first.texture() != Texture.SAID) {
            return null;
        }
        double from = axis.x(first.from());
        double to = axis.x(first.until());
        if (axis.words() == null) {
            return new Dotted(from, to, y, null);
        }
        String words = axis.words().say().notYet();
        boolean fits = to - from > TimelineShapes.width(words, 13) + 40;
        Words inside = fits ? new Words(TimelineAxis.round((from + to) / 2), y + 4.5, words, "middle", "note") : null;
        return new Dotted(from, to, y, inside);
    }

    private static Today today(TimelineAxis axis, LocalDate today, double ribbonY) {
        double x = axis.x(today.plusDays(1));
        Words words = TimelineSaid.within(
                axis, new Words(x, ribbonY - 11, axis.words().say().today(), "middle", "strong"), x);
        return new Today(x, ribbonY - 5, ribbonY + RIBBON + 5, words);
    }

    /** What applies today always stands in words: under the ribbon when its own stretch is too short. */
    private static Inside current(
            TimelineRibbon ribbon, TimelineSegments drawing, List<Segment> segments, Today end, double ribbonY) {
        Rating rating = ribbon.current();
        boolean said = rating == null
                || !segments.isEmpty() && segments.get(segments.size() - 1).inside() != null;
        return said ? null : drawing.beside(rating, end.x(), ribbonY + RIBBON + 20, true);
    }

    /** Beside its mark instead of under it, where "Today" stands under it already. */
    private static Words clearOf(Words today, Words label) {
        boolean meets = label.to() > today.from() - 4 && label.from() < today.to() + 4;
        return meets ? new Words(label.x() - 14, label.y() - 15.5, label.words(), "end", label.look()) : label;
    }

    private static List<Diamond> diamonds(List<Change> changes, TimelineAxis axis, double y) {
        return changes.stream()
                .map(c -> new Diamond(role(c), axis.x(c.on()), y, c.withdraws() || c.replaced()))
                .toList();
    }

    /** Under their diamonds, as far as they meet neither each other nor the verdict of today. */
    private static List<Words> dates(List<Change> changes, TimelineAxis axis, double y, Inside current) {
        List<Words> dates = new ArrayList<>();
        for (Change change : changes) {
            String day = axis.words().day(change.on());
            String words = change.withdraws() ? axis.words().say().withdrawnOnDay(day) : day;
            double x = axis.x(change.on());
            Words date = TimelineSaid.within(axis, new Words(x, y, words, "middle", "date"), x);
            boolean clear = current == null || date.to() < current.x() - 6;
            if (clear && dates.stream().allMatch(d -> d.to() < date.from())) {
                dates.add(date);
            }
        }
        return dates;
    }

    static String role(Change change) {
        return change.withdraws() || change.rating() == null
                ? "none"
                : change.rating().role();
    }
}
