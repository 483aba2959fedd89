package org.ontherecord.matching.index;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Makes this node's index after the start and keeps it like the database. Pages do not wait for it. */
@Singleton
class ClaimIndexJob {
    private static final Logger LOG = Logger.getLogger(ClaimIndexJob.class);

    private final ClaimFollower follower;
    private volatile boolean stopped;

    ClaimIndexJob(AgroalDataSource source, Clock clock, Engine engine) {
        stopped = !engine.isInMemory();
        follower = new ClaimFollower(source, clock, Meanings.MODELS);
    }

    void begin(@Observes StartupEvent started) {
        if (stopped) {
            return;
        }
        Thread loading = new Thread(this::load, "claim-index");
        loading.setDaemon(true);
        loading.start();
    }

    void end(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    @Scheduled(identity = "claim-index", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        if (!stopped && follower.index().isPresent() && follower.follow()) {
            load();
        }
    }

    /** A load that failed, because the database was away, is begun again. */
    @Scheduled(
            identity = "claim-index-again",
            every = "10s",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void again() {
        if (!stopped && follower.index().isEmpty()) {
            load();
        }
    }

    @Scheduled(identity = "claim-change-forgetting", every = "1h", delayed = "5m")
    void forget() {
        follower.forget();
    }

    Optional<ClaimIndex> index() {
        return follower.index();
    }

    void catchUp() {
        follower.catchUp();
    }

    private void load() {
        try {
            follower.load(Runtime.getRuntime().availableProcessors());
            ClaimIndex index = follower.index().orElseThrow();
            LOG.infof("claim index: %d claims, %d vectors", index.size(), index.vectors());
        } catch (RuntimeException broken) {
            if (!stopped) {
                LOG.warnf("the claim index is not there yet, the database searches meanwhile: %s", broken.getMessage());
            }
        }
    }
}
