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
    private final TimelineWords words;
    private final TimelineMessages say;
    private final Set<String> seen = new HashSet<>();
    private Rating standing;
    private boolean withdrawn;
    private boolean opened;

    StepWriter(Instant now, TimelineWords words) {
        this.now = now;
        this.words = words;
        this.say = words.say();
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
                TimelineWords.iso(here.on(), precision),
                node(here),
                Wording.capitalise(told.heading),
                told.rating,
                quote(event),
                told.why,
                small(event),
                event.source(),
                texture(),
                standing == null ? "none" : standing.role(),
                next == null ? null : StepList.gap(here.on(), next, words),
                List.of(),
                0,
                version(event));
    }

    private static Integer version(TimelineEvent event) {
        return event.verdict() == null || event.verdict().version() == 1
                ? null
                : event.verdict().version();
    }

    private String date(Happening here, Precision precision) {
        Said said = here.event().said();
        return said != null && said.counted() != null
                ? words.period(said.counted().from(), said.counted().to())
                : Wording.capitalise(words.date(here.on(), precision));
    }

    private Told told(TimelineEvent event) {
        if (event.challenge() != null) {
            return new Told(challenged(event.challenge().outcome()), null, event.why());
        }
        if (event.merge() != null) {
            return new Told(merged(event.merge()), null, event.why());
        }
        return switch (event.type()) {
            case SAID, REPORTED -> said(event);
            case DEADLINE -> deadline(event.deadline());
            default ->
                event.verdict() == null
                        ? new Told(event.label() == null ? say.context() : event.label(), null, event.why())
                        : verdict(event);
        };
    }

    private String challenged(String outcome) {
        return switch (outcome) {
            case "changed" -> say.challengeChanged();
            case "kept" -> say.challengeKept();
            default -> say.challengeDeclined();
        };
    }

    private String merged(TimelineEvent.Merge merge) {
        return switch (merge.what()) {
            case "merged_with" -> say.mergedWith(merge.id());
            case "merged_into" -> say.mergedInto(merge.id());
            default -> say.partedFrom(merge.id());
        };
    }

    private Told said(TimelineEvent event) {
        boolean reported = event.type() == Type.REPORTED;
        if (event.said().counted() != null) {
            return new Told(say.saidTimes(words.times(event.said())), null, event.why());
        }
        String first = reported ? say.firstReported() : say.firstSaid();
        String again = reported ? say.reported() : say.saidAgain();
        return new Told(event.first() ? first : again, null, event.why());
    }

    private Told deadline(Deadline deadline) {
        boolean ahead = deadline.at().isAfter(now);
        String time = words.time(deadline.at(), deadline.zone());
        String why = deadline.rule() == null
                ? time + "."
                : say.ruleAndTime(deadline.rule().strip().replaceAll("[.:]$", ""), time);
        return new Told(ahead ? say.deadlineAhead() : say.deadlinePassed(), null, Wording.capitalise(why));
    }

    private Told moved(Deadline deadline) {
        String from = words.day(deadline.day());
        if (deadline.movedTo() == null) {
            return new Told(say.deadlineTakenOff(), null, say.itWas(from));
        }
        String to = words.day(deadline.movedToDay());
        return new Told(say.deadlineMoved(), null, say.fromTo(from, to));
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

    private String heading(Kind kind, boolean same, boolean back, Rating before) {
        return switch (kind) {
            case ORIGINAL -> say.firstVerdict();
            case UPDATE -> same ? say.stillVerdict() : back ? say.changedBackTo() : say.changedTo();
            case CORRECTION -> same || before == null ? say.correctedSame() : say.correctedFrom(before.label());
            case CLARIFICATION -> say.clarified();
            case CONFIRMATION -> say.checkedAgainNoChange();
            case WITHDRAWAL -> say.verdictWithdrawn();
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

    private String quote(TimelineEvent event) {
        String exact = event.said() == null ? null : event.said().quote();
        if (exact == null || exact.isBlank()) {
            return null;
        }
        boolean quoted = "“\"«„".indexOf(exact.strip().charAt(0)) >= 0;
        return quoted ? exact.strip() : words.language().quoted(exact.strip());
    }

    private List<String> small(TimelineEvent event) {
        if (event.said() != null) {
            String by = event.said().counted() == null
                    ? null
                    : say.countedBy(event.said().counted().by());
            LocalDate saidOn = event.said().saidOn();
            String spoken = saidOn == null
                    ? null
                    : say.saidAt(words.date(saidOn, event.said().saidPrecision()));
            return present(event.said().occasion(), spoken, by);
        }
        if (event.verdict() == null) {
            return List.of();
        }
        Verdict verdict = event.verdict();
        boolean apart = event.type() == Type.CORRECTION
                && verdict.rating() != null
                && verdict.inForceFrom() != null
                && !verdict.inForceFrom().equals(event.date());
        String since = apart ? say.inForceFrom(words.day(verdict.inForceFrom())) : null;
        return present(StepList.publishedLater(event, words), since, signers(verdict));
    }

    private String signers(Verdict verdict) {
        if (verdict.checkedBy() == null) {
            return null;
        }
        return verdict.approvedBy() == null
                ? say.checkedBy(verdict.checkedBy())
                : say.checkedAndApprovedBy(verdict.checkedBy(), verdict.approvedBy());
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
