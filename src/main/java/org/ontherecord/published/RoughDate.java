package org.ontherecord.published;

import java.time.LocalDate;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.platform.Language;
import org.ontherecord.published.timeline.TimelineEvent.Precision;

/** A date as far as it is known. Known to less than a day, it is the first of the span and means nothing. */
public record RoughDate(
        @Schema(description = "ISO date; known to less than a day, the first day of the span")
        LocalDate date,

        @Schema(
                description = "How exactly the date is known",
                enumeration = {"day", "month", "season", "year"})
        Precision precision) {
    static RoughDate of(LocalDate date, String precision) {
        return date == null ? null : new RoughDate(date, Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
    }

    /** Of a span that is known by its last day. */
    static RoughDate until(LocalDate last, String precision) {
        if (last == null) {
            return null;
        }
        var known = org.ontherecord.platform.RoughDate.Precision.valueOf(precision.toUpperCase(Locale.ROOT));
        return of(org.ontherecord.platform.RoughDate.until(last, known).date(), precision);
    }

    boolean hasDay() {
        return precision == Precision.DAY;
    }

    /** "4 Mar 2023", "Mar 2023", "spring 2023" or "2023". */
    public String in(Language language) {
        return switch (precision) {
            case YEAR -> String.valueOf(date.getYear());
            case MONTH -> language.month(date);
            case SEASON -> language.season(date);
            default -> language.day(date);
        };
    }

    /** What {@code <time datetime>} may say of it. */
    public String machine() {
        return switch (precision) {
            case SEASON, YEAR -> date.toString().substring(0, 4);
            case MONTH -> date.toString().substring(0, 7);
            default -> date.toString();
        };
    }
}
