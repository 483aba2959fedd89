package org.ontherecord.claim.likeness;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A published claim's place in the queue of those to compare with all others; the database queues it with each verdict. */
@Entity
public class DuplicateSearch extends PanacheEntityBase {
    /** QUEUED until compared; PARKED after three failed tries, with the reason. */
    public enum State {
        QUEUED,
        DONE,
        PARKED
    }

    static final int MOST_ATTEMPTS = 3;
    /** Longer than any comparing takes; a node that died gives the claim up after it. */
    static final Duration LEASE = Duration.ofMinutes(1);

    @Id
    public Long claimId;

    @Enumerated(EnumType.STRING)
    public State state = State.QUEUED;

    public int attempts;
    public Instant queuedAt;
    public Instant nextTryAt;
    public Instant finishedAt;
    public String trouble;

    protected DuplicateSearch() {}

    void begin(Instant now) {
        attempts++;
        nextTryAt = now.plus(LEASE);
    }

    void finish(Instant now) {
        state = State.DONE;
        finishedAt = now;
        trouble = null;
    }

    void fail(String what, Instant now) {
        trouble = what;
        nextTryAt = now.plusSeconds(5L * attempts);
        if (attempts >= MOST_ATTEMPTS) {
            park(now);
        }
    }

    void park(Instant now) {
        state = State.PARKED;
        finishedAt = now;
        trouble = trouble == null ? "the comparing stopped without a word" : trouble;
    }
}
