package org.ontherecord.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** How templates write dates, times and words: "22 Jan 2025" with the year always, times in UTC. */
@TemplateExtension
public final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK);

    private Wording() {}

    public static String day(LocalDate date) {
        return DAY.format(date).replace("Sept ", "Sep ");
    }

    public static String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    public static String minute(Instant instant) {
        return MINUTE.format(instant.atOffset(ZoneOffset.UTC)).replace("Sept ", "Sep ");
    }

    /** The first letter upper case. */
    public static String capitalise(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** As a value in the query of an address. */
    public static String inQuery(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
