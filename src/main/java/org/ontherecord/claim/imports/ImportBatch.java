package org.ontherecord.claim.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.ontherecord.claim.imports.RowReading.Understood;

/** Writes a batch of rows, what is to be said about them and how far the file is, all in one transaction or not at all. */
@ApplicationScoped
class ImportBatch {
    private final EntityManager database;
    private final ExternalClaims record;
    private final Clock clock;

    ImportBatch(EntityManager database, ExternalClaims record, Clock clock) {
        this.database = database;
        this.record = record;
        this.clock = clock;
    }

    /** What became of rows. */
    private static final class Outcome {
        final Map<String, ExternalClaim> added = new LinkedHashMap<>();
        final List<Remark> remarks = new ArrayList<>();
        int known;
        int differing;
        int failed;
    }

    /**
     * Whether the batch was written: not when others have gone on with the file since. {@code promised} is what a dry run
     * would have added so far, and null when it is none.
     */
    boolean write(long importId, int done, List<Understood> batch, Map<String, ExternalClaim> promised) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (promised == null) {
                record.oneAtATime();
            }
            Optional<ClaimImport> mine = locked(database, importId, done);
            if (mine.isEmpty()) {
                return false;
            }
            Instant now = clock.instant();
            Outcome outcome = judge(batch, promised);
            List<ExternalClaim> added = List.copyOf(outcome.added.values());
            if (promised == null) {
                record.add(added, importId, mine.get().startedBy.id, now);
            } else {
                promised.putAll(outcome.added);
            }
            ImportRemarks.write(database, importId, outcome.remarks);
            int noticed = (int) outcome.remarks.stream()
                    .filter(remark -> remark.weight() == Remark.Weight.NOTICE)
                    .count();
            mine.get()
                    .advance(
                            added.size(),
                            outcome.known,
                            outcome.differing,
                            outcome.failed,
                            noticed,
                            now.plus(ImportJob.LEASE));
            return true;
        });
    }

    /** The import, if it stands exactly there and is still going on. */
    @SuppressWarnings("unchecked")
    static Optional<ClaimImport> locked(EntityManager database, long importId, int done) {
        return database.createNativeQuery("""
                        select * from claim_import where id = :id and done = :done and state = 'RUNNING' for update""", ClaimImport.class)
                .setParameter("id", importId)
                .setParameter("done", done)
                .getResultStream()
                .findFirst();
    }

    private Outcome judge(List<Understood> batch, Map<String, ExternalClaim> promised) {
        Map<String, ExternalClaim> known = new HashMap<>(promised == null ? Map.of() : promised);
        known.putAll(record.known(batch.stream()
                .map(Understood::claim)
                .filter(java.util.Objects::nonNull)
                .toList()));
        var outcome = new Outcome();
        for (Understood row : batch) {
            outcome.remarks.addAll(row.remarks());
            ExternalClaim claim = row.claim();
            if (claim == null) {
                outcome.failed++;
                continue;
            }
            ExternalClaim before = known.putIfAbsent(claim.key(), claim);
            List<String> differences = before == null ? List.of() : claim.differences(before);
            if (before == null) {
                outcome.added.put(claim.key(), claim);
            } else if (differences.isEmpty()) {
                outcome.known++;
            } else {
                outcome.differing++;
                outcome.remarks.add(new Remark(
                        row.line(),
                        Remark.Weight.DIFFERS,
                        differences.get(0),
                        "We have this check of " + claim.publisher() + " already, and it says something else in: "
                                + String.join(", ", differences) + ". What is on record stays as it is.",
                        claim.externalId().length() > 300 ? claim.externalId().substring(0, 300) : claim.externalId()));
            }
        }
        return outcome;
    }
}
