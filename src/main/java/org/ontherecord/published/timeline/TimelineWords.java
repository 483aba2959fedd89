package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.ontherecord.platform.Language;
import org.ontherecord.published.timeline.TimelineEvent.Counted;
import org.ontherecord.published.timeline.TimelineEvent.Precision;
import org.ontherecord.published.timeline.TimelineEvent.Said;

/** Dates, spans and counts in the language of a bundle. */
public record TimelineWords(TimelineMessages say) {

    private static final int IN_FIGURES_FROM = 10;

    Language language() {
        return Language.of(say.language());
    }

    String day(LocalDate date) {
        return language().day(date);
    }

    String dayAndMonth(LocalDate date) {
        return language().dayAndMonth(date);
    }

    /** "8 Jan 2025", "about Jan 2025", "about 2025". */
    String date(LocalDate date, Precision precision) {
        return isRough(precision) ? about(date, precision) : day(date);
    }

    /** As it stands in a sentence: "first said 8 Jan 2025". */
    String on(LocalDate date, Precision precision) {
        return isRough(precision) ? about(date, precision) : say.onDay(day(date));
    }

    String until(LocalDate date, Precision precision) {
        return isRough(precision) ? say.untilAbout(about(date, precision)) : say.untilDay(day(date));
    }

    static boolean isRough(Precision precision) {
        return precision == Precision.MONTH || precision == Precision.SEASON || precision == Precision.YEAR;
    }

    private String about(LocalDate date, Precision precision) {
        return say.about(
                switch (precision) {
                    case YEAR -> String.valueOf(date.getYear());
                    case SEASON -> language().season(date);
                    default -> language().month(date);
                });
    }

    /** The machine-readable form, as short as what is known. */
    static String iso(LocalDate date, Precision precision) {
        return switch (precision) {
            case MONTH -> date.toString().substring(0, 7);
            // HTML has no seasons.
            case SEASON, YEAR -> date.toString().substring(0, 4);
            default -> date.toString();
        };
    }

    /** "Mar–Sep 2024", "Nov 2023–Feb 2024", "Mar 2024". */
    String months(LocalDate from, LocalDate to) {
        if (from.getYear() != to.getYear()) {
            return language().month(from) + "–" + language().month(to);
        }
        String last = language().month(to);
        return from.getMonth() == to.getMonth() ? last : language().nameOfMonth(from) + "–" + last;
    }

    /** "21 times in 2023", "at least 12 times, Mar–Sep 2024". */
    String times(Said said) {
        Counted counted = said.counted();
        String times = timesAlone(said);
        return isWholeYear(counted.from(), counted.to())
                ? say.timesInYear(times, String.valueOf(counted.from().getYear()))
                : times + ", " + months(counted.from(), counted.to());
    }

    /** "at least 12 times", where the figure shows when. */
    String timesAlone(Said said) {
        String times = times(said.count());
        return said.counted().atLeast() ? say.atLeast(times) : times;
    }

    /** "2023", "Mar–Sep 2024". */
    String period(LocalDate from, LocalDate to) {
        return isWholeYear(from, to) ? String.valueOf(from.getYear()) : months(from, to);
    }

    private static boolean isWholeYear(LocalDate from, LocalDate to) {
        return from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1));
    }

    String times(int count) {
        return say.times(count, number(count));
    }

    /** Words below ten, figures from ten. */
    String number(long count) {
        return count < IN_FIGURES_FROM ? say.small((int) count) : language().number(count);
    }

    /** "1 year 4 months", "11 months", "3 weeks", "2 days": as exact as one reads it. */
    String span(LocalDate from, LocalDate to) {
        Period period = Period.between(from, to);
        long days = ChronoUnit.DAYS.between(from, to);
        if (period.toTotalMonths() >= 3) {
            String years = period.getYears() == 0 ? "" : say.years(period.getYears());
            String months = period.getMonths() == 0 ? "" : say.months(period.getMonths());
            return joined(List.of(years, months));
        }
        return days >= 14 ? say.weeks((int) days / 7) : say.days((int) days);
    }

    /** As many whole words as fit; what was left out shows as an ellipsis. */
    static String clip(String words, int letters) {
        if (words.length() <= letters) {
            return words;
        }
        int end = letters < 2 ? -1 : words.lastIndexOf(' ', letters - 1);
        return end <= 0 ? "" : words.substring(0, end).replaceAll("[\\p{Punct}\\s]+$", "") + "…";
    }

    /** "noon in New York, 17:00 UTC". */
    String time(Instant at, ZoneId zone) {
        String utc = language().time(LocalTime.ofInstant(at, ZoneOffset.UTC)) + " UTC";
        if (!isCity(zone)) {
            return utc;
        }
        LocalDate inUtc = LocalDate.ofInstant(at, ZoneOffset.UTC);
        boolean sameDay = TimelineEvent.Deadline.day(at, zone).equals(inUtc);
        return say.timeIn(clock(at, zone), place(zone)) + ", " + (sameDay ? utc : say.timeOn(utc, day(inUtc)));
    }

    /** "noon", "17:00", "end of the day". */
    public String clock(Instant at, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(at, zone);
        if (time.equals(LocalTime.NOON)) {
            return say.noon();
        }
        return time.equals(LocalTime.MIDNIGHT) ? say.endOfDay() : language().time(time);
    }

    /** The city a time zone is named after. */
    public static String place(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static boolean isCity(ZoneId zone) {
        return zone.getId().indexOf('/') > 0 && !zone.getId().startsWith("Etc/");
    }

    static String joined(List<String> parts) {
        return String.join(
                " ",
                Stream.of(parts.toArray(String[]::new))
                        .filter(p -> !p.isEmpty())
                        .toList());
    }
}
