package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ontherecord.platform.Wording;
import org.ontherecord.published.timeline.TimelineEvent.Deadline;
import org.ontherecord.published.timeline.TimelineEvent.Precision;
import org.ontherecord.published.timeline.TimelineEvent.Type;
import org.ontherecord.published.timeline.TimelineRibbon.Change;
import org.ontherecord.published.timeline.TimelineRibbon.Texture;
import org.ontherecord.published.timeline.TimelineShapes.Flag;
import org.ontherecord.published.timeline.TimelineShapes.Key;
import org.ontherecord.published.timeline.TimelineShapes.Mark;

/**
 * The figure in words.
 *
 * @param title its name and span
 * @param description a few sentences that say what one sees, for those who do not
 * @param lede one line above the figure
 * @param counted who counted the totals, or null
 */
public record TimelineText(String title, String description, String lede, String counted) {

    private static final int NAMED_CHANGES = 6;

    static TimelineText of(
            TimelineModel.Subject subject, List<TimelineEvent> events, TimelineRibbon ribbon, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate first = events.isEmpty() ? today : events.get(0).date();
        String title = "Timeline of " + subject.name() + ", " + TimelineDates.months(first, today);
        String description = Stream.of(
                        said(events),
                        verdicts(ribbon),
                        deadlines(events, now),
                        checks(events, ribbon),
                        "The list of steps tells the same, one by one.")
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
        return new TimelineText(title, description, lede(events, ribbon), counters(events));
    }

    static List<Key> key(List<TimelineEvent> events, List<Mark> marks, List<Flag> flags, TimelineRibbon ribbon) {
        Map<String, String> words = new LinkedHashMap<>();
        boolean onlyReported = events.stream().anyMatch(e -> e.first() && e.type() == Type.REPORTED);
        words.put("first", onlyReported ? "First reported" : "First said");
        words.put("said", "Said again");
        words.put("reported", "Reported");
        words.put("change", "Verdict changed");
        words.put("check", "Checked, no change");
        words.put("correction", "Corrected");
        words.put("context", "Context");
        words.put("deadline", "Deadline");
        words.put("moved", "Deadline before it was moved");
        words.put("unrated", "On record, not yet rated");
        words.put("interim", "Interim verdict");
        words.put("final", "Final verdict");
        List<String> seen = new ArrayList<>(marks.stream().map(Mark::shape).toList());
        if (!ribbon.changes().isEmpty()) {
            seen.add("change");
        }
        flags.forEach(f -> seen.add(f.moved() ? "moved" : "deadline"));
        Map<String, String> roles = new HashMap<>();
        ribbon.stretches().stream()
                .filter(s -> s.rating() != null)
                .forEach(s -> roles.put(
                        s.texture().name().toLowerCase(Locale.ROOT), s.rating().role()));
        seen.addAll(roles.keySet());
        return words.entrySet().stream()
                .filter(e -> seen.contains(e.getKey()))
                .map(e -> new Key(e.getKey(), roles.get(e.getKey()), e.getValue()))
                .toList();
    }

    private static String said(List<TimelineEvent> events) {
        List<TimelineEvent> listed =
                events.stream().filter(TimelineEvent::isListedSaying).toList();
        String counted = events.stream()
                .filter(e -> e.said() != null && e.said().counted() != null)
                .map(e -> TimelineDates.times(e.said()))
                .collect(Collectors.joining(" and "));
        if (listed.isEmpty()) {
            return counted.isEmpty() ? "" : "Said " + counted + ".";
        }
        TimelineEvent first =
                listed.stream().filter(TimelineEvent::first).findFirst().orElse(listed.get(0));
        TimelineEvent last = listed.get(listed.size() - 1);
        String word = first.type() == Type.REPORTED ? "First reported " : "First said ";
        String again = listed.size() == 1
                ? ""
                : ", " + TimelineDates.times(listed.size()) + " on record until "
                        + TimelineDates.on(last.date(), last.precision());
        return word + TimelineDates.on(first.date(), first.precision()) + again
                + (counted.isEmpty() ? "" : ", counted " + counted) + ".";
    }

    private static String verdicts(TimelineRibbon ribbon) {
        List<Change> changes = ribbon.changes();
        if (changes.isEmpty()) {
            return "There is no verdict yet.";
        }
        if (changes.size() <= NAMED_CHANGES) {
            return "Verdicts: " + changes.stream().map(TimelineText::named).collect(Collectors.joining("; ")) + ".";
        }
        return TimelineDates.number(changes.size(), "verdict") + ": first " + named(changes.get(0)) + "; last "
                + named(changes.get(changes.size() - 1)) + ".";
    }

