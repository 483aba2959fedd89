package org.ontherecord.extraction;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads the queued texts at once, for tests that do not want to wait for the job's next turn. */
@ApplicationScoped
public class Readings {
    private final ExtractionJob job;

    Readings(ExtractionJob job) {
        this.job = job;
    }

    public void run() {
        job.run();
    }
}
