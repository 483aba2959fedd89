package org.ontherecord.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {
    static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

    @Test
    void isOneInstantShownOnBothClocks() {
        var reading = Deadline.read(LocalDate.of(2025, 1, 21), LocalTime.NOON, WASHINGTON);

        assertThat(reading.deadline().at()).isEqualTo(Instant.parse("2025-01-21T17:00:00Z"));
        assertThat(reading.deadline().inWords())
                .isEqualTo("21 Jan 2025, 12:00 in America/New_York (UTC-05:00), that is 17:00 UTC");
        assertThat(reading.clockChange()).isEmpty();
    }

    @Test
    void saysTheUtcDayWhenItIsAnotherOne() {
        var reading = Deadline.read(LocalDate.of(2025, 12, 31), LocalTime.of(23, 59), WASHINGTON);
        assertThat(reading.deadline().inWords())
                .isEqualTo("31 Dec 2025, 23:59 in America/New_York (UTC-05:00), that is 1 Jan 2026, 04:59 UTC");
    }

    @Test
    void inUtcNeedsNoSecondClock() {
        var reading = Deadline.read(LocalDate.of(2026, 3, 1), LocalTime.of(9, 5), ZoneId.of("UTC"));
        assertThat(reading.deadline().inWords()).isEqualTo("1 Mar 2026, 09:05 UTC");
    }

    @Test
    void inAPlaceOnUtcStillNamesThePlace() {
        var reading = Deadline.read(LocalDate.of(2026, 1, 5), LocalTime.NOON, ZoneId.of("Europe/London"));
        assertThat(reading.deadline().inWords())
                .isEqualTo("5 Jan 2026, 12:00 in Europe/London (UTC+00:00), that is 12:00 UTC");
    }

    @Test
    void aTimeTheClocksSkippedMovesForwardAndSaysSo() {
        var reading = Deadline.read(LocalDate.of(2025, 3, 9), LocalTime.of(2, 30), WASHINGTON);

        assertThat(reading.deadline().time()).isEqualTo(LocalTime.of(3, 30));
        assertThat(reading.clockChange())
                .contains("02:30 did not exist in America/New_York on 9 Mar 2025: the clocks went forward."
                        + " We read it as 03:30.");
    }

    @Test
    void ofATimeThatHappenedTwiceTheLaterOneCountsAndItSaysSo() {
        var reading = Deadline.read(LocalDate.of(2025, 11, 2), LocalTime.of(1, 30), WASHINGTON);

        assertThat(reading.deadline().at()).isEqualTo(Instant.parse("2025-11-02T06:30:00Z"));
        assertThat(reading.clockChange())
                .contains("01:30 happened twice in America/New_York on 2 Nov 2025: the clocks went back."
                        + " We read it as the later one, UTC-05:00.");
    }

    @Test
    void hasPassedFromItsVeryInstantOn() {
        var deadline = Deadline.of(Instant.parse("2025-01-21T17:00:00Z"), "America/New_York");

        assertThat(deadline.hasPassed(Instant.parse("2025-01-21T16:59:59.999Z")))
                .isFalse();
        assertThat(deadline.hasPassed(Instant.parse("2025-01-21T17:00:00Z"))).isTrue();
    }

    @Test
    void fallsOnTheDayOfItsOwnPlace() {
        assertThat(Deadline.of(Instant.parse("2025-01-01T03:00:00Z"), "America/New_York")
                        .day())
                .isEqualTo(LocalDate.of(2024, 12, 31));
    }

    @Test
    void aZoneIsAPlaceHoweverItIsTyped() {
        assertThat(Deadline.zone(" america/new york ")).contains(WASHINGTON);
        assertThat(Deadline.zone("utc")).contains(ZoneId.of("UTC"));
        assertThat(Deadline.zone("+05:00")).isEmpty();
        assertThat(Deadline.zone("Washington")).isEmpty();
        assertThat(Deadline.zone("")).isEmpty();
    }

    @Test
    void offersPlacesAndUtcOnly() {
        assertThat(Deadline.zones())
                .contains("UTC", "Europe/Kyiv", "America/New_York")
                .noneMatch(id -> id.startsWith("Etc/"));
    }
}
