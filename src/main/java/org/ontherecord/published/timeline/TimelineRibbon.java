package org.ontherecord.published.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.ontherecord.published.timeline.TimelineEvent.Kind;
import org.ontherecord.published.timeline.TimelineEvent.Rating;

/**
 * What our record says of each day, as we know it now: a later version rules from the day it is in force, also over
 * what an earlier one said of that time. What was overruled stays as a change, marked as replaced.
 */
record TimelineRibbon(List<Stretch> stretches, List<Change> changes) {

    enum Texture {
        /** Said, not yet on our record. */
        SAID,
        UNRATED,
        INTERIM,
        FINAL,
        WITHDRAWN
    }

    /** {@code until} is the first day no longer in it; the rating is null where nothing is rated. */
    record Stretch(LocalDate from, LocalDate until, Texture texture, Rating rating) {}

    /** A day from which another finding applies. */
    record Change(LocalDate on, TimelineEvent event, boolean replaced) {
        boolean withdraws() {
            return event.verdict().kind() == Kind.WITHDRAWAL;
        }

        Rating rating() {
            return event.verdict().rating();
        }
    }

    static TimelineRibbon of(List<TimelineEvent> events, LocalDate today) {
        List<Change> inForce = new ArrayList<>();
        List<Change> replaced = new ArrayList<>();
        events.stream()
                .filter(TimelineRibbon::mayOpen)
                .sorted(Comparator.comparing(e -> e.verdict().version()))
                .forEach(event -> open(event, today, inForce, replaced));
        List<Change> changes = new ArrayList<>(replaced);
        changes.addAll(inForce);
        changes.sort(Comparator.comparing(Change::on)
                .thenComparing(c -> c.event().verdict().version()));
        return new TimelineRibbon(stretches(events, inForce, today), List.copyOf(changes));
    }

    /** The finding that applies today; null when there is none or it was withdrawn. */
    Rating current() {
        Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        return last == null || last.texture == Texture.WITHDRAWN ? null : last.rating;
    }

    private static boolean mayOpen(TimelineEvent event) {
        return event.verdict() != null
                && event.verdict().kind() != Kind.CONFIRMATION
                && event.verdict().kind() != Kind.CLARIFICATION;
    }

    private static void open(TimelineEvent event, LocalDate today, List<Change> inForce, List<Change> replaced) {
        Change before = inForce.isEmpty() ? null : inForce.get(inForce.size() - 1);
        boolean withdraws = event.verdict().kind() == Kind.WITHDRAWAL;
        LocalDate start = withdraws ? event.date() : event.verdict().inForceFrom();
        LocalDate on = start.isAfter(today) ? today : start;
        boolean same = before != null
                && before.withdraws() == withdraws
                && Objects.equals(before.rating(), event.verdict().rating());
        if (same && !on.isBefore(before.on)) {
            return;
        }
        boolean corrects = event.verdict().kind() == Kind.CORRECTION;
        for (int i = inForce.size() - 1; i >= 0; i--) {
            Change old = inForce.get(i);
            if (old.on.isAfter(on) || corrects && old.on.equals(on)) {
                inForce.remove(i);
                replaced.add(new Change(old.on, old.event, true));
            }
        }
        inForce.add(new Change(on, event, false));
    }

    private static List<Stretch> stretches(List<TimelineEvent> events, List<Change> inForce, LocalDate today) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate end = today.plusDays(1);
        LocalDate opened = inForce.isEmpty() ? end : inForce.get(0).on;
        events.stream()
                .filter(e -> e.said() != null)
                .min(Comparator.comparing(TimelineEvent::first).reversed().thenComparing(TimelineEvent::date))
                .map(TimelineEvent::date)
                .filter(said -> said.isBefore(opened))
                .ifPresent(said -> stretches.add(new Stretch(said, opened, Texture.SAID, null)));
        for (int i = 0; i < inForce.size(); i++) {
            Change change = inForce.get(i);
            LocalDate until = i + 1 < inForce.size() ? inForce.get(i + 1).on : end;
            stretches.add(new Stretch(change.on, until, texture(change), change.rating()));
        }
        return stretches;
    }

    static Texture texture(Change change) {
        return change.withdraws() ? Texture.WITHDRAWN : texture(change.rating());
    }

    static Texture texture(Rating rating) {
        if ("none".equals(rating.role())) {
            return Texture.UNRATED;
        }
        return rating.settled() ? Texture.FINAL : Texture.INTERIM;
    }
}
