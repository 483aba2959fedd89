package org.ontherecord.claim;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** When a promise is due: one instant, shown in the zone it was meant in. */
public record Deadline(Instant at, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** The deadline understood from what was typed, and what had to be decided when the clocks were changed that day. */
    public record Reading(Deadline deadline, Optional<String> clockChange) {}

    public static Deadline of(Instant at, String zone) {
        return at == null ? null : new Deadline(at, ZoneId.of(zone));
    }

    /**
     * Reads a local date and time. A time the clocks skip moves forward by the gap, and of a time that happens twice the
     * later one counts, so that no promise is called late while its deadline could still be ahead.
     */
    public static Reading read(LocalDate date, LocalTime time, ZoneId zone) {
        LocalDateTime local = date.atTime(time);
        var deadline = new Deadline(
                ZonedDateTime.of(local, zone).withLaterOffsetAtOverlap().toInstant(), zone);
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return new Reading(
                    deadline,
                    Optional.of("%s did not exist in %s on %s: the clocks went forward. We read it as %s."
                            .formatted(TIME.format(time), zone, DAY.format(date), TIME.format(deadline.local()))));
        }
        if (offsets.size() > 1) {
            return new Reading(
                    deadline,
                    Optional.of(
                            "%s happened twice in %s on %s: the clocks went back. We read it as the later one, UTC%s."
                                    .formatted(TIME.format(time), zone, DAY.format(date), sign(deadline.local()))));
        }
        return new Reading(deadline, Optional.empty());
    }

    /**
     * A region such as {@code Europe/Kyiv} or {@code UTC}, or its city alone where no other has one of that name; an offset
     * alone is no place, so it is not accepted.
     */
    public static Optional<ZoneId> zone(String typed) {
        String wanted = typed.strip().replace(' ', '_');
        return region(wanted).or(() -> {
            var cities = zones().stream()
                    .filter(id -> id.substring(id.lastIndexOf('/') + 1).equalsIgnoreCase(wanted))
                    .toList();
            return cities.size() == 1 ? region(cities.get(0)) : Optional.empty();
        });
    }

    private static Optional<ZoneId> region(String wanted) {
        try {
            return ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.equalsIgnoreCase(wanted))
                    .min(String::compareTo)
                    .map(ZoneId::of);
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The zones worth offering: regions with a place in their name, and UTC. */
    public static Set<String> zones() {
        var names = new TreeSet<String>();
        names.add("UTC");
        ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .forEach(names::add);
        return names;
    }

    public boolean hasPassed(Instant now) {
        return !now.isBefore(at);
    }

    /** The day it falls on where it was meant. */
    public LocalDate day() {
        return local().toLocalDate();
    }

    public LocalTime time() {
        return local().toLocalTime();
    }

    /** Both clocks in words: "21 Jan 2025, 12:00 in America/New_York (UTC-05:00), that is 17:00 UTC". */
    public String inWords() {
        ZonedDateTime local = local();
        if (local.getOffset().equals(ZoneOffset.UTC) && zone.getId().equals("UTC")) {
            return "%s, %s UTC".formatted(DAY.format(local), TIME.format(local));
        }
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        String utcDay = utc.toLocalDate().equals(local.toLocalDate()) ? "" : DAY.format(utc) + ", ";
        return "%s, %s in %s (UTC%s), that is %s%s UTC"
                .formatted(DAY.format(local), TIME.format(local), zone, sign(local), utcDay, TIME.format(utc));
    }

    private ZonedDateTime local() {
        return at.atZone(zone);
    }

    private static String sign(ZonedDateTime when) {
        return when.getOffset().equals(ZoneOffset.UTC)
                ? "+00:00"
                : when.getOffset().getId();
    }
}
