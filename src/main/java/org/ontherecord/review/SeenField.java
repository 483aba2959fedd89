package org.ontherecord.review;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;

/** One person's tick at one field of one revision: they have read it. It decides nothing. */
@Entity
@Immutable
public class SeenField extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Revision revision;

    @Enumerated(EnumType.STRING)
    Part field;

    @ManyToOne
    public Account account;

    public Instant seenAt;

    protected SeenField() {}

    static void tick(Revision revision, Part field, Account who, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into seen_field (revision_id, field, account_id, seen_at) values (:revision, :field, :who, :now)
                        on conflict (revision_id, field, account_id) do nothing""")
                .setParameter("revision", revision.id)
                .setParameter("field", field.name())
                .setParameter("who", who.id)
                .setParameter("now", now)
                .executeUpdate();
    }

    static void untick(Revision revision, Part field, Account who) {
        delete("revision = ?1 and field = ?2 and account = ?3", revision, field, who);
    }

    static List<Part> by(Account who, Revision revision) {
        return SeenField.<SeenField>list("revision = ?1 and account = ?2 order by id", revision, who).stream()
                .map(seen -> seen.field)
                .toList();
    }
}
