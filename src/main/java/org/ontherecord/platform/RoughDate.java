package org.ontherecord.platform;

import java.time.LocalDate;

/** A date as far as it is known: known to less than a day, it is the first of the span and means nothing. */
public record RoughDate(LocalDate date, Precision precision) {
    /** How exactly a date is known. */
    public enum Precision {
        DAY,
        MONTH,
        SEASON,
        YEAR
    }

    /** Of a span that is known by its last day. */
    public static RoughDate until(LocalDate last, Precision precision) {
        LocalDate date = switch (precision) {
            case DAY -> last;
            case MONTH -> last.withDayOfMonth(1);
            case SEASON -> last.withDayOfMonth(1).minusMonths(2);
            case YEAR -> last.withDayOfYear(1);
        };
        return new RoughDate(date, precision);
    }

    /** The last day it may be. */
    public LocalDate last() {
        return switch (precision) {
            case DAY -> date;
            case MONTH -> date.plusMonths(1).minusDays(1);
            case SEASON -> date.plusMonths(3).minusDays(1);
            case YEAR -> date.plusYears(1).minusDays(1);
        };
    }
}
