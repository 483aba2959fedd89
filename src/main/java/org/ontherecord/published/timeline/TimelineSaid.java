package org.ontherecord.published.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.ontherecord.published.timeline.TimelineEvent.Precision;
import org.ontherecord.published.timeline.TimelineEvent.Type;
import org.ontherecord.published.timeline.TimelineShapes.Bracket;
import org.ontherecord.published.timeline.TimelineShapes.Mark;
import org.ontherecord.published.timeline.TimelineShapes.Words;

/**
 * The lane of sayings: marks stacked upward where they crowd, and a bracket with the number where they would be a blur.
 * Marks stand relative to the lane's line at 0; brackets find their row later.
 */
record TimelineSaid(List<Mark> marks, List<Bracket> brackets, Words firstLabel, List<Words> about, int levels) {

    private static final double APART = 11;
    private static final double BLUR_WIDTH = 40;
    private static final int BLUR = 12;
    private static final int LEVELS = 3;

    /** A mark on its way to a place. */
    private record Spot(TimelineEvent event, double x, double to) {
        boolean isRough() {
            return to > x;
        }
    }

    static TimelineSaid of(List<TimelineEvent> events, TimelineAxis axis) {
        List<Spot> spots = events.stream()
                .filter(TimelineEvent::isListedSaying)
                .map(e -> spot(e, axis))
                .sorted(Comparator.comparing(Spot::x).thenComparing(s -> -s.to))
                .toList();
        Set<Spot> blurred = new HashSet<>();
        List<Bracket> brackets = new ArrayList<>();
        List<Spot> points = spots.stream().filter(s -> !s.isRough()).toList();
        for (List<Spot> blur : blurs(points)) {
            blurred.addAll(blur);
            brackets.add(bracket(
                    blur.get(0).x,
                    blur.get(blur.size() - 1).x,
                    axis.words().say().manyTimes(String.valueOf(blur.size())),
                    axis));
        }
        events.stream()
                .filter(e -> e.said() != null && e.said().counted() != null)
                .forEach(e -> brackets.add(counted(e, axis)));

        List<Mark> marks = new ArrayList<>();
        double[] ends = new double[LEVELS];
        Arrays.fill(ends, Double.NEGATIVE_INFINITY);
        int levels = 1;
        List<Words> about = new ArrayList<>();
        Words firstLabel = null;
        for (Spot spot : spots) {
            if (blurred.contains(spot) && !spot.event.first()) {
                continue;
            }
            int level = freeLevel(ends, spot.x);
            ends[level] = Math.max(ends[level], spot.to);
            levels = Math.max(levels, level + 1);
            marks.add(mark(spot, level));
            if (spot.event.first()) {
                firstLabel = firstLabel(spot, axis);
            } else if (spot.isRough()) {
                about.add(new Words(
                        mid(spot), 20, axis.words().date(spot.event.date(), spot.event.precision()), "middle", "note"));
            }
        }
        return new TimelineSaid(
                List.copyOf(marks), List.copyOf(brackets), firstLabel, withRoom(about, firstLabel), levels);
    }

    /** Those that run into neither the first label nor each other; what is left out stands in the list. */
    private static List<Words> withRoom(List<Words> about, Words firstLabel) {
        List<Words> kept = new ArrayList<>();
        for (Words words : about) {
            boolean free = (firstLabel == null || !words.overlaps(firstLabel))
                    && kept.stream().noneMatch(words::overlaps);
            if (free) {
                kept.add(words);
            }
        }
        return List.copyOf(kept);
    }

    private static Spot spot(TimelineEvent event, TimelineAxis axis) {
        LocalDate from = event.date();
        LocalDate until = switch (event.precision()) {
            case MONTH -> from.withDayOfMonth(1).plusMonths(1);
            case SEASON -> from.withDayOfMonth(1).plusMonths(3);
            case YEAR -> from.withDayOfYear(1).plusYears(1);
            default -> from;
        };
        LocalDate start = switch (event.precision()) {
            case MONTH, SEASON -> from.withDayOfMonth(1);
            case YEAR -> from.withDayOfYear(1);
            default -> from;
        };
        return new Spot(event, axis.x(start), axis.x(until));
    }

