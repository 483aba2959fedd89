package org.ontherecord.extraction.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a service alone that failed three times in a row: for five minutes, then, each time the one try after it fails too,
 * for twice as long, up to an hour. Each node keeps its own.
 */
final class CircuitBreaker {

    private static final int FAILURES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Clock clock;
    private int failures;
    private Duration pause = FIRST_PAUSE;
    private Instant until;

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    /** Whether the service may be asked now. */
    synchronized boolean allows() {
        return until == null || !clock.instant().isBefore(until);
    }

    /** Until when it is left alone; null while it may be asked. */
    synchronized Instant pausedUntil() {
        return allows() ? null : until;
    }

    synchronized void succeeded() {
        failures = 0;
        pause = FIRST_PAUSE;
        until = null;
    }

    synchronized void failed() {
        failures++;
        if (failures < FAILURES) {
            return;
        }
        until = clock.instant().plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    }
}
