package org.ontherecord.extraction;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads all queued texts at once, however many other tests have left there. */
@ApplicationScoped
public class Readings {
    private final ExtractionJob job;

    Readings(ExtractionJob job) {
        this.job = job;
    }

    public void run() {
        for (var taken = job.take(); taken.isPresent(); taken = job.take()) {
            job.read(taken.get());
        }
    }
}
