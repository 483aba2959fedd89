package org.ontherecord.extraction.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day on which words were said, from "on Friday" or "yesterday" beside the reporting verb; null when it is not there. */
final class SaidOn {

    private static final Pattern DAY = Pattern.compile(
            "\\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)\\b",
            Pattern.CASE_INSENSITIVE);

    private SaidOn() {}

    /** The last such day on or before the article's own date. */
    static Time in(String beside, LocalDate publishedOn) {
        Matcher day = DAY.matcher(beside);
        if (publishedOn == null || !day.find()) {
            return null;
        }
        String word = day.group(1).toUpperCase(Locale.ROOT);
        LocalDate on = switch (word) {
            case "TODAY" -> publishedOn;
            case "YESTERDAY" -> publishedOn.minusDays(1);
            default -> publishedOn.with(TemporalAdjusters.previousOrSame(DayOfWeek.valueOf(word)));
        };
        return new Time(day.group(), on, on, Time.Precision.DAY);
    }
}
