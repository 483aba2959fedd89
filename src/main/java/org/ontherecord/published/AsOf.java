package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import org.ontherecord.platform.NotUnderstood;
import org.ontherecord.platform.Wording;

/**
 * The moment the record is asked about: now, or as far back as somebody wants to look. A page that takes {@code as_of}
 * gives its template one of these; every link that should keep the moment is made by {@link #link}.
 *
 * @param moment what had been published by then is shown
 * @param asked the day or instant of the address, or the beginning of words that are none; null when it had nothing
 */
public record AsOf(Instant moment, Instant now, String asked, Reading reading) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final int LONGEST_ECHO = 40;
    private static final String TAKES =
            "The parameter as_of takes a day (2025-01-31) or a moment (2025-01-31T12:00:00Z).";

    /** What was made of the address. Ahead and unreadable show the record of now, and the page says so. */
    public enum Reading {
        NOW,
        PAST,
        AHEAD,
        UNREADABLE
    }

    /** For pages: whatever stands in the address, there is a record to show. */
    public static AsOf of(String given, Instant now) {
        Instant present = now.truncatedTo(ChronoUnit.MICROS);
        if (given == null || given.isBlank()) {
            return new AsOf(present, present, null, Reading.NOW);
        }
        String words = given.strip();
        try {
            return read(words, present);
        } catch (DateTimeParseException e) {
            String echo = words.length() <= LONGEST_ECHO ? words : words.substring(0, LONGEST_ECHO) + "…";
            return new AsOf(present, present, echo, Reading.UNREADABLE);
        }
    }

    /** For programs: what cannot be read is refused. */
    public static AsOf strictly(String given, Instant now) {
        AsOf asOf = of(given, now);
        if (asOf.isUnreadable()) {
            throw new NotUnderstood(TAKES);
        }
        return asOf;
    }

    /** A day means its end in UTC; today means now. */
    private static AsOf read(String given, Instant now) {
        if (given.length() > "2025-01-31".length()) {
            return at(OffsetDateTime.parse(given.replace(' ', '+')).toInstant(), null, now);
        }
        LocalDate day = LocalDate.parse(given);
        if (day.equals(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            return new AsOf(now, now, null, Reading.NOW);
        }
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(1, ChronoUnit.MICROS);
        return at(end, given, now);
    }

    /** The moment of a publication, which a frozen version is of. */
    static AsOf published(Instant moment, Instant now) {
        return new AsOf(moment, now, moment.toString(), Reading.PAST);
    }

    private static AsOf at(Instant asked, String day, Instant now) {
        if (asked.isAfter(now)) {
            return new AsOf(now, now, asked.toString(), Reading.AHEAD);
        }
        Instant moment = asked.isBefore(EARLIEST) ? EARLIEST : asked.truncatedTo(ChronoUnit.MICROS);
        return new AsOf(moment, now, day == null ? moment.toString() : day, Reading.PAST);
    }

    public boolean isPast() {
        return reading == Reading.PAST;
    }

    public boolean isAhead() {
        return reading == Reading.AHEAD;
    }

    public boolean isUnreadable() {
        return reading == Reading.UNREADABLE;
    }

    /** The address with this moment in it, if it is a past one. */
    public String link(String address) {
        if (!isPast()) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + "as_of=" + Wording.inQuery(asked);
    }

    /** The same question put to another address of the page. */
    String again(String address) {
        return asked == null ? address : address + "?as_of=" + Wording.inQuery(asked);
    }

    /** The page of a topic at this moment. */
    public String topic(String topic) {
        return link(Topic.page(topic));
    }

    /** The address of the pages of a list, less the number of the page. */
    public String pages(String list) {
        String address = link(list);
        return address + (address.contains("?") ? "&" : "?") + "page=";
    }

    /** "1 Dec 2024", or with the time when a moment was asked for. */
    public String words() {
        return isDay() ? Wording.day(moment) : Wording.minute(moment);
    }

    /** Whether a day was asked for and not a moment. */
    public boolean isDay() {
        return isPast() && !asked.contains("T");
    }

    /** What {@code <time datetime>} may say of it, which is milliseconds at most. */
    public String machine() {
        return isDay() ? asked : moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The day it lies on in UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    public LocalDate dayOf(Instant other) {
        return LocalDate.ofInstant(other, ZoneOffset.UTC);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
