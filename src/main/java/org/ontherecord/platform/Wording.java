package org.ontherecord.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;

/** How templates write dates, times and words: "22 Jan 2025" with the year always, times in UTC; in the language of the page. */
public final class Wording {
    private Wording() {}

    public static String day(LocalDate date) {
        return Language.ENGLISH.day(date);
    }

    public static String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    public static String minute(Instant instant) {
        return Language.ENGLISH.minute(instant);
    }

    @TemplateExtension
    static String day(LocalDate date, @TemplateAttribute Object locale) {
        return Language.of(locale).day(date);
    }

    @TemplateExtension
    static String day(Instant instant, @TemplateAttribute Object locale) {
        return day(LocalDate.ofInstant(instant, ZoneOffset.UTC), locale);
    }

    @TemplateExtension
    static String minute(Instant instant, @TemplateAttribute Object locale) {
        return Language.of(locale).minute(instant);
    }

    /** The first letter upper case. */
    @TemplateExtension
    public static String capitalise(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** As a value in the query of an address. */
    @TemplateExtension
    public static String inQuery(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
