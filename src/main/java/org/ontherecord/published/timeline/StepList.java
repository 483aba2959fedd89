package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.ontherecord.published.timeline.TimelineEvent.Precision;
import org.ontherecord.published.timeline.TimelineEvent.Rating;
import org.ontherecord.published.timeline.TimelineEvent.Source;
import org.ontherecord.published.timeline.TimelineEvent.Type;

/** The timeline as a list, oldest first: the figure's equal, and all that phones and screen readers need. */
public record StepList(List<Step> steps) {

    private static final int FOLD_OVER = 12;
    private static final int FOLDED_SHOWN = 50;

    /**
     * One step.
     *
     * @param node the shape on the spine
     * @param rating the finding the heading ends with, or null
     * @param small who, where, published when: parts to be joined by dots
     * @param texture how settled the claim was after it, with {@code role}: the look of the spine below
     * @param gap how long nothing happened after it, or null
     * @param folded the repeats this step stands for, the newest left out when they are very many
     * @param version the version of the page that it made out of the one before, or null
     */
    public record Step(
            String id,
            String date,
            String machineDate,
            String node,
            String heading,
            Rating rating,
            String quote,
            String why,
            List<String> small,
            Source source,
            String texture,
            String role,
            String gap,
            List<Step> folded,
            int unfolded,
            Integer version) {}

    /** An event on its day in the story, which for a moved deadline is the day we said so. */
    record Happening(LocalDate on, TimelineEvent event, boolean moves) {}

    public static StepList of(List<TimelineEvent> events, Instant now, TimelineMessages say) {
        TimelineWords words = new TimelineWords(say);
        List<Happening> story = story(TimelineEvent.inOrder(events), now);
        List<Step> steps = new StepWriter(now, words).write(story);
        List<Step> folded = steps.size() > FOLD_OVER ? fold(steps, story, words) : steps;
        return new StepList(folded);
    }

    private static List<Happening> story(List<TimelineEvent> events, Instant now) {
        List<Happening> story = new ArrayList<>();
        for (TimelineEvent event : events) {
            boolean moved = event.deadline() != null && event.deadline().isMoved();
            boolean passed = moved
                    && event.deadline()
                            .at()
                            .isBefore(event.deadline()
                                    .movedOn()
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant());
            if (!moved || passed) {
                story.add(new Happening(day(event, now), event, false));
            }
            if (moved) {
                story.add(new Happening(event.deadline().movedOn(), event, true));
            }
        }
        story.sort(Comparator.comparing(Happening::on));
        return story;
    }

    /** A total stands where its span ends: told before the first saying it would read as one. */
    private static LocalDate day(TimelineEvent event, Instant now) {
        if (event.said() == null || event.said().counted() == null) {
            return event.date();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate to = event.said().counted().to();
        return to.isAfter(today) ? today : to;
    }

    /** Runs of three and more repeats become one step that opens. */
    private static List<Step> fold(List<Step> steps, List<Happening> story, TimelineWords words) {
        List<Step> folded = new ArrayList<>();
        int i = 0;
        while (i < steps.size()) {
            int end = i;
            while (end < steps.size() && isRepeat(story.get(end).event())) {
                end++;
            }
            if (end - i >= 3) {
                folded.add(folded(steps.subList(i, end), story.subList(i, end), words));
                i = end;
            } else {
                folded.add(steps.get(i));
                i++;
            }
        }
        return folded;
    }

    private static boolean isRepeat(TimelineEvent event) {
        return event.isListedSaying() && !event.first();
    }

    private static Step folded(List<Step> run, List<Happening> story, TimelineWords words) {
        Step first = run.get(0);
        Step last = run.get(run.size() - 1);
        LocalDate from = story.get(0).on();
        LocalDate to = story.get(story.size() - 1).on();
        long said = story.stream().filter(h -> h.event().type() == Type.SAID).count();
        String months = words.months(from, to);
        return new Step(
                first.id,
                months,
                TimelineWords.iso(from, Precision.MONTH),
                said == 0 ? "reported" : "said",
                heading(words, said, run.size(), months),
                null,
                null,
                null,
                List.of(),
                null,
                last.texture,
                last.role,
                last.gap,
                run.subList(0, Math.min(run.size(), FOLDED_SHOWN)),
                Math.max(0, run.size() - FOLDED_SHOWN),
                null);
    }

    private static String heading(TimelineWords words, long said, int all, String months) {
        String number = words.number(all);
        if (said == 0) {
            return words.say().reportedMore(number, months);
        }
        return said == all ? words.say().saidMore(number, months) : words.say().saidOrReportedMore(number, months);
    }

    /** "1 year 4 months later" when nothing happened for over six months. */
    static String gap(LocalDate from, LocalDate to, TimelineWords words) {
        return from.plusMonths(6).isBefore(to) ? words.say().later(words.span(from, to)) : null;
    }

    /** When it was published, if that is over a week from when it applies. */
    static String publishedLater(TimelineEvent event, TimelineWords words) {
        LocalDate published = LocalDate.ofInstant(event.verdict().published(), ZoneOffset.UTC);
        boolean far = Math.abs(ChronoUnit.DAYS.between(event.date(), published)) > 7;
        return far ? words.say().publishedOn(words.day(published)) : null;
    }

    static boolean same(Rating one, Rating other) {
        return Objects.equals(one, other);
    }
}
