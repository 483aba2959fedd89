package org.ontherecord.article.bulk;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.platform.queue.Queued;
import org.ontherecord.platform.queue.Turn;

/** One thing of a {@link Bulk} and its place in the queue. Its bytes stay in the table and are read only to be used. */
@Entity
public class BulkItem extends PanacheEntityBase implements Queued {
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

    /** Its trouble is a sentence for the reader. */
    @Embedded
    public Turn turn;

    public Long articleId;

    /** Longer than the slowest page and the slowest PDF together with their queues; a node that died gives the item up after it. */
    static final Duration LEASE = Duration.ofSeconds(60);

    protected BulkItem() {}

    BulkItem(Bulk bulk, int position, String label, Instant now) {
        this.bulk = bulk;
        this.position = position;
        this.label = label;
        turn = new Turn(now);
    }

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public void park() {
        state = State.FAILED;
    }

    void fail(String what, Instant now) {
        state = State.FAILED;
        turn.end(what, now);
    }

    /** A person asks for it again. */
    void again(Instant now) {
        state = State.WAITING;
        turn = new Turn(now);
    }
}
