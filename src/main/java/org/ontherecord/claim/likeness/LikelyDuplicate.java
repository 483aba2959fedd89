package org.ontherecord.claim.likeness;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.matching.Match;

/** Two public claims that may be the same. Software finds and forgets it; people's answers are kept elsewhere. */
@Entity
public class LikelyDuplicate extends PanacheEntityBase {
    /** As likely as not the same: below it a queue that nobody asked for would hold more wrong pairs than right ones. */
    private static final double LEAST_SCORE = 0.5;

    /** Two of other matters score high where neither has a nearer one; the demonstration's pair has 0.92, with 79 of meaning. */
    private static final int LEAST_PERCENT = 70;

    /** No decision holds and no relation is open between claims d. */
    static final String UNDECIDED = """
             not exists (select 1 from claim_relation r where r.withdrawn_at is null
                    and least(r.claim_id, r.other_claim_id) = d.claim_id and greatest(r.claim_id, r.other_claim_id) = d.other_claim_id)
               and coalesce((select x.answer from likeness_decision x
                              where x.claim_id = d.claim_id and x.other_claim_id = d.other_claim_id
                              order by x.id desc limit 1), 'TAKEN_BACK') = 'TAKEN_BACK' """;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long claimId;
    public Long otherClaimId;
    public float score;
    public short wordingPercent;
    public short meaningPercent;
    public List<String> agrees = List.of();
    public List<String> differs = List.of();
    public Instant foundAt;

    protected LikelyDuplicate() {}

    static boolean isLikely(Match match) {
        return match.score() >= 1
                || match.score() >= LEAST_SCORE
                        && Math.max(match.wordingPercent(), match.meaningPercent()) >= LEAST_PERCENT;
    }

    /** The pairs of a claim as they were just found. Undecided ones that were not found again go. */
    static void found(EntityManager database, long claim, List<Match> matches, Instant now) {
        for (Match match : matches) {
            database.createNativeQuery("""
                            insert into likely_duplicate (claim_id, other_claim_id, score, wording_percent, meaning_percent, agrees, differs, found_at)
                            values (:claim, :other, :score, :wording, :meaning, cast(:agrees as text[]), cast(:differs as text[]), :now)
                            on conflict (claim_id, other_claim_id) do update set score = excluded.score,
                              wording_percent = excluded.wording_percent, meaning_percent = excluded.meaning_percent,
                              agrees = excluded.agrees, differs = excluded.differs""")
                    .setParameter("claim", Math.min(claim, match.number()))
                    .setParameter("other", Math.max(claim, match.number()))
                    .setParameter("score", (float) Math.min(1, match.score()))
                    .setParameter("wording", (short) match.wordingPercent())
                    .setParameter("meaning", (short) match.meaningPercent())
                    .setParameter("agrees", Reasons.same(match).toArray(String[]::new))
                    .setParameter("differs", Reasons.different(match).toArray(String[]::new))
                    .setParameter("now", now)
                    .executeUpdate();
        }
        database.createNativeQuery("delete from likely_duplicate d where :claim in (d.claim_id, d.other_claim_id)"
                        + " and not (d.claim_id + d.other_claim_id - :claim = any (cast(:found as bigint[]))) and "
                        + UNDECIDED)
                .setParameter("claim", claim)
                .setParameter("found", matches.stream().map(Match::number).toArray(Long[]::new))
                .executeUpdate();
    }
}
