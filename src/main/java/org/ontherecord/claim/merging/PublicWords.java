package org.ontherecord.claim.merging;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.Panache;

/** The wording of claims as readers know it, which a draft may have changed on the desk; of what is not public, as the desk has it. */
final class PublicWords {
    private PublicWords() {}

    @SuppressWarnings("unchecked")
    static Map<Long, String> of(List<Long> claims) {
        if (claims.isEmpty()) {
            return Map.of();
        }
        List<Tuple> rows = Panache.getEntityManager()
                .createNativeQuery("""
                        select c.id, coalesce(r.wording, e.wording, c.wording) as wording from claim c
                          left join lateral (select w.revision_id from verdict w where w.claim_id = c.id order by w.number desc limit 1) v on true
                          left join revision r on r.id = v.revision_id
                          left join external_check e on e.claim_id = c.id
                         where c.id in (:claims) order by c.id""", Tuple.class)
                .setParameter("claims", claims)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("id", Number.class).longValue(), row -> row.get("wording", String.class)));
    }
}
