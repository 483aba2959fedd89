package org.ontherecord.platform;

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
import java.util.regex.Pattern;

import org.ontherecord.platform.RoughDate.Precision;

/**
 * Dates as people write them, and back: "22 Jan 2025", "Jan 2025", "2025-01", "spring 2023", "about 2019". Never a guess at
 * 1/2/2025. Seasons are those of the north, winter begins in December.
 */
public final class WrittenDate {
    private static final List<DateTimeFormatter> DAYS = formats(
            "uuuu-M-d", "d MMM uuuu", "d MMMM uuuu", "MMM d, uuuu", "MMMM d, uuuu", "MMM d uuuu", "MMMM d uuuu");
    private static final List<DateTimeFormatter> MONTHS = formats("uuuu-M", "MMM uuuu", "MMMM uuuu");
    private static final List<DateTimeFormatter> YEARS = formats("uuuu");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final Pattern ABOUT = Pattern.compile("(?i)^(?:about|around|circa|ca\\.?|c\\.|~) ?");
    private static final Pattern SEASON =
            Pattern.compile("(?i)(spring|summer|autumn|fall|winter)(?: of)? (\\d{4})(?:[/–-](\\d{2}))?");

    private WrittenDate() {}

    /** A full date; empty when only a month or a year is given, or nothing that can be a date. */
    public static Optional<LocalDate> day(String typed) {
        return rough(typed).filter(date -> date.precision() == Precision.DAY).map(RoughDate::date);
    }

    public static Optional<RoughDate> rough(String typed) {
        String text = typed.strip().replaceAll("\\s{1,100}", " ");
        var about = ABOUT.matcher(text);
        if (about.find()) {
            // A day that is not sure is no day: better the month, the season or the year.
            return exactly(text.substring(about.end())).filter(date -> date.precision() != Precision.DAY);
        }
        return exactly(text);
    }

    private static Optional<RoughDate> exactly(String text) {
        var season = SEASON.matcher(text);
        if (season.matches()) {
            return season(season.group(1).toLowerCase(Locale.ROOT), Integer.parseInt(season.group(2)), season.group(3));
        }
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
            case SEASON -> season(date);
            case YEAR -> String.valueOf(date.getYear());
        };
    }

    /** How a date was understood: "22 Jan 2025", or "about spring 2023: 1 Mar – 31 May 2023". */
    public static String understood(RoughDate rough) {
        if (rough.precision() == Precision.DAY) {
            return DAY.format(rough.date());
        }
        boolean oneYear = rough.date().getYear() == rough.last().getYear();
        return "about %s: %s – %s"
                .formatted(
                        inWords(rough.date(), rough.precision()),
                        (oneYear ? DAY_AND_MONTH : DAY).format(rough.date()),
                        DAY.format(rough.last()));
    }

    private static Optional<RoughDate> season(String name, int year, String until) {
        boolean winter = name.equals("winter");
        boolean sound = until == null || winter && Integer.parseInt(until) == (year + 1) % 100;
        int month = switch (name) {
            case "spring" -> 3;
            case "summer" -> 6;
            case "winter" -> 12;
            default -> 9;
        };
        return sound ? plausible(LocalDate.of(Math.max(year, 1), month, 1), Precision.SEASON) : Optional.empty();
    }

    private static String season(LocalDate first) {
        return switch (first.getMonthValue()) {
            case 3 -> "spring " + first.getYear();
            case 6 -> "summer " + first.getYear();
            case 9 -> "autumn " + first.getYear();
            default -> "winter %d–%02d".formatted(first.getYear(), (first.getYear() + 1) % 100);
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
