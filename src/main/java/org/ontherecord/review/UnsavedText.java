package org.ontherecord.review;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.ontherecord.account.Account;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.Refusal;

/** What one person typed into the claim editor and has not saved: theirs alone, kept until they save or discard it. */
@Entity
public class UnsavedText extends PanacheEntityBase {
    /** All fields at their longest, with 60 sources, are below this. */
    private static final int MOST_CHARACTERS = 600_000;

    /** Who typed longer ago is not said to be writing. */
    private static final Duration STILL_WRITING = Duration.ofMinutes(15);

    private static final Set<String> NOT_KEPT = Set.of("do", "csrf-token");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Claim claim;

    @ManyToOne
    public Account account;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> fields;

    public Instant keptAt;

    protected UnsavedText() {}

    /** Somebody else who is typing into the same editor, and when they last did. */
    public record Writer(String name, Instant at) {}

    static Optional<UnsavedText> of(Claim claim, Account who) {
        return find("claim = ?1 and account = ?2", claim, who).firstResultOptional();
    }

    /** Keeps the form as it stands in place of what was kept before. */
    static void keep(Claim claim, ClaimForm form, Account who, Instant now) {
        var fields = new LinkedHashMap<>(form.typed.all());
        fields.keySet().removeAll(NOT_KEPT);
        int size = fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length() + field.getValue().length())
                .sum();
        if (size > MOST_CHARACTERS) {
            throw Refusal.incomplete("This is too long to be kept while you type. Shorten it, or save the draft.");
        }
        getEntityManager()
                .createNativeQuery("""
                        insert into unsaved_text (claim_id, account_id, fields, kept_at) values (:claim, :who, jsonb_build_object(), :now)
                        on conflict (claim_id, account_id) do nothing""")
                .setParameter("claim", claim.id)
                .setParameter("who", who.id)
                .setParameter("now", now)
                .executeUpdate();
        // Nothing there now means that it was saved or discarded this very moment, from another window.
        UnsavedText.<UnsavedText>find("claim = ?1 and account = ?2", claim, who)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .ifPresent(kept -> {
                    kept.fields = fields;
                    kept.keptAt = now;
                });
    }

    static boolean forget(Claim claim, Account who) {
        return delete("claim = ?1 and account = ?2", claim, who) > 0;
    }

    /** Who else is writing, the latest first. */
    static List<Writer> others(Claim claim, Account me, Instant now) {
        return UnsavedText.<UnsavedText>find(
                        "claim = ?1 and account <> ?2 and keptAt > ?3 order by keptAt desc, id",
                        claim,
                        me,
                        now.minus(STILL_WRITING))
                .page(0, 5)
                .stream()
                .map(kept -> new Writer(kept.account.name, kept.keptAt))
                .toList();
    }

    ClaimForm form() {
        return ClaimForm.kept(fields);
    }
}
