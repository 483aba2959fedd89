package org.ontherecord.article.bulk;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** One thing of a {@link Bulk} and its place in the queue. Its bytes stay in the table and are read only to be used. */
@Entity
public class BulkItem extends PanacheEntityBase {
    /** KNOWN: we had the article already. */
    public enum State {
        WAITING,
        DONE,
        KNOWN,
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Bulk bulk;

    /** From 1, in the order given. */
    public int position;

    /** The name of the file within the zip, or the line of the list; only ever shown. */
    public String label;

    public String address;
    public String host;

    @Enumerated(EnumType.STRING)
    public State state = State.WAITING;

    public int attempts;
    public Instant nextTryAt;
    public Instant finishedAt;
    public Long articleId;

    /** What went wrong last, as a sentence for the reader. */
    public String trouble;

    static final int MOST_ATTEMPTS = 3;
    /** Longer than the slowest page and the slowest PDF together with their queues; a node that died gives the item up after it. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration LATER = Duration.ofSeconds(30);

    protected BulkItem() {}

    BulkItem(Bulk bulk, int position, String label, Instant now) {
        this.bulk = bulk;
        this.position = position;
        this.label = label;
        nextTryAt = now;
    }

    void begin(Instant now) {
        attempts++;
        nextTryAt = now.plus(LEASE);
    }

    /** For what may go better later; the third time it is left to a person. */
    void postpone(String what, Instant now) {
        trouble = what;
        nextTryAt = now.plus(LATER.multipliedBy(attempts));
        if (attempts >= MOST_ATTEMPTS) {
            fail(what, now);
        }
    }

    void fail(String what, Instant now) {
        state = State.FAILED;
        trouble = what;
        finishedAt = now;
    }

    /** A person asks for it again. */
    void again(Instant now) {
        state = State.WAITING;
        attempts = 0;
        nextTryAt = now;
        finishedAt = null;
        trouble = null;
    }
}
