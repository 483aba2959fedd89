package org.ontherecord.claim.merging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.Refusal;

/**
 * From a moment on one claim's number answers with another's, until that is taken back. A row and, for taking it back, another
 * row: quotes, relations and verdicts stay where they are, and everything else follows in the database (V202611230540).
 */
@Entity
@Immutable
@Table(name = "claim_merge")
public class Merge extends PanacheEntityBase {
    static final int LONGEST_REASON = 300;

    private static final String ONLY_EDITORS =
            "A merge changes public pages, so only editors make and take back one. Ask an editor.";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** The number that is answered for. */
    @ManyToOne
    public Claim claim;

    /** The number that answers. */
    @ManyToOne
    public Claim intoClaim;

    public String publicReason;

    @ManyToOne
    @JoinColumn(name = "merged_by")
    public Account mergedBy;

    public Instant mergedAt;

    protected Merge() {}

    /**
     * Both claims are held to the end of the transaction, and whatever is asked of them is asked after. Reviews first, as
     * publishing does, then the search for duplicates, as its job does: in another order two would wait for each other.
     */
    static void hold(long one, long other) {
        for (String each : List.of(
                "select id from review where claim_id in (:one, :other) order by id for update",
                "select claim_id from duplicate_search where claim_id in (:one, :other) order by claim_id for update",
                "select id from claim where id in (:one, :other) order by id for update")) {
            getEntityManager()
                    .createNativeQuery(each)
                    .setParameter("one", one)
                    .setParameter("other", other)
                    .getResultList();
        }
    }

    /** Makes it, of two claims that are held and that nothing speaks against. */
    static Merge make(Claim claim, Claim into, String publicReason, Account who, Instant now) {
        who.require(Role.EDITOR, ONLY_EDITORS);
        var merge = new Merge();
        merge.claim = claim;
        merge.intoClaim = into;
        merge.publicReason = publicReason.strip();
        merge.mergedBy = who;
        merge.mergedAt = now;
        merge.persistAndFlush();
        AuditEvent.record(who, "claim merged", "claim_merge", merge.id, null, merge.values(), now);
        return merge;
    }

    /** Whether the button was pressed twice. */
    boolean isMadeBy(Account who, long into, String reason) {
        return mergedBy.id.equals(who.id) && intoClaim.id == into && publicReason.equals(reason.strip());
    }

    /** The number answers by itself again. Whoever takes back what they took back finds it done. */
    void takeBack(String publicReason, Account who, Instant now) {
        who.require(Role.EDITOR, ONLY_EDITORS);
        hold(claim.id, intoClaim.id);
        Optional<MergeReversal> done = reversal();
        if (done.isPresent()) {
            boolean sentTwice = done.get().reversedBy.id.equals(who.id)
                    && done.get().publicReason.equals(publicReason.strip());
            if (sentTwice) {
                return;
            }
            throw Refusal.outOfStep("%s has taken this merge back already.".formatted(done.get().reversedBy.name));
        }
        open(intoClaim.id).ifPresent(later -> {
            throw Refusal.outOfStep(
                    "C-%d has itself been merged into C-%d since. Take that back first, at C-%d, and then this."
                            .formatted(intoClaim.id, later.intoClaim.id, intoClaim.id));
        });
        new MergeReversal(this, publicReason.strip(), who, now.isBefore(mergedAt) ? mergedAt : now).persistAndFlush();
        AuditEvent.record(who, "claim merge taken back", "claim_merge", id, values(), null, now);
    }

    Optional<MergeReversal> reversal() {
        return MergeReversal.findByIdOptional(id);
    }

    /** The merge by which another number answers for a claim today. */
    static Optional<Merge> open(long claim) {
        return find(
                        "from Merge m where m.claim.id = ?1"
                                + " and not exists (select 1 from MergeReversal r where r.mergeId = m.id) order by m.id desc",
                        claim)
                .firstResultOptional();
    }

    /** Every merge of a claim with another, the last first. */
    static List<Merge> of(long claim) {
        return find(
                        "from Merge m join fetch m.claim join fetch m.intoClaim join fetch m.mergedBy"
                                + " where m.claim.id = ?1 or m.intoClaim.id = ?1 order by m.id desc",
                        claim)
                .page(0, 100)
                .list();
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("claim", claim.id);
        values.put("into", intoClaim.id);
        return values;
    }
}
