package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.ontherecord.published.timeline.TimelineEvent.Deadline;
import org.ontherecord.published.timeline.TimelineShapes.Flag;
import org.ontherecord.published.timeline.TimelineShapes.Words;

/** Deadlines as flags in rows, so that no flag hides another: the one that counts flies to the preferred side. */
final class TimelineFlags {
    static final double ROW = 22;
    private static final int MOST_ROWS = 4;

    private TimelineFlags() {}

    /** Rows go downward from {@code top}; see {@link #rows}. Only the current flag may carry its rule. */
    static List<Flag> draw(
            List<TimelineEvent> events, TimelineAxis axis, Instant now, double top, double bottom, boolean enlarged) {
        List<Flag> flags = new ArrayList<>();
        events.stream()
                .filter(e -> e.deadline() != null && axis.holds(e.date()))
                .sorted(Comparator.comparing(e -> e.deadline().isMoved()))
                .forEach(e -> flags.add(flag(e.deadline(), axis, now, top, bottom, enlarged, flags)));
        return flags;
    }

    static int rows(List<Flag> flags, double top) {
        return flags.stream()
                .mapToInt(f -> 1 + (int) ((f.top() - top) / ROW))
                .max()
                .orElse(0);
    }

    private static Flag flag(
            Deadline deadline,
            TimelineAxis axis,
            Instant now,
            double top,
            double bottom,
            boolean enlarged,
            List<Flag> others) {
        LocalDateTime there = LocalDateTime.ofInstant(deadline.at(), deadline.zone());
        double x = axis.x(there);
        boolean moved = deadline.isMoved();
        String words = words(deadline, axis.words(), enlarged);
        double width = TimelineAxis.round(TimelineShapes.width(words, 13) + (enlarged ? -6 : 8));
        boolean left = enlarged ? x - width >= axis.left() : x + width > axis.right() + 8;
        double row = top;
        while (clashes(others, x, width, left, row) && row < top + MOST_ROWS * ROW) {
            row += ROW;
        }
        boolean ahead = deadline.at().isAfter(now);
        Words rule = enlarged && !moved ? rule(deadline, axis, x, row, left) : null;
        return new Flag(x, row, bottom, width, left, ahead, moved, words, rule);
    }

    private static String words(Deadline deadline, TimelineWords words, boolean enlarged) {
        return enlarged
                ? words.say().deadlineAt(words.dayAndMonth(deadline.day()), words.clock(deadline.at(), deadline.zone()))
                : words.say().deadline();
    }

    private static boolean clashes(List<Flag> others, double x, double width, boolean left, double row) {
        double from = left ? x - width : x;
        return others.stream().anyMatch(o -> o.top() == row && from < o.to() + 4 && o.from() < from + width + 4);
    }

    private static Words rule(Deadline deadline, TimelineAxis axis, double x, double row, boolean left) {
        if (deadline.rule() == null) {
            return null;
        }
        double room = left ? x - axis.left() - 16 : axis.right() - x - 16;
        String words = TimelineWords.clip(deadline.rule(), (int) Math.min(60, room / (13 * 0.6)));
        return words.isEmpty()
                ? null
                : new Words(left ? x - 18 : x + 10, row + 41, words, left ? "end" : "start", "rule");
    }
}
