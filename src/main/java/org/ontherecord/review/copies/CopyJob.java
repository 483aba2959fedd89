package org.ontherecord.review.copies;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import org.ontherecord.platform.queue.Lease;
import org.ontherecord.platform.queue.WorkQueue;

/** Asks the archive, where one is configured, for the copies people want. It is asked outside any transaction. */
@Singleton
public class CopyJob {
    private static final Logger LOG = Logger.getLogger(CopyJob.class);
    private static final int AT_A_TIME = 5;

    /** A request taken from the queue; without a ticket the archive has not been asked yet. */
    record Taken(Lease lease, String url, String ticket) {}

    private final WorkQueue<CopyRequest> queue;
    private final Clock clock;
    private ArchiveSettings settings;
    private ArchiveClient client;

    CopyJob(EntityManager database, Clock clock, Config config) {
        this.queue = new WorkQueue<>(
                database,
                clock,
                CopyRequest.class,
                new WorkQueue.Table(
                        "copy_request", "id", "state = 'WAITING'", "The app stopped while the archive was asked."));
        this.clock = clock;
        use(ArchiveSettings.of(config));
    }

    /** From now on this archive; tests bring their own. */
    final void use(ArchiveSettings wanted) {
        settings = wanted;
        client = wanted.isOn() ? new ArchiveClient(wanted) : null;
        if (wanted.trouble() != null) {
            LOG.warnf("No archive is asked for copies: %s", wanted.trouble());
        }
    }

    /** Whether copies can be asked for; the claim editor then offers it. */
    public boolean isOn() {
        return settings.isOn();
    }

    @Scheduled(identity = "copies", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (isOn()) {
            WorkQueue.drain(AT_A_TIME, this::take, this::ask);
        }
    }

    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew()
                .call(() -> queue.next().map(asked -> {
                    String url = asked.url;
                    String ticket = asked.ticket;
                    return new Taken(queue.begin(asked, CopyRequest.LEASE), url, ticket);
                }));
    }

    void ask(Taken taken) {
        Lease lease = taken.lease();
        try {
            var answer = taken.ticket() == null ? client.ask(taken.url()) : client.look(taken.ticket(), taken.url());
            queue.settle(lease, asked -> write(asked, answer));
        } catch (ArchiveClient.RefusedByArchive refusal) {
            queue.settle(lease, asked -> asked.refused(refusal.getMessage(), clock.instant()));
        } catch (RuntimeException trouble) {
            boolean known = trouble instanceof ArchiveClient.ArchiveAway;
            LOG.warnf(
                    "copy request %d, try %d: %s",
                    lease.row(), lease.attempt(), known ? trouble.getMessage() : trouble.getClass());
            queue.fail(
                    lease,
                    known ? trouble.getMessage() : "Asking the archive failed.",
                    Duration.ofMinutes(1L << lease.attempt()));
        }
    }

    private void write(CopyRequest asked, ArchiveClient.Answer answer) {
        Instant now = clock.instant();
        if (answer.isSaved()) {
            asked.saved(answer.copyUrl(), answer.copiedAt(), now);
            LOG.infof("copy request %d saved", asked.id);
        } else {
            asked.begun(answer.ticket(), now);
        }
    }
}
