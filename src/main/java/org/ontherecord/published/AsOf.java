package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

import org.ontherecord.platform.NotUnderstood;

/** The moment the record is asked about: now, or as far back as somebody wants to look. */
final class AsOf {
    private AsOf() {}

    /** A day means its end in UTC; what lies ahead means now. */
    static Instant read(String given, Instant now) {
        if (given == null || given.isBlank()) {
            return now;
        }
        Instant asked = parse(given.strip());
        return asked.isAfter(now) ? now : asked;
    }

    private static Instant parse(String given) {
        try {
            return given.length() <= 10
                    ? LocalDate.parse(given)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusMillis(1)
                    : OffsetDateTime.parse(given.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw new NotUnderstood("The parameter as_of takes a day (2025-01-31) or a moment (2025-01-31T12:00:00Z).");
        }
    }
}
