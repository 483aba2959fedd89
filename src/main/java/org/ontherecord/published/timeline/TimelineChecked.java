package org.ontherecord.published.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.ontherecord.published.timeline.TimelineEvent.Kind;
import org.ontherecord.published.timeline.TimelineEvent.Type;
import org.ontherecord.published.timeline.TimelineShapes.Mark;
import org.ontherecord.published.timeline.TimelineShapes.Words;

/** The lane of our own checks and corrections, with their labels where there is room: corrections first. */
record TimelineChecked(List<Mark> marks, List<Words> labels) {

    private static final double AROUND = 11;

    static TimelineChecked of(List<TimelineEvent> events, TimelineRibbon ribbon, TimelineAxis axis, double y) {
        List<TimelineEvent> shown = events.stream()
                .filter(e -> shape(e, ribbon) != null && axis.holds(e.date()))
                .toList();
        List<Mark> marks = shown.stream()
                .map(e -> new Mark(shape(e, ribbon), axis.x(e.date()), y, 0))
                .toList();
        List<Words> labels = new ArrayList<>();
        shown.stream().sorted(Comparator.comparing(e -> rank(shape(e, ribbon)))).forEach(event -> {
            double start = TimelineAxis.round(axis.x(event.date()) + 15);
            Words label = new Words(start, y + 4.5, words(event, axis.words()), "start", "note");
            boolean free = label.to() <= axis.right() + 8
                    && marks.stream().noneMatch(m -> m.x() + AROUND > start && m.x() - AROUND < label.to())
                    && labels.stream().noneMatch(l -> l.from() < label.to() && l.to() > start);
            if (free) {
                labels.add(label);
            }
        });
        return new TimelineChecked(marks, labels);
    }

    /** Whether a verdict was published that left the rating as it was. */
    static boolean isHeld(TimelineEvent event, TimelineRibbon ribbon) {
        boolean held = event.verdict() != null
                && event.verdict().kind() == Kind.UPDATE
                && ribbon.changes().stream().noneMatch(c -> c.event() == event);
        return held || event.type() == Type.CHECK;
    }

    private static String shape(TimelineEvent event, TimelineRibbon ribbon) {
        if (event.type() == Type.CORRECTION) {
            return "correction";
        }
        if (isHeld(event, ribbon)) {
            return "check";
        }
        return event.type() == Type.CONTEXT && event.verdict() == null ? "context" : null;
    }

    private static int rank(String shape) {
        return switch (shape) {
            case "correction" -> 0;
            case "check" -> 1;
            default -> 2;
        };
    }

    private static String words(TimelineEvent event, TimelineWords words) {
        if (event.label() != null) {
            return event.label();
        }
        return switch (event.type()) {
            case CORRECTION -> words.say().correctedOnDay(words.day(event.date()));
            case CONTEXT ->
                event.challenge() != null
                        ? words.say().challengedHere()
                        : event.merge() != null
                                ? words.say().mergedHere()
                                : words.say().contextHere();
            default -> words.say().checkedHere();
        };
    }
}