    /** Runs of marks that are over twelve within forty pixels, or higher than a stack may be. */
    private static List<List<Spot>> blurs(List<Spot> points) {
        boolean[] blurred = new boolean[points.size()];
        for (int i = 0; i < points.size(); i++) {
            int inWindow = i;
            int inStack = i;
            while (inWindow < points.size() && points.get(inWindow).x <= points.get(i).x + BLUR_WIDTH) {
                if (points.get(inWindow).x < points.get(i).x + APART) {
                    inStack++;
                }
                inWindow++;
            }
            if (inWindow - i > BLUR) {
                Arrays.fill(blurred, i, inWindow, true);
            } else if (inStack - i > LEVELS) {
                Arrays.fill(blurred, i, inStack, true);
            }
        }
        List<List<Spot>> blurs = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (!blurred[i]) {
                continue;
            }
            boolean goesOn = i > 0 && blurred[i - 1] && points.get(i).x - points.get(i - 1).x <= BLUR_WIDTH;
            if (!goesOn) {
                blurs.add(new ArrayList<>());
            }
            blurs.get(blurs.size() - 1).add(points.get(i));
        }
        return blurs;
    }

    private static int freeLevel(double[] ends, double x) {
        for (int level = 0; level < ends.length; level++) {
            if (x - ends[level] >= APART) {
                return level;
            }
        }
        return ends.length - 1;
    }

    private static Mark mark(Spot spot, int level) {
        String shape = spot.event.first() ? "first" : spot.event.type() == Type.REPORTED ? "reported" : "said";
        return new Mark(shape, spot.x, -APART * level, TimelineAxis.round(spot.to - spot.x));
    }

    private static Words firstLabel(Spot spot, TimelineAxis axis) {
        String word = spot.event.type() == Type.REPORTED
                ? axis.words().say().firstReported()
                : axis.words().say().firstSaid();
        String words = spot.event.precision() == Precision.DAY || spot.event.precision() == Precision.MINUTE
                ? word
                : word + " " + axis.words().date(spot.event.date(), spot.event.precision());
        return within(axis, new Words(mid(spot), 20, words, "middle", "strong"), spot.x - 7);
    }

    /** Keeps centred words on the axis: near its ends they start or end with it. */
    static Words within(TimelineAxis axis, Words words, double start) {
        if (words.from() < axis.left()) {
            return new Words(Math.max(start, axis.left()), words.y(), words.words(), "start", words.look());
        }
        if (words.to() > axis.right() + 8) {
            return new Words(axis.right() + 8, words.y(), words.words(), "end", words.look());
        }
        return words;
    }

    private static double mid(Spot spot) {
        return TimelineAxis.round((spot.x + spot.to) / 2);
    }

    private static Bracket counted(TimelineEvent event, TimelineAxis axis) {
        double from = axis.x(event.said().counted().from()) + 4;
        double to = axis.x(event.said().counted().to().plusDays(1)) - 4;
        String whole = axis.words().times(event.said());
        String alone = axis.words().timesAlone(event.said());
        boolean onlyAloneFits = !fits(whole, from, to) && fits(alone, from, to);
        return bracket(from, Math.max(from, to), onlyAloneFits ? alone : whole, axis);
    }

    private static Bracket bracket(double from, double to, String words, TimelineAxis axis) {
        double room = room(words);
        double left = TimelineAxis.round(from);
        double right = TimelineAxis.round(to);
        if (fits(words, left, right)) {
            Words middle = new Words(TimelineAxis.round((left + right) / 2), 0, words, "middle", "note");
            return new Bracket(left, right, middle, 0);
        }
        boolean roomRight = right + room + 6 <= axis.right();
        Words beside = roomRight
                ? new Words(TimelineAxis.round(right + 6), 0, words, "start", "note")
                : new Words(TimelineAxis.round(left - 6), 0, words, "end", "note");
        return new Bracket(left, right, beside, 0);
    }

    private static boolean fits(String words, double from, double to) {
        return to - from >= room(words) + 24;
    }

    private static double room(String words) {
        return TimelineShapes.width(words, 13) / 1.2;
    }
}