    private static String named(Change change) {
        String words = change.withdraws() ? "withdrawn" : change.rating().label();
        return words + " from " + Wording.day(change.on()) + (change.replaced() ? " (since corrected)" : "");
    }

    private static String deadlines(List<TimelineEvent> events, Instant now) {
        List<Deadline> deadlines = events.stream()
                .map(TimelineEvent::deadline)
                .filter(d -> d != null)
                .toList();
        String moved = deadlines.stream()
                .filter(d -> d.isMoved())
                .map(d -> Wording.day(d.day()))
                .collect(Collectors.joining(", then "));
        return deadlines.stream()
                .filter(d -> !d.isMoved())
                .max(Comparator.comparing(Deadline::at))
                .map(d -> "The deadline " + (d.at().isAfter(now) ? "is " : "was ")
                        + Wording.day(d.day()) + ", "
                        + TimelineDates.time(d.at(), d.zone())
                        + (moved.isEmpty() ? "." : ", moved from " + moved + "."))
                .orElse("");
    }

    private static String checks(List<TimelineEvent> events, TimelineRibbon ribbon) {
        List<TimelineEvent> checks =
                events.stream().filter(e -> TimelineChecked.isHeld(e, ribbon)).toList();
        String corrected = events.stream()
                .filter(e -> e.type() == Type.CORRECTION)
                .map(e -> Wording.day(e.date()))
                .collect(Collectors.joining(" and "));
        String checked = checks.isEmpty()
                ? ""
                : "Checked again " + TimelineDates.times(checks.size()) + ", last on "
                        + Wording.day(checks.get(checks.size() - 1).date()) + ", no change.";
        return (checked + (corrected.isEmpty() ? "" : " Corrected on " + corrected + ".")).strip();
    }

    /** "Said over 1 year 8 months; 10 weeks from the first verdict to the last; three checks since." */
    private static String lede(List<TimelineEvent> events, TimelineRibbon ribbon) {
        List<String> parts = new ArrayList<>();
        List<TimelineEvent> said = events.stream().filter(e -> e.said() != null).toList();
        if (!said.isEmpty()) {
            LocalDate from = said.get(0).date();
            LocalDate to = said.stream()
                    .map(TimelineText::end)
                    .max(Comparator.naturalOrder())
                    .orElse(from);
            boolean once = said.size() == 1 && said.get(0).isListedSaying();
            boolean exact = said.get(0).precision() == Precision.DAY;
            parts.add(
                    once || !from.isBefore(to)
                            ? "on record " + TimelineDates.times(said.size()) + (exact ? ", on " : ", ")
                                    + TimelineDates.on(from, said.get(0).precision())
                            : "said over " + TimelineDates.span(from, to));
        }
        List<Change> changes = ribbon.changes();
        if (changes.isEmpty()) {
            parts.add("no verdict yet");
        } else if (changes.size() == 1) {
            parts.add("one verdict, " + named(changes.get(0)));
        } else {
            Change last = changes.get(changes.size() - 1);
            boolean sameDay = last.on().equals(changes.get(0).on());
            parts.add(TimelineDates.number(changes.size(), "verdict")
                    + (sameDay
                            ? " in one day"
                            : " in " + TimelineDates.span(changes.get(0).on(), last.on())));
            long checks = events.stream()
                    .filter(e -> TimelineChecked.isHeld(e, ribbon) && e.date().isAfter(last.on()))
                    .count();
            parts.add(checks == 0 ? "" : TimelineDates.number(checks, "check") + " since");
        }
        boolean ended = !ribbon.stretches().isEmpty()
                && ribbon.stretches().get(ribbon.stretches().size() - 1).texture() == Texture.WITHDRAWN;
        parts.add(ended ? "withdrawn" : "");
        return Wording.capitalise(parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining("; ")) + ".");
    }

    private static LocalDate end(TimelineEvent event) {
        return event.said().counted() == null
                ? event.date()
                : event.said().counted().to();
    }

    private static String counters(List<TimelineEvent> events) {
        String by = events.stream()
                .filter(e -> e.said() != null && e.said().counted() != null)
                .map(e -> e.said().counted().by())
                .distinct()
                .collect(Collectors.joining("; "));
        return by.isEmpty() ? null : by;
    }
}
