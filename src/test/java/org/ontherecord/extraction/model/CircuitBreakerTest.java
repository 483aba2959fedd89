package org.ontherecord.extraction.model;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

class CircuitBreakerTest {

    private final TestClock clock = new TestClock();
    private final CircuitBreaker breaker = new CircuitBreaker(clock);

    @BeforeEach
    void stopTheClock() {
        clock.stopAt("2026-03-01T10:00:00Z");
    }

    @Test
    void twoFailuresInARowChangeNothingAndASuccessForgetsThem() {
        breaker.failed();
        breaker.failed();
        breaker.succeeded();
        breaker.failed();
        breaker.failed();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.pausedUntil()).isNull();
    }

    @Test
    void afterThreeFailuresNothingIsAskedForFiveMinutes() {
        fail(3);
        assertThat(breaker.allows()).isFalse();
        assertThat(breaker.pausedUntil()).isEqualTo("2026-03-01T10:05:00Z");
        clock.forward(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(breaker.allows()).isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void eachFailureAfterAPauseDoublesItUpToAnHour() {
        fail(3);
        for (int minutes : new int[] {5, 10, 20, 40, 60, 60}) {
            assertThat(breaker.pausedUntil()).isEqualTo(clock.instant().plus(Duration.ofMinutes(minutes)));
            clock.forward(Duration.ofMinutes(minutes));
            assertThat(breaker.allows()).isTrue();
            breaker.failed();
        }
    }

    @Test
    void aSuccessAfterAPauseBringsBackTheFirstPause() {
        fail(4);
        clock.forward(Duration.ofMinutes(10));
        breaker.succeeded();
        fail(3);
        assertThat(breaker.pausedUntil()).isEqualTo("2026-03-01T10:15:00Z");
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }
}
