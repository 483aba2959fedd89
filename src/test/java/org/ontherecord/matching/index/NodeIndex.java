package org.ontherecord.matching.index;

import java.time.Duration;

import jakarta.inject.Singleton;

import org.awaitility.Awaitility;

/** This node's index of claims, which no job follows while a test has them held: a search applies a few changes itself. */
@Singleton
public class NodeIndex {
    private final ClaimIndexJob job;
    private final Engine engine;
    private final Meanings meanings;

    NodeIndex(ClaimIndexJob job, Engine engine, Meanings meanings) {
        this.job = job;
        this.engine = engine;
        this.meanings = meanings;
    }

    /** Waits for what is loaded after the start, and applies what has changed since. */
    public void catchUp() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !meanings.isLoading()
                        && (!engine.isInMemory() || job.index().isPresent()));
        job.follow();
    }
}
