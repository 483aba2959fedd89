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
            TimelineModel.Subject subject,
            List<TimelineEvent> events,
            TimelineRibbon ribbon,
            Instant now,
            TimelineWords words) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate first = events.isEmpty() ? today : events.get(0).date();
        String description = TimelineWords.joined(List.of(
                said(events, words),
                verdicts(ribbon, words),
                deadlines(events, now, words),
                checks(events, ribbon, words),
                words.say().listTellsTheSame()));
        return new TimelineText(
                words.say().title(subject.name(), words.months(first, today)),
                description,
                lede(events, ribbon, words),
                counters(events));
    }

    static List<Key> key(
            List<TimelineEvent> events,
            List<Mark> marks,
            List<Flag> flags,
            TimelineRibbon ribbon,
            TimelineMessages say) {
        Map<String, String> words = new LinkedHashMap<>();
        boolean onlyReported = events.stream().anyMatch(e -> e.first() && e.type() == Type.REPORTED);
        words.put("first", onlyReported ? say.firstReported() : say.firstSaid());
        words.put("said", say.saidAgain());
        words.put("reported", say.reported());
        words.put("change", say.verdictChanged());
        words.put("check", say.checkedNoChange());
        words.put("correction", say.corrected());
        words.put("context", say.context());
        words.put("deadline", say.deadline());
        words.put("moved", say.deadlineBefore());
        words.put("unrated", say.unrated());
        words.put("interim", say.interimVerdict());
        words.put("final", say.finalVerdict());
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

    private static String said(List<TimelineEvent> events, TimelineWords words) {
        TimelineMessages say = words.say();
        List<TimelineEvent> listed =
                events.stream().filter(TimelineEvent::isListedSaying).toList();
        String counted = events.stream()
                .filter(e -> e.said() != null && e.said().counted() != null)
                .map(e -> words.times(e.said()))
                .collect(Collectors.joining(" " + say.and() + " "));
        if (listed.isEmpty()) {
            return counted.isEmpty() ? "" : say.saidTimes(counted) + ".";
        }
        TimelineEvent first =
                listed.stream().filter(TimelineEvent::first).findFirst().orElse(listed.get(0));
        TimelineEvent last = listed.get(listed.size() - 1);
        String date = words.on(first.date(), first.precision());
        String begins = first.type() == Type.REPORTED ? say.firstReportedOn(date) : say.firstSaidOn(date);
        String again = listed.size() == 1
                ? ""
                : say.onRecordUntil(words.times(listed.size()), words.until(last.date(), last.precision()));
        return begins + again + (counted.isEmpty() ? "" : say.countedTimes(counted)) + ".";
    }

    private static String verdicts(TimelineRibbon ribbon, TimelineWords words) {
        List<Change> changes = ribbon.changes();
        if (changes.isEmpty()) {
            return words.say().noVerdict();
        }
        if (changes.size() <= NAMED_CHANGES) {
            return words.say()
                    .verdicts(changes.stream()
                            .map(c -> named(c, words))
                            .collect(Collectors.joining(words.say().semicolon() + " ")));
        }
        return words.say()
                .manyVerdicts(
                        words.number(changes.size()),
                        named(changes.get(0), words),
                        named(changes.get(changes.size() - 1), words));
    }

    private static String named(Change change, TimelineWords words) {
        String verdict =
                change.withdraws() ? words.say().withdrawn() : change.rating().label();
        String from = words.say().from(verdict, words.day(change.on()));
        return change.replaced() ? from + " " + words.say().sinceCorrected() : from;
    }

    private static String deadlines(List<TimelineEvent> events, Instant now, TimelineWords words) {
        List<Deadline> deadlines = events.stream()
                .map(TimelineEvent::deadline)
                .filter(d -> d != null)
                .toList();
        String moved = deadlines.stream()
                .filter(Deadline::isMoved)
                .map(d -> words.day(d.day()))
                .collect(Collectors.joining(words.say().then() + " "));
        return deadlines.stream()
                .filter(d -> !d.isMoved())
                .max(Comparator.comparing(Deadline::at))
                .map(d -> deadline(d, now, words)
                        + (moved.isEmpty() ? "" : words.say().movedFrom(moved)) + ".")
                .orElse("");
    }

    private static String deadline(Deadline deadline, Instant now, TimelineWords words) {
        String day = words.day(deadline.day());
        String time = words.time(deadline.at(), deadline.zone());
        return deadline.at().isAfter(now)
                ? words.say().deadlineIs(day, time)
                : words.say().deadlineWas(day, time);
    }

    private static String checks(List<TimelineEvent> events, TimelineRibbon ribbon, TimelineWords words) {
        List<TimelineEvent> checks =
                events.stream().filter(e -> TimelineChecked.isHeld(e, ribbon)).toList();
        String corrected = events.stream()
                .filter(e -> e.type() == Type.CORRECTION)
                .map(e -> words.day(e.date()))
                .collect(Collectors.joining(" " + words.say().and() + " "));
        String checked = checks.isEmpty()
                ? ""
                : words.say()
                        .checkedAgain(
                                words.times(checks.size()),
                                words.day(checks.get(checks.size() - 1).date()));
        return TimelineWords.joined(
                List.of(checked, corrected.isEmpty() ? "" : words.say().correctedOn(corrected)));
    }

    /** "Said over 1 year 8 months; four verdicts in 10 weeks; three checks since." */
    private static String lede(List<TimelineEvent> events, TimelineRibbon ribbon, TimelineWords words) {
        boolean ended = !ribbon.stretches().isEmpty()
                && ribbon.stretches().get(ribbon.stretches().size() - 1).texture() == Texture.WITHDRAWN;
        return Wording.capitalise(Stream.of(
                                saidOver(events, words),
                                changed(ribbon, words),
                                checkedSince(events, ribbon, words),
                                ended ? words.say().withdrawn() : "")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(words.say().semicolon() + " "))
                + ".");
    }

    private static String saidOver(List<TimelineEvent> events, TimelineWords words) {
        List<TimelineEvent> said = events.stream().filter(e -> e.said() != null).toList();
        if (said.isEmpty()) {
            return "";
        }
        TimelineEvent first = said.get(0);
        LocalDate to = said.stream()
                .map(TimelineText::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean once = said.size() == 1 && first.isListedSaying();
        if (!once && first.date().isBefore(to)) {
            return words.say().saidOver(words.span(first.date(), to));
        }
        String times = words.times(said.size());
        String date = words.date(first.date(), first.precision());
        return TimelineWords.isRough(first.precision())
                ? words.say().onRecordAbout(times, date)
                : words.say().onRecordOn(times, date);
    }

    private static String changed(TimelineRibbon ribbon, TimelineWords words) {
        List<Change> changes = ribbon.changes();
        if (changes.isEmpty()) {
            return words.say().noVerdictYet();
        }
        if (changes.size() == 1) {
            return words.say().oneVerdict(named(changes.get(0), words));
        }
        LocalDate first = changes.get(0).on();
        LocalDate last = changes.get(changes.size() - 1).on();
        String number = words.number(changes.size());
        return last.equals(first)
                ? words.say().verdictsInOneDay(number)
                : words.say().verdictsIn(number, words.span(first, last));
    }

    private static String checkedSince(List<TimelineEvent> events, TimelineRibbon ribbon, TimelineWords words) {
        List<Change> changes = ribbon.changes();
        if (changes.size() < 2) {
            return "";
        }
        LocalDate last = changes.get(changes.size() - 1).on();
        int checks = (int) events.stream()
                .filter(e -> TimelineChecked.isHeld(e, ribbon) && e.date().isAfter(last))
                .count();
        return checks == 0 ? "" : words.say().checksSince(checks, words.number(checks));
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
