package org.ontherecord.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import org.ontherecord.claim.Deadline;
import org.ontherecord.platform.FormErrors;

/** The day, time and zone of a promise's deadline among the fields of the claim editor. */
final class DeadlineFields {
    private final Typed typed;

    DeadlineFields(Typed typed) {
        this.typed = typed;
    }

    boolean areBlank() {
        return Part.DEADLINE.fields.stream().allMatch(typed::isBlank);
    }

    /** How the deadline was understood; empty while a part of it is missing or cannot be read. */
    Optional<Deadline.Reading> understood() {
        var ignored = new FormErrors();
        return Optional.ofNullable(read(ignored));
    }

    /** Null when there is none, and when it has errors. */
    Deadline.Reading read(FormErrors errors) {
        // A zone alone is no deadline: it may stay from one that was cleared.
        if (typed.isBlank("deadline_date") && typed.isBlank("deadline_time")) {
            return null;
        }
        int before = errors.all().size();
        errors.require(
                !typed.isBlank("deadline_date"), "deadline_date", "Give the day of the deadline, or clear the time.");
        LocalDate date = typed.day("deadline_date", errors);
        errors.require(
                !typed.isBlank("deadline_time"),
                "deadline_time",
                "Give the time of the deadline. If the promise names a day only, use 23:59 and say so in the rule.");
        LocalTime time = typed.time("deadline_time", errors);
        Optional<ZoneId> zone = Deadline.zone(typed.get("deadline_zone"));
        errors.require(
                zone.isPresent(),
                "deadline_zone",
                typed.isBlank("deadline_zone")
                        ? "Say in which place's time the deadline is meant, such as America/New_York."
                        : "We don't know the time zone “%s”. Choose a place from the list, such as America/New_York."
                                .formatted(typed.get("deadline_zone").strip()));
        return errors.all().size() > before ? null : Deadline.read(date, time, zone.orElseThrow());
    }
}
