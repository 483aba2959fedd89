package org.ontherecord.platform;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.quarkus.arc.DefaultBean;

/** The one clock of the application, in UTC. Tests put a fixed one in its place. */
@ApplicationScoped
public class ClockProducer {
    @Produces
    @ApplicationScoped
    @DefaultBean
    Clock clock() {
        // HTML knows times to the millisecond.
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
