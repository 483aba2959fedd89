package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.ontherecord.platform.Wording;
import org.ontherecord.published.timeline.StepList.Happening;
import org.ontherecord.published.timeline.StepList.Step;
import org.ontherecord.published.timeline.TimelineEvent.Deadline;
import org.ontherecord.published.timeline.TimelineEvent.Kind;
import org.ontherecord.published.timeline.TimelineEvent.Precision;
import org.ontherecord.published.timeline.TimelineEvent.Rating;
import org.ontherecord.published.timeline.TimelineEvent.Said;
import org.ontherecord.published.timeline.TimelineEvent.Type;
import org.ontherecord.published.timeline.TimelineEvent.Verdict;
import org.ontherecord.published.timeline.TimelineRibbon.Texture;

/** Tells events as steps, in the order of the story and knowing what stood on the record before each. */
final class StepWriter {

    /** The heading, the finding it ends with, and the sentence under it. */
    private record Told(String heading, Rating rating, String why) {}

    private final Instant now;
    private final Set<String> seen = new HashSet<>();
    private Rating standing;
    private boolean withdrawn;
    private boolean opened;

    StepWriter(Instant now) {
        this.now = now;
    }

    List<Step> write(List<Happening> story) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            Happening here = story.get(i);
            LocalDate next = i + 1 < story.size() ? story.get(i + 1).on() : null;
            steps.add(step(i + 1, here, next));
        }
        return steps;
    }

    private Step step(int number, Happening here, LocalDate next) {
        TimelineEvent event = here.event();
        Told told = here.moves() ? moved(event.deadline()) : told(event);
        Precision precision = here.moves() ? Precision.DAY : event.precision();
        return new Step(
                "step-" + number,
                date(here, precision),
                TimelineDates.iso(here.on(), precision),
                node(here),
                Wording.capitalise(told.heading),
                told.rating,
                quote(event),
                told.why,
                small(event),
                event.source(),
                texture(),
                standing == null ? "none" : standing.role(),
                next == null ? null : StepList.gap(here.on(), next),
                List.of(),
                0);
    }

    private static String date(Happening here, Precision precision) {
        Said said = here.event().said();
        return said != null && said.counted() != null
                ? TimelineDates.period(said.counted().from(), said.counted().to())
                : Wording.capitalise(TimelineDates.on(here.on(), precision));
    }

    private Told told(TimelineEvent event) {
        return switch (event.type()) {
            case SAID, REPORTED -> said(event);
            case DEADLINE -> deadline(event.deadline());
            default ->
                event.verdict() == null
                        ? new Told(event.label() == null ? "Context" : event.label(), null, event.why())
                        : verdict(event);
        };
    }

    private Told said(TimelineEvent event) {
        boolean reported = event.type() == Type.REPORTED;
        if (event.said().counted() != null) {
            return new Told("Said " + TimelineDates.times(event.said()), null, event.why());
        }
        String first = reported ? "First reported" : "First said";
        return new Told(event.first() ? first : reported ? "Reported" : "Said again", null, event.why());
    }

    private Told deadline(Deadline deadline) {
        boolean ahead = deadline.at().isAfter(now);
        String rule = deadline.rule() == null ? "" : deadline.rule().strip().replaceAll("[.:]$", "") + ": ";
        String time = TimelineDates.time(deadline.at(), deadline.zone()) + ".";
        return new Told(ahead ? "Deadline ahead" : "Deadline passed", null, Wording.capitalise(rule + time));
    }

    private Told moved(Deadline deadline) {
        String from = Wording.day(deadline.day());
        if (deadline.movedTo() == null) {
            return new Told("Deadline taken off", null, "It was " + from + ".");
        }
        String to = Wording.day(deadline.movedToDay());
        return new Told("Deadline moved", null, "From " + from + " to " + to + ".");
    }

    private Told verdict(TimelineEvent event) {
        Verdict verdict = event.verdict();
        Rating before = standing;
        boolean same = opened && !withdrawn && Objects.equals(before, verdict.rating());
        opened = true;
        withdrawn = verdict.kind() == Kind.WITHDRAWAL;
        standing = withdrawn ? null : verdict.rating();
        boolean back = !same && standing != null && !seen.add(standing.id());
        String heading = event.label() != null && same ? event.label() : heading(verdict.kind(), same, back, before);
        boolean named = !same && standing != null || verdict.kind() == Kind.UPDATE;
        return new Told(heading, named ? standing : null, event.why());
    }

    private static String heading(Kind kind, boolean same, boolean back, Rating before) {
        return switch (kind) {
            case ORIGINAL -> "First verdict:";
            case UPDATE -> same ? "New facts, the verdict is still" : "Verdict changed " + (back ? "back to" : "to");
            case CORRECTION ->
                same || before == null
                        ? "Corrected; the verdict did not change"
                        : "Corrected: we wrote " + before.label() + "; it is";
            case CLARIFICATION -> "Wording made clearer; the verdict did not change";
            case CONFIRMATION -> "Checked again, no change";
            case WITHDRAWAL -> "Verdict withdrawn";
        };
    }

    private String texture() {
        Texture texture =
                withdrawn ? Texture.WITHDRAWN : standing == null ? Texture.SAID : TimelineRibbon.texture(standing);
        return texture.name().toLowerCase(Locale.ROOT);
    }

    private static String node(Happening here) {
        TimelineEvent event = here.event();
        if (here.moves()) {
            return "moved";
        }
        if (event.first()) {
            return "first";
        }
        return switch (event.type()) {
            case SAID -> event.said().counted() == null ? "said" : "counted";
            case VERDICT -> event.verdict().kind() == Kind.WITHDRAWAL ? "withdrawn" : "verdict";
            default -> event.type().word();
        };
    }

    private static String quote(TimelineEvent event) {
        String words = event.said() == null ? null : event.said().quote();
        if (words == null || words.isBlank()) {
            return null;
        }
        boolean quoted = "“\"«„".indexOf(words.strip().charAt(0)) >= 0;
        return quoted ? words.strip() : "“" + words.strip() + "”";
    }

    private static List<String> small(TimelineEvent event) {
        if (event.said() != null) {
            String by = event.said().counted() == null
                    ? null
                    : "counted by " + event.said().counted().by();
            return present(event.said().occasion(), by);
        }
        if (event.verdict() == null) {
            return List.of();
        }
        Verdict verdict = event.verdict();
        String signers = verdict.checkedBy() == null
                ? null
                : "checked by " + verdict.checkedBy()
                        + (verdict.approvedBy() == null ? "" : ", approved by " + verdict.approvedBy());
        boolean apart = event.type() == Type.CORRECTION
                && verdict.rating() != null
                && verdict.inForceFrom() != null
                && !verdict.inForceFrom().equals(event.date());
        String since = apart ? "in force from " + Wording.day(verdict.inForceFrom()) : null;
        return present(StepList.publishedLater(event), since, signers);
    }

    private static List<String> present(String... parts) {
        List<String> present =
                Stream.of(parts).filter(p -> p != null && !p.isBlank()).toList();
        return Stream.concat(
                        present.stream().limit(1).map(Wording::capitalise),
                        present.stream().skip(1))
                .toList();
    }
}
