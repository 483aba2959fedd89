package org.ontherecord.claim;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ontherecord.claim.Claim.Precision;
import org.ontherecord.claim.Claim.RoughDate;

/** Dates as people write them, and back: "22 Jan 2025", "Jan 2025", "2025-01", "2025". Never a guess at 1/2/2025. */
public final class WrittenDate {
    private static final List<DateTimeFormatter> DAYS = formats(
            "uuuu-M-d", "d MMM uuuu", "d MMMM uuuu", "MMM d, uuuu", "MMMM d, uuuu", "MMM d uuuu", "MMMM d uuuu");
    private static final List<DateTimeFormatter> MONTHS = formats("uuuu-M", "MMM uuuu", "MMMM uuuu");
    private static final List<DateTimeFormatter> YEARS = formats("uuuu");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private WrittenDate() {}

    /** A full date; empty when only a month or a year is given, or nothing that can be a date. */
    public static Optional<LocalDate> day(String typed) {
        return rough(typed).filter(date -> date.precision() == Precision.DAY).map(RoughDate::date);
    }

    public static Optional<RoughDate> rough(String typed) {
        String text = typed.strip().replaceAll("\\s+", " ");
        for (var format : DAYS) {
            try {
                return plausible(LocalDate.parse(text, format), Precision.DAY);
            } catch (DateTimeParseException next) {
                // the next way of writing it
            }
        }
        for (var format : MONTHS) {
            try {
                return plausible(YearMonth.parse(text, format).atDay(1), Precision.MONTH);
            } catch (DateTimeParseException next) {
                // the next way of writing it
            }
        }
        for (var format : YEARS) {
            try {
                return plausible(Year.parse(text, format).atDay(1), Precision.YEAR);
            } catch (DateTimeParseException next) {
                // the next way of writing it
            }
        }
        return Optional.empty();
    }

    public static String inWords(LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /** "22 Jan 2025", "Jan 2025" or "2025", which {@link #rough} reads back. */
    public static String inWords(LocalDate date, Precision precision) {
        if (date == null) {
            return "";
        }
        return switch (precision) {
            case DAY -> DAY.format(date);
            case MONTH -> MONTH.format(date);
            case YEAR -> String.valueOf(date.getYear());
        };
    }

    private static Optional<RoughDate> plausible(LocalDate date, Precision precision) {
        return date.getYear() < 1800 || date.getYear() > 2200
                ? Optional.empty()
                : Optional.of(new RoughDate(date, precision));
    }

    private static List<DateTimeFormatter> formats(String... patterns) {
        return java.util.Arrays.stream(patterns)
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }
}
