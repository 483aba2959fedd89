package org.ontherecord.extraction.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ontherecord.extraction.reading.Time.Precision;

/**
 * Words for times against the day an article appeared: the days they cover and how exactly they tell it. The ways of
 * writing a time stand in the language's file; what their named parts mean is the same in every language.
 */
final class Times {

    /** A time where it stands. */
    record Found(Span span, Time time) {}

    private static final List<String> UNITS = List.of("hour", "day", "week", "month", "quarter", "year", "decade");
    private static final Map<String, List<Pattern>> PATTERNS = new ConcurrentHashMap<>();

    private final Lexicon lexicon;
    private final LocalDate today;

    /** The day may be null: then only what needs no other day is resolved. */
    Times(Lexicon lexicon, LocalDate today) {
        this.lexicon = lexicon;
        this.today = today;
    }

    /** All times in a stretch, in order and none within another; what may be past or to come is taken as {@code ahead} says. */
    List<Found> in(String text, Span stretch, boolean ahead) {
        List<Found> all = new ArrayList<>();
        for (Pattern pattern : patterns()) {
            Matcher match = pattern.matcher(text).region(stretch.from(), stretch.to());
            match.useTransparentBounds(true);
            while (match.find()) {
                Time time = time(match, ahead);
                if (time != null) {
                    all.add(new Found(new Span(match.start(), match.end()), time));
                }
            }
        }
        all.sort(Comparator.comparingInt((Found found) -> found.span().from())
                .thenComparingInt(found -> -found.span().length()));
        List<Found> kept = new ArrayList<>();
        for (Found found : all) {
            if (kept.isEmpty() || !kept.get(kept.size() - 1).span().meets(found.span())) {
                kept.add(found);
            }
        }
        return kept;
    }

    private Time time(Matcher match, boolean ahead) {
        try {
            return resolved(match, ahead);
        } catch (DateTimeException | NumberFormatException noSuchDay) {
            return null;
        }
    }

    private Time resolved(Matcher match, boolean ahead) {
        String words = match.group();
        Integer year = number(group(match, "year"));
        String unit = unit(group(match, "unit"));
        String direction = direction(group(match, "dir"), ahead);
        Integer count = number(group(match, "n"));
        if (group(match, "month") != null) {
            return month(words, match, year, direction, ahead);
        }
        if (year != null && unit != null && unit.equals("quarter")) {
            LocalDate from = LocalDate.of(year, 1, 1).plusMonths(3L * (ordinal(group(match, "nth")) - 1));
            return span(words, from, from.plusMonths(3).minusDays(1), Precision.MONTH);
        }
        if (year != null) {
            boolean decade = group(match, "decade") != null;
            LocalDate from = LocalDate.of(year, 1, 1);
            return edge(words, match, from, from.plusYears(decade ? 10 : 1).minusDays(1), Precision.YEAR);
        }
        if (today == null) {
            return null;
        }
        String near = group(match, "near");
        if (near != null) {
            int days = lexicon.is("yesterday", near) ? -1 : lexicon.is("tomorrow", near) ? 1 : 0;
            return span(words, today.plusDays(days), today.plusDays(days), Precision.DAY);
        }
        if (group(match, "weekday") != null) {
            return weekday(words, group(match, "weekday"), direction, ahead);
        }
        if (unit != null && count != null) {
            boolean back = group(match, "ago") != null;
            LocalDate day = plus(today, unit, back ? -count : count);
            return around(words, unit, day, back);
        }
        if (unit != null && unit.equals("quarter") && group(match, "nth") != null) {
            LocalDate from = LocalDate.of(today.getYear(), 1, 1).plusMonths(3L * (ordinal(group(match, "nth")) - 1));
            return span(words, from, from.plusMonths(3).minusDays(1), Precision.MONTH);
        }
        return unit == null ? null : unitSpan(words, match, unit, direction);
    }

    private Time month(String words, Matcher match, Integer year, String direction, boolean ahead) {
        int month = index("months*", group(match, "month"));
        Integer day = number(group(match, "day"));
        if (year == null && today == null) {
            return null;
        }
        int in = year != null ? year : nearestYear(month, day, direction, ahead);
        LocalDate from = LocalDate.of(in, month, day == null ? 1 : day);
        return day != null
                ? span(words, from, from, Precision.DAY)
                : edge(words, match, from, from.plusMonths(1).minusDays(1), Precision.MONTH);
    }

    private int nearestYear(int month, Integer day, String direction, boolean ahead) {
        LocalDate this_ = LocalDate.of(today.getYear(), month, day == null ? 1 : Math.min(day, 28));
        boolean later = direction.equals("next") || ahead && !direction.equals("last");
        LocalDate monthToday = today.withDayOfMonth(1);
        LocalDate monthThen = this_.withDayOfMonth(1);
        if (later) {
            return monthThen.isBefore(monthToday) ? today.getYear() + 1 : today.getYear();
        }
        return day == null
                ? (monthThen.isAfter(monthToday) ? today.getYear() - 1 : today.getYear())
                : this_.isAfter(today.plusDays(14)) ? today.getYear() - 1 : today.getYear();
    }

    private Time weekday(String words, String name, String direction, boolean ahead) {
        DayOfWeek day = DayOfWeek.of(index("weekdays*", name));
        LocalDate on = direction.equals("next") || ahead && !direction.equals("last")
                ? today.with(TemporalAdjusters.nextOrSame(day))
                : today.with(TemporalAdjusters.previousOrSame(day));
        return span(words, on, on, Precision.DAY);
    }

    /** "Last month", "this year", "the end of next week". */
    private Time unitSpan(String words, Matcher match, String unit, String direction) {
        int step = direction.equals("last") ? -1 : direction.equals("next") ? 1 : 0;
        LocalDate day = plus(today, unit, step);
        LocalDate from = start(day, unit);
        LocalDate to = plus(from, unit, 1).minusDays(1);
        return edge(words, match, from, to, precision(unit));
    }

