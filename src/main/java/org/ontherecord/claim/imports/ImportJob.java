package org.ontherecord.claim.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.claim.imports.RowReading.Understood;

/**
 * Takes in the files of checks, one at a time on each node. The table is the queue: a lease gives up what a killed node held,
 * and each batch of rows is written in one transaction with how far the file is, so that the next node goes on from there.
 */
@Singleton
public class ImportJob {
    private static final Logger LOG = Logger.getLogger(ImportJob.class);
    /** Small enough that the locks of a batch hold nobody up; 19,250 rows came in over HTTP in 21 s (docs/measured.md). */
    static final int BATCH = 500;

    static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST_ATTEMPTS = 3;
    /** How long files are kept after their import, for another try. */
    static final Duration KEPT = Duration.ofDays(30);

    /** An import taken from the queue, and how many of its rows were through by then. */
    record Taken(long id, int done) {}

    private final EntityManager database;
    private final ImportBatch batches;
    private final Clock clock;
    /** Smaller in tests. */
    int batchSize = BATCH;

    ImportJob(EntityManager database, ImportBatch batches, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    @Scheduled(identity = "imports", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (Optional<Taken> taken = take(); taken.isPresent(); taken = take()) {
            work(taken.get());
        }
    }

    @Scheduled(identity = "imports-forgetting", every = "1h", delayed = "2m")
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                                delete from claim_import_part p using claim_import i
                                 where i.id = p.import_id and i.finished_at < :before""")
                        .setParameter("before", clock.instant().minus(KEPT))
                        .executeUpdate());
    }

    /** First transaction: an import whose time has come, its try counted. */
    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            ClaimImport next = due(now);
            while (next != null && next.attempts >= MOST_ATTEMPTS) {
                next.giveUp(
                        "Taking in row " + (next.done + 1)
                                + " or one soon after it stopped three times. Rows before it are in. Send the file again, or ask whoever runs this site.",
                        now);
                database.flush();
                next = due(now);
            }
            if (next == null) {
                return Optional.empty();
            }
            next.begin(now.plus(LEASE));
            return Optional.of(new Taken(next.id, next.done));
        });
    }

    /** Goes on from the first row that is not through; stops when another node, in time for a missed lease, went on instead. */
    void work(Taken taken) {
        try {
            if (!isWorkedThrough(taken)) {
                LOG.infof("import %d is going on elsewhere", taken.id());
            }
        } catch (IOException | RuntimeException trouble) {
            LOG.errorf(trouble, "import %d stopped", taken.id());
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeQuery("""
                                    update claim_import set next_try_at = :later where id = :id and state = 'RUNNING'""")
                            .setParameter("later", clock.instant().plus(PAUSE))
                            .setParameter("id", taken.id())
                            .executeUpdate());
        }
    }

    private boolean isWorkedThrough(Taken taken) throws IOException {
        ClaimImport facts = QuarkusTransaction.requiringNew().call(() -> ClaimImport.findById(taken.id()));
        Map<String, ExternalClaim> promised = facts.dryRun ? new HashMap<>() : null;
        try (RawRows rows = ImportFile.open(new ImportParts(database, taken.id()))) {
            int done = 0;
            List<Understood> batch = new ArrayList<>(batchSize);
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                if (done < taken.done() && promised == null) {
                    done++;
                    continue;
                }
                Understood understood = RowReading.of(row, facts.publisher);
                if (done < taken.done()) {
                    done++;
                    promise(promised, understood);
                    continue;
                }
                batch.add(understood);
                if (batch.size() == batchSize) {
                    if (!batches.write(taken.id(), done, batch, promised)) {
                        return false;
                    }
                    done += batch.size();
                    batch = new ArrayList<>(batchSize);
                }
            }
            return (batch.isEmpty() || batches.write(taken.id(), done, batch, promised))
                    && finish(taken.id(), done + batch.size());
        }
    }

    private static void promise(Map<String, ExternalClaim> promised, Understood understood) {
        if (understood.claim() != null) {
            promised.putIfAbsent(understood.claim().key(), understood.claim());
        }
    }

    private boolean finish(long id, int done) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ClaimImport over = ImportBatch.locked(database, id, done).orElse(null);
            if (over == null) {
                return false;
            }
            Instant now = clock.instant();
            over.finish(now);
            AuditEvent.record(
                    null,
                    "import finished",
                    "claim_import",
                    id,
                    null,
                    Map.of(
                            "added",
                            over.added,
                            "known",
                            over.known,
                            "differing",
                            over.differing,
                            "failed",
                            over.failed),
                    now);
            LOG.infof(
                    "import %d finished: %d added, %d known, %d differing, %d failed",
                    id, over.added, over.known, over.differing, over.failed);
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private ClaimImport due(Instant now) {
        return (ClaimImport) database.createNativeQuery("""
                        select * from claim_import where state in ('QUEUED', 'RUNNING') and next_try_at <= :now
                        order by next_try_at, id limit 1 for update skip locked""", ClaimImport.class)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
