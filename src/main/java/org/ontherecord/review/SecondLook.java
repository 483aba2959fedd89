package org.ontherecord.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.Refusal;

/** That a second person has looked at a verdict which was published without review. */
@Entity
@Immutable
public class SecondLook extends PanacheEntityBase {
    static final int LONGEST_NOTE = 2_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Verdict verdict;

    @ManyToOne
    public Account by;

    public Instant at;
    public String note;

    protected SecondLook() {}

    /** A verdict that waits for its second look, for the page of its claim; {@code cannot} says why not this person. */
    public record Waiting(long verdict, int version, String publishedBy, Instant at, String because, String cannot) {}

    /** Looks once; a second click changes nothing. */
    static void record(Verdict verdict, Account who, String note, Instant now) {
        String cannot = cannot(verdict, who);
        if (cannot != null) {
            throw Refusal.notAllowed(cannot);
        }
        if (verdict.withoutReviewBecause == null) {
            throw Refusal.outOfStep("This version was reviewed before it was published.");
        }
        int looked = getEntityManager()
                .createNativeQuery("""
                        insert into second_look (verdict_id, by_id, at, note) values (:verdict, :who, :now, nullif(:note, ''))
                        on conflict (verdict_id) do nothing""")
                .setParameter("verdict", verdict.id)
                .setParameter("who", who.id)
                .setParameter("now", now)
                .setParameter("note", note)
                .executeUpdate();
        if (looked > 0) {
            AuditEvent.record(who, "second look", "verdict", verdict.id, null, Map.of("claim", verdict.claim.id), now);
        }
    }

    /** The newest verdict of the claim that still waits, as this person sees it. */
    static Optional<Waiting> waiting(Claim claim, Account who) {
        return Verdict.unlooked(claim)
                .map(verdict -> new Waiting(
                        verdict.id,
                        verdict.revision.number,
                        verdict.publishedBy.name,
                        verdict.publishedAt,
                        verdict.withoutReviewBecause,
                        cannot(verdict, who)));
    }

    static List<SecondLook> of(Claim claim) {
        return list("verdict.claim = ?1 order by id desc", claim);
    }

    private static String cannot(Verdict verdict, Account who) {
        if (!who.may(Role.EDITOR)) {
            return "Only editors can take the second look.";
        }
        return verdict.author.id.equals(who.id) || verdict.publishedBy.id.equals(who.id)
                ? "You wrote or published this version. Another editor must take the second look."
                : null;
    }
}
