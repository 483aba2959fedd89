package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.ontherecord.claim.Claim;
import org.ontherecord.claim.WrittenDate;

/** The verdict as readers would see it if what stands in the claim editor were public: its card, its text, and the line it makes. */
public record Preview(
        boolean promise,
        String code,
        String label,
        String role,
        String reason,
        String since,
        String body,
        List<Stretch> line) {

    private static final double WIDTH = 320;

    /** Narrower could not be seen. */
    private static final double NARROWEST = 3;

    /** How long one verdict was in force, as a piece of the line; {@code added} is what would be new. */
    public record Stretch(String from, String label, String code, String role, boolean added, double x, double width) {}

    /** A verdict and the day it is in force from. */
    private record Begun(LocalDate on, String code, String label, String role, boolean added) {}

    static Preview of(Claim claim, ClaimForm form, Instant now) {
        Rating rating = Rating.of(form.kind(), form.get("rating").strip()).orElse(null);
        LocalDate from = WrittenDate.day(form.get("in_force_from")).orElse(null);
        var verdicts = new ArrayList<>(Verdict.of(claim));
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
                line(begun, ClaimFile.today(now)));
    }

    public boolean isChange() {
        return line.stream().anyMatch(Stretch::added);
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

    private static List<Stretch> line(List<Begun> begun, LocalDate today) {
        if (begun.isEmpty()) {
            return List.of();
        }
        LocalDate first = begun.get(0).on;
        LocalDate last = begun.get(begun.size() - 1).on;
        LocalDate end = (last.isAfter(today) ? last : today).plusDays(1);
        double day = WIDTH / ChronoUnit.DAYS.between(first, end);
        var line = new ArrayList<Stretch>();
        for (int i = 0; i < begun.size(); i++) {
            Begun one = begun.get(i);
            LocalDate until = i + 1 < begun.size() ? begun.get(i + 1).on : end;
            double x = tenth(ChronoUnit.DAYS.between(first, one.on) * day);
            double width = Math.max(NARROWEST, tenth(ChronoUnit.DAYS.between(one.on, until) * day) - 1);
            line.add(new Stretch(
                    WrittenDate.inWords(one.on),
                    one.label,
                    one.code,
                    one.role,
                    one.added,
                    Math.min(x, WIDTH - NARROWEST),
                    tenth(width)));
        }
        return List.copyOf(line);
    }

    private static double tenth(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
