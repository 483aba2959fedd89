package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.ontherecord.claim.Claim;
import org.ontherecord.claim.Deadline;
import org.ontherecord.platform.WrittenDate;
import org.ontherecord.published.timeline.TimelineModel;

/**
 * The verdict as readers would see it if what stands in the claim editor were public: its card, its text, and the timeline with
 * it. There is no timeline while there is nothing to draw.
 */
public record Preview(
        boolean promise,
        String code,
        String label,
        String role,
        String reason,
        String since,
        String body,
        TimelineModel timeline,
        List<Step> steps) {

    /** A verdict that is or would be in force from then; {@code added} is what would be new. */
    public record Step(String from, String label, String code, String role, boolean added) {}

    /** A verdict and the day it is in force from. */
    private record Begun(LocalDate on, String code, String label, String role, boolean added) {}

    static Preview of(Claim claim, ClaimForm form, Instant now) {
        Rating rating = Rating.of(form.kind(), form.get("rating").strip()).orElse(null);
        LocalDate from = WrittenDate.day(form.get("in_force_from")).orElse(null);
        var newestFirst = Verdict.of(claim);
        var verdicts = new ArrayList<>(newestFirst);
        Collections.reverse(verdicts);
        var begun = new ArrayList<Begun>();
        verdicts.forEach(verdict -> put(begun, begun(verdict)));
        if (rating != null && from != null && !isInForce(begun, rating)) {
            put(begun, new Begun(from, rating.code, rating.label, rating.role, true));
        }
        return new Preview(
                form.isPromise(),
                rating == null ? null : rating.code,
                rating == null ? null : rating.label,
                rating == null ? null : rating.role,
                form.get("reason").strip(),
                WrittenDate.inWords(from),
                form.get("body").strip(),
                PreviewTimeline.of(
                        claim,
                        newestFirst,
                        new PreviewTimeline.Added(
                                rating,
                                from,
                                form.get("reason").strip(),
                                form.deadline()
                                        .understood()
                                        .map(Deadline.Reading::deadline)
                                        .orElse(null),
                                new UnsavedTimes(form.typed, ClaimFile.today(now))),
                        now),
                begun.stream()
                        .map(one -> new Step(WrittenDate.inWords(one.on), one.label, one.code, one.role, one.added))
                        .toList());
    }

    public boolean isChange() {
        return steps.stream().anyMatch(Step::added);
    }

    private static Begun begun(Verdict verdict) {
        boolean withdrawn = verdict.kind == Verdict.Kind.WITHDRAWAL;
        Rating rating = verdict.revision.rating;
        return new Begun(
                withdrawn ? ClaimFile.today(verdict.publishedAt) : verdict.inForceFrom,
                withdrawn ? "withdrawn" : rating.code,
                withdrawn ? "Withdrawn" : rating.label,
                withdrawn ? "none" : rating.role,
                false);
    }

    /** What is published later holds from its day on, whatever was said about the days after it. */
    private static void put(List<Begun> begun, Begun next) {
        begun.removeIf(earlier -> !earlier.on.isBefore(next.on));
        if (begun.isEmpty() || !begun.get(begun.size() - 1).code.equals(next.code)) {
            begun.add(next);
        }
    }

    private static boolean isInForce(List<Begun> begun, Rating rating) {
        return !begun.isEmpty() && begun.get(begun.size() - 1).code.equals(rating.code);
    }
}
