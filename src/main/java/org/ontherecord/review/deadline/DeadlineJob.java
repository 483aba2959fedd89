package org.ontherecord.review.deadline;

import java.time.Clock;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Notes deadlines that have passed. One statement that adds what is missing: after a time without any node it adds all that
 * passed meanwhile, and of two nodes at once the second finds them there.
 */
@Singleton
public class DeadlineJob {
    private static final Logger LOG = Logger.getLogger(DeadlineJob.class);

    private final EntityManager database;
    private final Clock clock;

    DeadlineJob(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(identity = "deadlines", every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        int noted = QuarkusTransaction.requiringNew().call(() -> DeadlinePassing.noteAll(database, clock.instant()));
        if (noted > 0) {
            LOG.infof("%d deadlines passed", noted);
        }
    }
}
