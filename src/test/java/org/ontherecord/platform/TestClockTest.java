package org.ontherecord.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
class TestClockTest {

    @Inject
    Clock clock;

    @Inject
    TestClock testClock;

    @Test
    void aTestStopsTheClockOfTheWholeApp() {
        testClock.stopAt("2024-01-31T23:59:59Z");
        testClock.forward(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo("2024-02-01T00:00:00Z");
    }

    @Test
    void anotherTestFindsItRunning() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
}
