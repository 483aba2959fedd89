package org.ontherecord.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

/** The application's clock in tests: the real time until a test stops it, and the real time again in the next test. */
@ApplicationScoped
public class TestClock extends Clock {

    private volatile Clock current = Clock.tickMillis(ZoneOffset.UTC);

    public void stopAt(String instant) {
        current = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }

    /** Stops the clock, so that the time between two steps of a test is what the test says. */
    public void forward(Duration duration) {
        current = Clock.fixed(current.instant().plus(duration), ZoneOffset.UTC);
    }

    public void run() {
        current = Clock.tickMillis(ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return current.withZone(zone);
    }
}
