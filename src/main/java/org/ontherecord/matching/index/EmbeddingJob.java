package org.ontherecord.matching.index;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.ontherecord.matching.MatchableClaim;

/**
 * Makes the vectors of new and changed claims, the newest first, on any node. The table is the queue: a first transaction
 * takes some for a while and counts the try, a second writes vectors and takes them out. Whatever was tried before is tried
 * alone, so that a text that kills its node parks no other with it.
 */
@Singleton
class EmbeddingJob {
    /** How long a node may be at what it took. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Logger LOG = Logger.getLogger(EmbeddingJob.class);
    private static final int AT_A_TIME = 32;
    private static final int BATCHES_A_RUN = 200;

    private final EmbeddingQueue queue;
    private final ClaimRows rows;
    private final Meanings meanings;
    private final Clock clock;
    private final int threads;
    private final ExecutorService workers;
    private volatile boolean stopped;
    private boolean filledUp;

    EmbeddingJob(
            EmbeddingQueue queue,
            ClaimRows rows,
            Meanings meanings,
            Clock clock,
            @ConfigProperty(name = "ontherecord.matching.threads", defaultValue = "0") int threads) {
        this.queue = queue;
        this.rows = rows;
        this.meanings = meanings;
        this.clock = clock;
        this.threads = threads > 0 ? threads : usual(Runtime.getRuntime().availableProcessors());
        this.workers = Executors.newFixedThreadPool(this.threads, work -> {
            Thread thread = new Thread(work, "embedding");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Half of the cores, but two where there are two: pages get their share of them from the system, a new record waits shorter. */
    private static int usual(int cores) {
        return Math.min(cores, Math.max(2, cores / 2));
    }

    void end(@Observes ShutdownEvent stopping) {
        stopped = true;
        workers.shutdownNow();
    }

    /** Whoever asks for a run while another is under way waits for its end: what was queued before has vectors after. */
    @Scheduled(identity = "embedding", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void run() throws Exception {
        if (stopped || !meanings.isReady()) {
            return;
        }
        if (!filledUp) {
            queue.fillUp(Meanings.MODELS);
            filledUp = true;
        }
        queue.park(clock.instant());
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            work.add(workers.submit(this::embedAll));
        }
        for (Future<?> one : work) {
            one.get();
        }
    }

    private void embedAll() {
        for (int i = 0; i < BATCHES_A_RUN && !stopped; i++) {
            List<EmbeddingQueue.Taken> taken = queue.take(AT_A_TIME, clock.instant(), LEASE);
            if (taken.isEmpty()) {
                return;
            }
            try {
                embed(taken);
            } catch (RuntimeException broken) {
                LOG.errorf(
                        "%d claims from C-%d on not embedded: %s",
                        taken.size(), taken.get(0).claim(), broken);
                return;
            }
        }
    }

    void embed(List<EmbeddingQueue.Taken> taken) {
        List<Long> claims = taken.stream()
                .map(EmbeddingQueue.Taken::claim)
                .distinct()
                .sorted()
                .toList();
        List<MatchableClaim> now = rows.byNumber(claims);
        Map<EmbeddingQueue.Place, byte[]> missing = queue.withoutVector(Meanings.MODELS, now);
        Map<EmbeddingQueue.Place, EmbeddingQueue.Vector> made = new TreeMap<>();
        Map<String, byte[]> known = queue.known(Meanings.MODELS, missing.values());
        for (MatchableClaim claim : now) {
            List<String> texts = ClaimTexts.of(claim);
            for (int slot = 0; slot < texts.size(); slot++) {
                var place = new EmbeddingQueue.Place(claim.number(), slot);
                byte[] sha256 = missing.get(place);
                if (sha256 != null) {
                    String text = texts.get(slot);
                    byte[] vector = known.computeIfAbsent(
                            Arrays.toString(sha256), same -> meanings.of(text).orElseThrow());
                    made.put(place, new EmbeddingQueue.Vector(sha256, vector));
                }
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            queue.write(Meanings.MODELS, made);
            queue.finish(taken, claims, now);
            // Who changed a text while we were at it has queued it, but another node may have been faster with it than
            // we.
            queue.putBack(now, rows.byNumber(claims));
        });
    }
}
