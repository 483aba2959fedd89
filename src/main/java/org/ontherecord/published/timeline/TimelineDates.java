package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.ontherecord.platform.Wording;
import org.ontherecord.published.timeline.TimelineEvent.Counted;
import org.ontherecord.published.timeline.TimelineEvent.Precision;
import org.ontherecord.published.timeline.TimelineEvent.Said;

/** Dates, spans and counts in words. */
final class TimelineDates {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final String[] SMALL = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
    };

    private TimelineDates() {}

    /** "8 Jan 2025", "about Jan 2025", "about 2025". */
    static String on(LocalDate date, Precision precision) {
        return switch (precision) {
            case MONTH -> "about " + month(date);
            case YEAR -> "about " + date.getYear();
            default -> Wording.day(date);
        };
    }

    /** The machine-readable form, as short as what is known. */
    static String iso(LocalDate date, Precision precision) {
        return switch (precision) {
            case MONTH -> date.toString().substring(0, 7);
            case YEAR -> date.toString().substring(0, 4);
            default -> date.toString();
        };
    }

    static String month(LocalDate date) {
        return Wording.day(date.withDayOfMonth(1)).substring(2);
    }

    static String dayAndMonth(LocalDate date) {
        String day = Wording.day(date);
        return day.substring(0, day.length() - 5);
    }

    /** "Mar–Sep 2024", "Nov 2023–Feb 2024", "Mar 2024". */
    static String months(LocalDate from, LocalDate to) {
        if (from.getYear() != to.getYear()) {
            return month(from) + "–" + month(to);
        }
        String last = month(to);
        return from.getMonth() == to.getMonth() ? last : month(from).substring(0, 3) + "–" + last;
    }

    /** "21 times in 2023", "at least 12 times, Mar–Sep 2024". */
    static String times(Said said) {
        Counted counted = said.counted();
        String when = isWholeYear(counted.from(), counted.to())
                ? " in " + counted.from().getYear()
                : ", " + months(counted.from(), counted.to());
        return (counted.atLeast() ? "at least " : "") + times(said.count()) + when;
    }

    /** "2023", "Mar–Sep 2024". */
    static String period(LocalDate from, LocalDate to) {
        return isWholeYear(from, to) ? String.valueOf(from.getYear()) : months(from, to);
    }

    private static boolean isWholeYear(LocalDate from, LocalDate to) {
        return from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1));
    }

    static String times(int count) {
        return count == 1 ? "once" : count == 2 ? "twice" : number(count) + " times";
    }

    /** Words below ten, figures from ten. */
    static String number(long count) {
        return count >= 0 && count < SMALL.length ? SMALL[(int) count] : String.format(Locale.UK, "%,d", count);
    }

    static String number(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** "1 year 4 months", "11 months", "3 weeks", "2 days": as exact as one reads it. */
    static String span(LocalDate from, LocalDate to) {
        Period period = Period.between(from, to);
        long days = ChronoUnit.DAYS.between(from, to);
        if (period.toTotalMonths() >= 3) {
            String years = period.getYears() == 0 ? "" : figure(period.getYears(), "year");
            String months = period.getMonths() == 0 ? "" : figure(period.getMonths(), "month");
            return (years + " " + months).trim();
        }
        return days >= 14 ? figure(days / 7, "week") : figure(days, "day");
    }

    static String figure(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
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
    static String time(Instant at, ZoneId zone) {
        String utc = CLOCK.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
        LocalDate there = TimelineEvent.Deadline.day(at, zone);
        LocalDate inUtc = LocalDate.ofInstant(at, ZoneOffset.UTC);
        String place = place(zone);
        if (place == null) {
            return utc;
        }
        return clock(at, zone) + " in " + place + ", " + utc + (there.equals(inUtc) ? "" : " on " + Wording.day(inUtc));
    }

    static String clock(Instant at, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(at, zone);
        return time.equals(LocalTime.NOON)
                ? "noon"
                : time.equals(LocalTime.MIDNIGHT) ? "end of the day" : CLOCK.format(time);
    }

    private static String place(ZoneId zone) {
        String id = zone.getId();
        boolean city = id.indexOf('/') > 0 && !id.startsWith("Etc/");
        return city ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') : null;
    }
}
