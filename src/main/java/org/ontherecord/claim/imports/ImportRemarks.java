package org.ontherecord.claim.imports;

import java.util.List;

import jakarta.persistence.EntityManager;

/** The remarks of an import as rows. The first 10,000 are kept, all are counted. */
final class ImportRemarks {
    static final int MOST = 10_000;

    private ImportRemarks() {}

    static void write(EntityManager database, long importId, List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        insert into claim_import_remark (import_id, line, weight, field, reason, external_id)
                        select :import, r.line, r.weight, r.field, r.reason, r.external_id
                          from unnest(cast(:lines as integer[]), cast(:weights as text[]), cast(:fields as text[]),
                                      cast(:reasons as text[]), cast(:ids as text[]))
                               with ordinality r (line, weight, field, reason, external_id, place)
                         where (select count(*) from claim_import_remark before where before.import_id = :import) + r.place <= :most
                         order by r.place""")
                .setParameter("import", importId)
                .setParameter("most", MOST)
                .setParameter("lines", remarks.stream().map(Remark::line).toArray(Integer[]::new))
                .setParameter(
                        "weights", texts(remarks, remark -> remark.weight().name()))
                .setParameter("fields", texts(remarks, Remark::field))
                .setParameter("reasons", texts(remarks, Remark::reason))
                .setParameter("ids", texts(remarks, Remark::externalId))
                .executeUpdate();
    }

    static <T> String[] texts(List<T> rows, java.util.function.Function<T, String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }
}
