package org.ontherecord.claim.imports;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.ontherecord.matching.MeaningBacklog;

/** Which claims of an import cannot be found by their meaning yet. An import is over for its users when there are none. */
@Singleton
class ImportBacklog {
    private final EntityManager database;
    private final MeaningBacklog meanings;

    ImportBacklog(EntityManager database, MeaningBacklog meanings) {
        this.database = database;
        this.meanings = meanings;
    }

    /** Claims of others between the first and the last of the import may be among them. */
    long of(ImportView.Row row) {
        if (row.dryRun() || !row.isDone() || row.added() == 0) {
            return 0;
        }
        Object[] range = (Object[]) database.createNativeQuery(
                        "select min(claim_id), max(claim_id) from external_check where import_id = :id")
                .setParameter("id", row.id())
                .getSingleResult();
        return range[0] == null
                ? 0
                : Math.min(
                        row.added(),
                        meanings.between(((Number) range[0]).longValue(), ((Number) range[1]).longValue()));
    }
}
