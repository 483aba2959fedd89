package org.ontherecord.published.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A linear scale from days to pixels.
 *
 * @param until the first day no longer on it
 * @param words what its days and what stands beside it are called; null when nothing is written
 */
public record TimelineAxis(LocalDate from, LocalDate until, double left, double right, TimelineWords words) {

    /** A line across the lanes with a word beside it; some lines are there without a word. */
    public record Tick(double x, String words) {
        public double wordsX() {
            return round(x + 6);
        }

        public double panelX() {
            return round(x + 9);
        }

        public double miniX() {
            return round(x + 3);
        }
    }

    static TimelineAxis years(int first, int last, double left, double right) {
        return new TimelineAxis(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1), left, right, null);
    }

    TimelineAxis in(TimelineWords words) {
        return new TimelineAxis(from, until, left, right, words);
    }

    double x(LocalDate day) {
        return x(day.atStartOfDay());
    }

    double x(LocalDateTime time) {
        double days = ChronoUnit.MINUTES.between(from.atStartOfDay(), time) / 1440.0;
        return round(left + days / days() * (right - left));
    }

    double perDay() {
        return (right - left) / days();
    }

    long days() {
        return ChronoUnit.DAYS.between(from, until);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }

    /** Years, fewer of them the longer the record; a single year is told by its months. */
    List<Tick> yearTicks(double narrowest) {
        int years = until.getYear() - from.getYear();
        if (years == 1) {
            return monthTicks(Math.max(narrowest, 66));
        }
        double width = (right - left) / years;
        int step = IntStream.of(1, 2, 5, 10, 20, 50, 100)
                .filter(s -> s * width >= narrowest && (years <= 20 || s >= 5))
                .findFirst()
                .orElse(100);
        List<Tick> ticks = new ArrayList<>();
        for (int year = from.getYear(); year < until.getYear(); year++) {
            boolean opensAlone = year == from.getYear() && (step - year % step) * width >= narrowest;
            if (year % step == 0 || step == 1 || opensAlone) {
                ticks.add(new Tick(x(LocalDate.of(year, 1, 1)), String.valueOf(year)));
            }
        }
        return ticks;
    }

    /** Months, with the year on the first and on each January. */
    List<Tick> monthTicks(double narrowest) {
        double width = perDay() * 30.4;
        int step = IntStream.of(1, 2, 3, 6, 12)
                .filter(s -> s * width >= narrowest)
                .findFirst()
                .orElse(12);
        boolean whole = step * width >= 120;
        LocalDate start = from.getDayOfMonth() == 1 ? from : from.with(TemporalAdjusters.firstDayOfNextMonth());
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate month = start; month.isBefore(until); month = month.plusMonths(1)) {
            if ((month.getMonthValue() - 1) % step == 0) {
                boolean yearToo = ticks.isEmpty() || month.getMonthValue() == 1;
                String name = whole
                        ? words.language().wholeNameOfMonth(month)
                        : words.language().nameOfMonth(month);
                ticks.add(new Tick(x(month), yearToo ? name + " " + month.getYear() : name));
            }
        }
        return ticks;
    }

    /** Mondays, or single days; whoever prints them says the year beside them. */
    List<Tick> dayTicks(boolean weeks, double narrowest) {
        LocalDate start = weeks ? from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)) : from;
        int days = weeks ? 7 : 1;
        int step = (int) Math.max(1, Math.ceil(narrowest / (days * perDay())));
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = start; day.isBefore(until); day = day.plus(Period.ofDays(days * step))) {
            ticks.add(new Tick(x(day), words.dayAndMonth(day)));
        }
        return ticks;
    }
}
