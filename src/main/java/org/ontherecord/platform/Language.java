package org.ontherecord.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * A language the public pages are written in, and how it writes dates and numbers. Which one a reader sees: the one in
 * the address ({@code ?lang=fr}), else the one chosen before, else the first the browser asks for that we have (RFC 4647).
 */
public enum Language {
    ENGLISH("en", "English", Locale.UK),
    FRENCH("fr", "Français", Locale.FRANCE);

    /** A narrow space that does not break (U+202F). */
    private static final String NARROW = "\u202f";

    static final String PARAMETER = "lang";
    static final String COOKIE = "language";
    private static final List<String> SEASONS = List.of("winter", "spring", "summer", "autumn");
    private static final List<String> SEASONS_IN_FRENCH = List.of("hiver", "printemps", "été", "automne");

    private final String code;
    private final String ownName;
    private final Locale locale;
    private final DateTimeFormatter dayAndMonth;
    private final DateTimeFormatter shortMonth;
    private final DateTimeFormatter longMonth;

    Language(String code, String ownName, Locale locale) {
        this.code = code;
        this.ownName = ownName;
        this.locale = locale;
        this.dayAndMonth = DateTimeFormatter.ofPattern("d MMM", locale);
        this.shortMonth = DateTimeFormatter.ofPattern("MMM", locale);
        this.longMonth = DateTimeFormatter.ofPattern("MMMM", locale);
    }

    /** BCP 47: "en". */
    public String code() {
        return code;
    }

    /** What its speakers call it: "Français". */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** The one with this code or locale; English when we do not have it. */
    public static Language of(Object code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(String.valueOf(code)))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** The desk is English. */
    static Language of(RoutingContext request) {
        if (Part.of(request) != Part.PUBLIC) {
            return ENGLISH;
        }
        List<String> asked = request.queryParam(PARAMETER);
        if (!asked.isEmpty()) {
            return of(asked.get(0));
        }
        Cookie chosen = request.request().getCookie(COOKIE);
        return chosen == null
                ? of(preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                : of(chosen.getValue());
    }

    /** The sentences of a bundle in this language. */
    public <T> T words(Class<T> bundle) {
        return this == ENGLISH ? MessageBundles.get(bundle) : MessageBundles.get(bundle, Localized.Literal.of(code));
    }

    /** "22 Jan 2025", "1er janv. 2025". */
    public String day(LocalDate date) {
        return dayAndMonth(date) + " " + date.getYear();
    }

    /** "22 Jan", "1er janv.". */
    public String dayAndMonth(LocalDate date) {
        String words = plain(dayAndMonth.format(date));
        return this == FRENCH && date.getDayOfMonth() == 1 ? words.replaceFirst("^1", "1er") : words;
    }

    /** "Jan", "janv.". */
    public String nameOfMonth(LocalDate date) {
        return plain(shortMonth.format(date));
    }

    /** "January", "janvier". */
    public String wholeNameOfMonth(LocalDate date) {
        return longMonth.format(date);
    }

    /** "Jan 2025", "janv. 2025". */
    public String month(LocalDate date) {
        return nameOfMonth(date) + " " + date.getYear();
    }

    /** "spring 2025", "printemps 2025", by the first day of a season of the north; "winter 2025–26". */
    public String season(LocalDate first) {
        int which = first.getMonthValue() / 3;
        String name = (this == FRENCH ? SEASONS_IN_FRENCH : SEASONS).get(which % 4);
        return "%s %d%s"
                .formatted(name, first.getYear(), which < 4 ? "" : "–%02d".formatted((first.getYear() + 1) % 100));
    }

    /** "17:00", "17 h", "17 h 05". */
    public String time(LocalTime time) {
        if (this == FRENCH) {
            return time.getHour() + NARROW + "h" + (time.getMinute() == 0 ? "" : NARROW + twoFigures(time.getMinute()));
        }
        return twoFigures(time.getHour()) + ":" + twoFigures(time.getMinute());
    }

    /** "22 Jan 2025, 17:00 UTC". */
    public String minute(Instant instant) {
        var utc = instant.atOffset(ZoneOffset.UTC);
        return day(utc.toLocalDate()) + ", " + time(utc.toLocalTime()) + " UTC";
    }

    /** The words between quotation marks. */
    public String quoted(String words) {
        return this == FRENCH ? "«" + NARROW + words + NARROW + "»" : "“" + words + "”";
    }

    /** "12,400", "12 400". */
    public String number(long number) {
        return String.format(locale, "%,d", number);
    }

    private static String twoFigures(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static String preferred(String acceptLanguage) {
        if (acceptLanguage == null) {
            return null;
        }
        try {
            List<String> ours = Stream.of(values()).map(Language::code).toList();
            return Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), ours);
        } catch (IllegalArgumentException notALanguageRange) {
            return null;
        }
    }

    /** British English alone has a fourth letter in September. */
    private static String plain(String words) {
        return words.replaceAll("Sept\\b(?!\\.)", "Sep");
    }
}
