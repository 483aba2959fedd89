package org.ontherecord.claim.likeness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;

/**
 * How a claim stands: our verdict in force, or else another publisher's check, or else that it is a draft. Code and role are
 * for the verdict's tag and null without one.
 */
public record Standing(String code, String label, String role, String publisher, String rating) {
    private static final Standing DRAFT = new Standing(null, null, null, null, null);

    /** The standing of each of these claims. One select. */
    public static Map<Long, Standing> of(EntityManager database, List<Long> claims) {
        Map<Long, Standing> standings = new LinkedHashMap<>();
        claims.forEach(claim -> standings.put(claim, DRAFT));
        if (claims.isEmpty()) {
            return standings;
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                database.createNativeQuery("""
                        select c.id, v.kind, r.code, r.label, r.role, e.publisher, e.rating
                          from claim c
                          left join lateral (select * from verdict w where w.claim_id = c.id order by w.number desc limit 1) v on true
                          left join revision on revision.id = v.revision_id
                          left join rating r on r.id = revision.rating_id
                          left join external_check e on e.claim_id = c.id
                         where c.id in (:claims) order by c.id""").setParameter("claims", claims).getResultList();
        for (Object[] row : rows) {
            boolean withdrawn = "WITHDRAWAL".equals(row[1]);
            standings.put(
                    ((Number) row[0]).longValue(),
                    new Standing(
                            withdrawn ? "withdrawn" : (String) row[2],
                            withdrawn ? "Withdrawn" : (String) row[3],
                            withdrawn ? "none" : (String) row[4],
                            (String) row[5],
                            (String) row[6]));
        }
        return standings;
    }

    public boolean isOurs() {
        return label != null;
    }

    public boolean isDraft() {
        return label == null && publisher == null;
    }
}
