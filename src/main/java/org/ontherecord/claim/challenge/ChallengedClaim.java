package org.ontherecord.claim.challenge;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;

/** A published claim as its readers see it; the verdict is the one in force. */
public record ChallengedClaim(long number, int verdict, String wording, String language, Long mergedInto) {
    public String id() {
        return "C-" + number;
    }

    public String page() {
        return "/claims/" + number;
    }

    /** Empty when we have published nothing about it. */
    static Optional<ChallengedClaim> of(EntityManager database, long number) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                database.createNativeQuery("""
                        select v.number, v.wording, v.language, c.merged_into from public_verdict v join claim c on c.id = v.claim_number
                         where v.claim_number = :claim order by v.number desc limit 1""").setParameter("claim", number).getResultList();
        return rows.stream()
                .map(row -> new ChallengedClaim(
                        number,
                        ((Number) row[0]).intValue(),
                        (String) row[1],
                        (String) row[2],
                        row[3] == null ? null : ((Number) row[3]).longValue()))
                .findFirst();
    }
}
