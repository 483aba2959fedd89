package org.ontherecord.claim.likeness;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.Refusal;

/**
 * How one claim stands to another, on both public pages as soon as both claims are public; so only editors add and withdraw
 * one. Never rewritten: a wrong one is withdrawn and another added.
 */
@Entity
@Table(name = "claim_relation")
public class Relation extends PanacheEntityBase {
    /** NARROWER and REVERSAL have a direction: the first claim is narrower than, or takes back, the second. */
    public enum Kind {
        SAME,
        NARROWER,
        OTHER_PERIOD,
        OTHER_PLACE,
        CONTRADICTS,
        REVERSAL;

        boolean isDirected() {
            return this == NARROWER || this == REVERSAL;
        }
    }

    static final int LONGEST_NOTE = 500;

    private static final String ONLY_EDITORS =
            "Relations stand on public pages, so only editors can add or withdraw them. Ask an editor.";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Claim claim;

    @ManyToOne
    public Claim otherClaim;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** Why, for the newsroom. */
    public String note;

    @ManyToOne
    @JoinColumn(name = "added_by")
    public Account addedBy;

    public Instant addedAt;

    @ManyToOne
    @JoinColumn(name = "withdrawn_by")
    public Account withdrawnBy;

    public Instant withdrawnAt;
    public String withdrawalNote;

    protected Relation() {}

    /** Adds it, once: who adds what they added already finds it there. The claims are two, and on record. */
    public static Relation add(Claim one, Way way, Claim another, String note, Account who, Instant now) {
        who.require(Role.EDITOR, ONLY_EDITORS);
        lock(one, another);
        refuseMerged(one, another);
        boolean turned = way.kind.isDirected() ? way.turned : one.id > another.id;
        Claim first = turned ? another : one;
        Claim second = turned ? one : another;
        Optional<Relation> there = open(one, another, way.kind);
        if (there.isPresent()) {
            if (there.get().claim.id.equals(first.id) && there.get().addedBy.id.equals(who.id)) {
                return there.get();
            }
            throw Refusal.outOfStep("%s has said already that C-%d %s C-%d. Withdraw that first if it is wrong."
                    .formatted(there.get().addedBy.name, one.id, there.get().wayFrom(one.id).inWords, another.id));
        }
        var relation = new Relation();
        relation.claim = first;
        relation.otherClaim = second;
        relation.kind = way.kind;
        relation.note = note == null || note.isBlank() ? null : note.strip();
        relation.addedBy = who;
        relation.addedAt = now;
        relation.persist();
        AuditEvent.record(who, "relation added", "claim_relation", relation.id, null, relation.values(), now);
        return relation;
    }

    /** Ends it; it stays on record, and on the pages as they were in between. */
    public void withdraw(String why, Account who, Instant now) {
        who.require(Role.EDITOR, ONLY_EDITORS);
        lock(claim, otherClaim);
        getEntityManager().refresh(this);
        if (withdrawnAt != null) {
            if (withdrawnBy.id.equals(who.id)) {
                return;
            }
            throw Refusal.outOfStep("%s has withdrawn this relation already.".formatted(withdrawnBy.name));
        }
        withdrawnBy = who;
        withdrawnAt = now.isBefore(addedAt) ? addedAt : now;
        withdrawalNote = why == null || why.isBlank() ? null : why.strip();
        AuditEvent.record(who, "relation withdrawn", "claim_relation", id, values(), null, now);
    }

    /** Those of a claim, the open ones first and then the last to be withdrawn. */
    static List<Relation> of(long claim) {
        return find(
                        "from Relation r join fetch r.claim join fetch r.otherClaim join fetch r.addedBy left join fetch r.withdrawnBy"
                                + " where r.claim.id = ?1 or r.otherClaim.id = ?1"
                                + " order by case when r.withdrawnAt is null then 0 else 1 end, r.withdrawnAt desc, r.id",
                        claim)
                .page(0, 200)
                .list();
    }

    /** Those that are open between two claims, the last first. */
    static List<Relation> open(long one, long another) {
        return list(
                "withdrawnAt is null and (claim.id = ?1 and otherClaim.id = ?2 or claim.id = ?2 and otherClaim.id = ?1)"
                        + " order by id desc",
                one,
                another);
    }

    private static Optional<Relation> open(Claim one, Claim another, Kind kind) {
        return open(one.id, another.id).stream()
                .filter(relation -> relation.kind == kind)
                .findFirst();
    }

    /** Said from that claim's side. */
    Way wayFrom(long from) {
        return Way.of(kind, claim.id != from);
    }

    Claim otherThan(long from) {
        return claim.id == from ? otherClaim : claim;
    }

    /** One after the other for each claim, in the order of their numbers. */
    private static void lock(Claim one, Claim another) {
        getEntityManager()
                .createNativeQuery("select id from claim where id in (:one, :another) order by id for update")
                .setParameter("one", one.id)
                .setParameter("another", another.id)
                .getResultList();
    }

    private static void refuseMerged(Claim one, Claim another) {
        for (Claim each : List.of(one, another)) {
            getEntityManager().refresh(each);
            if (each.mergedInto != null) {
                throw Refusal.outOfStep(
                        "C-%d was merged into C-%d. Relate that one.".formatted(each.id, each.mergedInto.id));
            }
        }
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind.name());
        values.put("claim", claim.id);
        values.put("other", otherClaim.id);
        return values;
    }
}
