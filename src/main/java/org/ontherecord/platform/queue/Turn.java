package org.ontherecord.platform.queue;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/** A row's turn in its queue: how often it was taken, when it may be taken next, when that ended and what went wrong last. */
@Embeddable
public class Turn {
    /** Tries after which a row is left to a person. */
    public static final int MOST_ATTEMPTS = 3;

    public int attempts;
    public Instant nextTryAt;
    public Instant finishedAt;
    public String trouble;

    protected Turn() {}

    public Turn(Instant first) {
        nextTryAt = first;
    }

    public void finish(Instant now) {
        end(null, now);
    }

    public void end(String what, Instant now) {
        trouble = what;
        finishedAt = now;
    }

    /** A person asks for it again. */
    public void again(Instant now) {
        attempts = 0;
        nextTryAt = now;
        finishedAt = null;
    }

    /** Not now, and no try that failed. */
    public void postpone(Instant until) {
        nextTryAt = until;
    }

    boolean isLast() {
        return attempts >= MOST_ATTEMPTS;
    }

    void begin(Instant until) {
        attempts++;
        nextTryAt = until;
    }

    void fail(String what, Instant later) {
        trouble = what;
        nextTryAt = later;
    }

    boolean isHeldBy(Lease lease) {
        return finishedAt == null && attempts == lease.attempt() && nextTryAt.equals(lease.until());
    }
}
