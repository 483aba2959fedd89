package org.ontherecord.claim.likeness;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.platform.queue.Queued;
import org.ontherecord.platform.queue.Turn;

/** A published claim's place in the queue of those to compare with all others; the database queues it with each verdict. */
@Entity
public class DuplicateSearch extends PanacheEntityBase implements Queued {
    /** QUEUED until compared; PARKED after three failed tries, with the reason. */
    public enum State {
        QUEUED,
        DONE,
        PARKED
    }

    /** Longer than any comparing takes; a node that died gives the claim up after it. */
    static final Duration LEASE = Duration.ofMinutes(1);

    @Id
    public Long claimId;

    @Enumerated(EnumType.STRING)
    public State state = State.QUEUED;

    @Embedded
    public Turn turn;

    public Instant queuedAt;

    protected DuplicateSearch() {}

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public void park() {
        state = State.PARKED;
    }

    void finish(Instant now) {
        state = State.DONE;
        turn.finish(now);
    }
}
