package org.ontherecord.extraction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.article.Snapshot;
import org.ontherecord.platform.LockedRow;
import org.ontherecord.platform.queue.Queued;
import org.ontherecord.platform.queue.Turn;

/** One snapshot's place in the queue of texts to read for claims; kept afterwards as the note of how it went. */
@Entity
public class Extraction extends PanacheEntityBase implements Queued {
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

    @Embedded
    public Turn turn;

    public Instant queuedAt;

    /** Name and version of the extractor that read it. */
    public String extractor;

    /** Proposals whose quote did not stand literally in the text. */
    public int proposalsDropped;

    /** Longer than any reading takes (a million characters took 27 s); a reader that died gives the text up after it. */
    static final Duration LEASE = Duration.ofMinutes(2);

    protected Extraction() {}

    /** The row, held to the end of the transaction; empty when there is none. */
    static Optional<Extraction> locked(long snapshot) {
        return LockedRow.of(getEntityManager(), Extraction.class, "snapshot_id", snapshot);
    }

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public void park() {
        state = State.PARKED;
    }

    void finish(String reader, int dropped, Instant now) {
        state = State.DONE;
        turn.finish(now);
        extractor = reader;
        proposalsDropped = dropped;
    }

    /** A person asks for it again. */
    void requeue(Instant now) {
        state = State.QUEUED;
        turn.again(now);
    }
}
