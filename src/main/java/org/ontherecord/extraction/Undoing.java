package org.ontherecord.extraction;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.LikenessDecision;
import org.ontherecord.platform.LockedRow;

/** Takes decisions on candidates back, with the claim or the appearance they made. */
@ApplicationScoped
class Undoing {
    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;

    Undoing(EntityManager database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** Takes a decision back as if it had not been taken, as long as the public has not seen its result. */
    @Transactional
    void undo(long candidateId) {
        Candidate candidate =
                LockedRow.of(database, Candidate.class, candidateId).orElseThrow();
        if (candidate.isOpen()) {
            return;
        }
        Claim claim = candidate.claim;
        Appearance appearance = candidate.appearance;
        boolean made = candidate.state == Candidate.State.ACCEPTED;
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("state", candidate.state.name());
        before.put("claim", claim == null ? null : claim.id);
        before.put("reason", candidate.dismissReason == null ? null : candidate.dismissReason.name());
        if (claim != null) {
            requireUnpublished(claim, appearance);
        }
        if (candidate.state == Candidate.State.LINKED) {
            LikenessDecision.record(
                    candidate.likenessTo(claim.id),
                    LikenessDecision.Answer.TAKEN_BACK,
                    signedIn.account(),
                    clock.instant());
        }
        candidate.reopen();
        database.flush();
        boolean gone = false;
        if (claim != null) {
            appearance.delete();
            database.flush();
            gone = made && removeIfUnused(claim);
        }
        AuditEvent.record(
                signedIn.account(),
                "decision undone",
                "candidate",
                candidate.id,
                before,
                Map.of("state", "OPEN", "claim_removed", gone),
                clock.instant());
    }

    /** Holds the claim and its check, so that nobody publishes with this appearance while it goes. */
    private void requireUnpublished(Claim claim, Appearance appearance) {
        if (claim.mergedInto != null) {
            throw new Refused("C-%d was merged into C-%d. Take the merge back first, at C-%d, and then undo this."
                    .formatted(claim.id, claim.mergedInto.id, claim.id));
        }
        database.createNativeQuery("select cast(c.id as text) from claim c where c.id = :claim for update")
                .setParameter("claim", claim.id)
                .getResultList();
        database.createNativeQuery("select cast(r.id as text) from review r where r.claim_id = :claim for update")
                .setParameter("claim", claim.id)
                .getResultList();
        Number published = (Number) database.createNativeQuery(
                        "select count(*) from verdict v where v.claim_id = :claim and v.published_at >= :since")
                .setParameter("claim", claim.id)
                .setParameter("since", appearance.recordedAt)
                .getSingleResult();
        if (published.longValue() > 0) {
            throw new Refused(
                    "C-%d has been published with this quote, so the decision stands. Correct the claim in public instead."
                            .formatted(claim.id));
        }
    }

    /** A claim whose check has begun stays, without the appearance; one that nothing refers to goes. */
    private boolean removeIfUnused(Claim claim) {
        boolean used = !database.createNativeQuery("""
                        select 1 from appearance where claim_id = :claim
                        union all select 1 from counted_appearance where claim_id = :claim
                        union all select 1 from claim_merge where :claim in (claim_id, into_claim_id)
                        union all select 1 from likeness_decision where :claim in (claim_id, other_claim_id)
                        union all select 1 from claim_relation where :claim in (claim_id, other_claim_id)
                        union all select 1 from revision r join review w on w.id = r.review_id where w.claim_id = :claim""")
                .setParameter("claim", claim.id)
                .getResultList()
                .isEmpty();
        if (used) {
            return false;
        }
        database.createNativeQuery("""
                        update candidate_match set claim_id = null, percent = null, state = 'QUEUED', attempts = 0, next_try_at = 'epoch',
                          finished_at = null, trouble = null where claim_id = :claim""").setParameter("claim", claim.id).executeUpdate();
        database.createNativeQuery("delete from review where claim_id = :claim")
                .setParameter("claim", claim.id)
                .executeUpdate();
        claim.delete();
        database.flush();
        return true;
    }
}
