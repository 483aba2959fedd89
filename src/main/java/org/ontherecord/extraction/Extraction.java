package org.ontherecord.extraction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.article.Snapshot;

/** One snapshot's place in the queue of texts to read for claims; kept afterwards as the note of how it went. */
@Entity
public class Extraction extends PanacheEntityBase {
    /** QUEUED until read; PARKED after three failed tries, with the reason. */
    public enum State {
        QUEUED,
        DONE,
        PARKED
    }

    @Id
    public Long snapshotId;

    @OneToOne
    @MapsId
    @JoinColumn(name = "snapshot_id")
    public Snapshot snapshot;

    @Enumerated(EnumType.STRING)
    public State state = State.QUEUED;

    public int attempts;
    public Instant queuedAt;
    public Instant nextTryAt;
    public Instant finishedAt;

    /** Name and version of the extractor that read it. */
    public String extractor;

    /** Proposals whose quote did not stand literally in the text. */
    public int proposalsDropped;

    public String trouble;

    /** Tries after which a text is left to a person. */
    static final int MOST_ATTEMPTS = 3;
    /** Longer than any reading takes (a million characters took 27 s); a reader that died gives the text up after it. */
    static final Duration LEASE = Duration.ofMinutes(2);

    protected Extraction() {}

    /** The row, held to the end of the transaction; empty when there is none. */
    @SuppressWarnings("unchecked")
    static Optional<Extraction> locked(long snapshot) {
        return getEntityManager()
                .createNativeQuery("select * from extraction where snapshot_id = :id for update", Extraction.class)
                .setParameter("id", snapshot)
                .getResultStream()
                .findFirst();
    }

    boolean isWaiting() {
        return state == State.QUEUED;
    }

    void begin(Instant now) {
        attempts++;
        nextTryAt = now.plus(LEASE);
    }

    void finish(String reader, int dropped, Instant now) {
        state = State.DONE;
        finishedAt = now;
        extractor = reader;
        proposalsDropped = dropped;
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
        trouble = trouble == null ? "the reader stopped without a word" : trouble;
    }

    /** A person asks for it again. */
    void requeue(Instant now) {
        state = State.QUEUED;
        attempts = 0;
        finishedAt = null;
        nextTryAt = now;
    }
}
