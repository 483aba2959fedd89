package org.ontherecord.extraction;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;

/** A queue of the inbox with its filters, kept under a name by one person for themselves. */
@Entity
public class InboxView extends PanacheEntityBase {
    /** As many as fit beside the list. */
    static final int MOST = 20;

    static final int LONGEST_NAME = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Account account;

    public String name;

    /** What stands after the question mark. */
    public String query;

    public Instant createdAt;

    protected InboxView() {}

    InboxView(Account account, String name, InboxQuery query, Instant now) {
        this.account = account;
        this.name = name;
        this.query = query.onPage(1).seenUpTo(null).open(null).parameters();
        this.createdAt = now;
    }

    /** Read anew each time, so that an old view means what the inbox understands today. */
    InboxQuery asQuery() {
        return InboxQuery.of(query);
    }

    /** The same under the same name: a button pressed twice. */
    boolean isLike(InboxView other) {
        return name.equals(other.name) && query.equals(other.query);
    }

    /** Held to the end of the transaction. */
    static void lockFor(Account account) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('inbox view', :account)) as text)")
                .setParameter("account", account.id)
                .getSingleResult();
    }

    static List<InboxView> of(Account account) {
        return InboxView.<InboxView>find("account = ?1 order by lower(name), id", account)
                .page(0, MOST)
                .list();
    }
}
