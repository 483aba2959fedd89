package org.ontherecord.review.deadline;

import java.time.Instant;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.platform.Refusal;

/** That a promise's deadline passed: noted once, by whichever node comes first, and a task until a person has looked. */
@Entity
public class DeadlinePassing extends PanacheEntityBase {
    static final int LONGEST_NOTE = 500;
    private static final int AT_ONCE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long claimId;
    public Instant deadlineAt;
    public String deadlineZone;
    public Instant notedAt;

    @ManyToOne
    @JoinColumn(name = "set_aside_by")
    public Account setAsideBy;

    public Instant setAsideAt;

    /** Why no new verdict is needed. */
    public String note;

    protected DeadlinePassing() {}

    /** Notes what has passed since the last time, however long ago that was; the number of those that were new. */
    static int noteAll(EntityManager database, Instant now) {
        return database.createNativeQuery("""
                        with passed as (
                          insert into deadline_passing (claim_id, deadline_at, deadline_zone, noted_at)
                          select d.claim_id, d.deadline_at, d.deadline_zone, :now
                            from promise_deadline d
                           where d.deadline_at <= :now and not d.withdrawn
                             and not exists (select 1 from deadline_passing p where p.claim_id = d.claim_id and p.deadline_at = d.deadline_at)
                           order by d.deadline_at, d.claim_id limit :most
                          on conflict on constraint deadline_passing_once do nothing
                          returning id, claim_id, deadline_at)
                        insert into audit_event (happened_at, action, subject_type, subject_id, new_value)
                        select :now, 'deadline passed', 'deadline_passing', id, jsonb_build_object('claim', claim_id, 'deadline', deadline_at) from passed""")
                .setParameter("now", now)
                .setParameter("most", AT_ONCE)
                .executeUpdate();
    }

    /** A person has looked and no new verdict is needed; called on a locked row. */
    void setAside(String why, Account who, Instant now) {
        if (setAsideAt != null) {
            if (setAsideBy.id.equals(who.id) && note.equals(why)) {
                return;
            }
            throw settled();
        }
        setAsideBy = who;
        setAsideAt = now;
        note = why;
        AuditEvent.record(who, "deadline set aside", "deadline_passing", id, null, Map.of("note", why), now);
    }

    /** That there is nothing to look at any more, to be thrown. */
    Refusal settled() {
        return Refusal.outOfStep(
                setAsideAt == null
                        ? "This deadline of C-%d waits no longer: a verdict has followed, or it was moved."
                                .formatted(claimId)
                        : "%s has set this deadline of C-%d aside already: %s"
                                .formatted(setAsideBy.name, claimId, note));
    }

    void putBack(Account who, Instant now) {
        if (setAsideAt == null) {
            return;
        }
        AuditEvent.record(
                who,
                "deadline put back",
                "deadline_passing",
                id,
                Map.of("note", note, "by", setAsideBy.name),
                null,
                now);
        setAsideBy = null;
        setAsideAt = null;
        note = null;
    }
}
