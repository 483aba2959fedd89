package org.ontherecord.extraction;

import java.time.Instant;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.platform.queue.Queued;
import org.ontherecord.platform.queue.Turn;

/** A candidate's best match as the software last saw it, and its place in the queue of those to look for; the database queues it. */
@Entity
public class CandidateMatch extends PanacheEntityBase implements Queued {
    /** QUEUED until looked for; PARKED after three failed tries, with the reason. */
    public enum State {
        QUEUED,
        DONE,
        PARKED
    }

    @Id
    public Long candidateId;

    /** Null when nothing on record looks the same. */
    public Long claimId;

    public Short percent;
    public Instant lookedAt;

    @Enumerated(EnumType.STRING)
    public State state = State.QUEUED;

    @Embedded
    public Turn turn;

    protected CandidateMatch() {}

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public void park() {
        state = State.PARKED;
    }

    /** With null for both when there is none. */
    void found(Long claim, Short howSure, Instant now) {
        claimId = claim;
        percent = howSure;
        lookedAt = now;
        state = State.DONE;
        turn.finish(now);
    }

    /** A person decided on one of its matches, so that another is the best. */
    static void queueAgain(long candidate) {
        CandidateMatch match = findById(candidate);
        if (match != null && match.state == State.DONE) {
            match.state = State.QUEUED;
            match.turn.again(Instant.EPOCH);
        }
    }
}