    /** Units counted from today are as exact as the unit. */
    private Time around(String words, String unit, LocalDate day, boolean back) {
        return switch (unit) {
            case "hour", "day" -> span(words, day, day, Precision.DAY);
            case "week" ->
                back
                        ? span(words, day.minusDays(3), day.plusDays(3), Precision.MONTH)
                        : span(words, day, day, Precision.DAY);
            default ->
                span(words, start(day, unit), plus(start(day, unit), unit, 1).minusDays(1), precision(unit));
        };
    }

    private Time edge(String words, Matcher match, LocalDate from, LocalDate to, Precision precision) {
        String edge = group(match, "edge");
        if (edge == null) {
            return span(words, from, to, precision);
        }
        if (lexicon.is("end", edge)) {
            return span(words, to, to, Precision.DAY);
        }
        if (lexicon.is("start", edge)) {
            return span(words, from, from, Precision.DAY);
        }
        LocalDate middle = from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
        return span(words, middle, middle, Precision.MONTH);
    }

    private static Time span(String words, LocalDate from, LocalDate to, Precision precision) {
        return new Time(words, from, to, precision);
    }

    private static Precision precision(String unit) {
        return switch (unit) {
            case "year", "decade" -> Precision.YEAR;
            case "month", "quarter" -> Precision.MONTH;
            default -> Precision.DAY;
        };
    }

    private static LocalDate start(LocalDate day, String unit) {
        return switch (unit) {
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> day.withDayOfMonth(1);
            case "quarter" -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case "year" -> day.withDayOfYear(1);
            case "decade" -> LocalDate.of(day.getYear() / 10 * 10, 1, 1);
            default -> day;
        };
    }

    private static LocalDate plus(LocalDate day, String unit, int count) {
        return switch (unit) {
            case "hour" -> day.plusDays((count + (count < 0 ? -23 : 23)) / 24);
            case "day" -> day.plusDays(count);
            case "week" -> day.plusWeeks(count);
            case "month" -> day.plusMonths(count);
            case "quarter" -> day.plusMonths(3L * count);
            case "year" -> day.plusYears(count);
            default -> day.plusYears(10L * count);
        };
    }

    private String direction(String word, boolean ahead) {
        return word == null ? "this" : lexicon.is("last", word) ? "last" : lexicon.is("next", word) ? "next" : "this";
    }

    private String unit(String word) {
        return word == null
                ? null
                : UNITS.stream()
                        .filter(unit -> lexicon.is("unit-" + unit, word))
                        .findFirst()
                        .orElse(null);
    }

    private Integer ordinal(String word) {
        return word == null ? 1 : Math.max(1, Math.min(4, index("ordinals*", word)));
    }

    /** Digits, or a word whose line in the list of numbers begins with them. */
    private Integer number(String word) {
        if (word == null) {
            return null;
        }
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word.replaceAll("[.,]", ""));
        }
        String lower = word.toLowerCase(Locale.ROOT);
        for (String line : lexicon.words("numbers*")) {
            String[] parts = line.split(" ", 2);
            if (List.of(parts[1].split(" \\| | ")).contains(lower) || parts[1].equals(lower)) {
                return Integer.parseInt(parts[0]);
            }
        }
        throw new NumberFormatException(word);
    }

    private int index(String section, String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace(".", "");
        int line = 0;
        for (String names : lexicon.words(section)) {
            line++;
            if (List.of(names.split(" ")).contains(lower)) {
                return line;
            }
        }
        throw new DateTimeException(word);
    }

    private static String group(Matcher match, String name) {
        try {
            return match.group(name);
        } catch (IllegalArgumentException noSuchPart) {
            return null;
        }
    }

    private List<Pattern> patterns() {
        return PATTERNS.computeIfAbsent(
                lexicon.code(),
                any -> lexicon.words("time*").stream()
                        .map(line -> line.replace("{year}", "(?<year>(?:19|20)\\d\\d)")
                                .replace("{day}", "(?<day>[0-3]?\\d)")
                                .replace("{month}", "(?<month>" + names("months*") + ")(?:\\.(?=,? ?\\d))?")
                                .replace("{weekday}", "(?<weekday>" + names("weekdays*") + ")")
                                .replace("{nth}", "(?<nth>" + names("ordinals*") + ")")
                                .replace("{n}", "(?<n>\\d{1,4}|" + numbers() + ")")
                                .replace("{unit}", "(?<unit>" + units() + ")")
                                .replace("{dir}", "(?<dir>" + any("last", "next", "this") + ")")
                                .replace("{edge}", "(?<edge>" + any("end", "start", "middle") + ")")
                                .replace("{near}", "(?<near>" + any("today", "yesterday", "tomorrow") + ")"))
                        .map(line -> Pattern.compile(
                                "(?<![\\p{L}\\p{N}$€£.,])(?:" + line + ")(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                        .toList());
    }

    private String names(String section) {
        return String.join("|", String.join(" ", lexicon.words(section)).split(" "));
    }

    private String numbers() {
        return String.join(
                "|",
                lexicon.words("numbers*").stream()
                        .flatMap(line -> List.of(line.split(" ", 2)[1].split(" ")).stream())
                        .toList());
    }

    private String units() {
        return String.join(
                "|",
                UNITS.stream()
                        .flatMap(unit -> lexicon.words("unit-" + unit).stream())
                        .toList());
    }

    private String any(String... sections) {
        return String.join(
                "|",
                List.of(sections).stream()
                        .flatMap(section -> lexicon.words(section).stream())
                        .toList());
    }
}
