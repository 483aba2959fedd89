package org.ontherecord.extraction.model;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.article.Snapshot;

/** One snapshot's place in the queue of texts to show a model; kept afterwards as the note of how it went. */
@Entity
public class ModelReading extends PanacheEntityBase {
    /** SKIPPED are copies of other articles; PARKED after three failed tries, with the reason. */
    public enum State {
        QUEUED,
        DONE,
        PARKED,
        SKIPPED
    }

    static final int MOST_ATTEMPTS = 3;
    /** How much longer than the time-out a try is waited for, before another node takes the text. */
    static final Duration GRACE = Duration.ofSeconds(30);

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
    public String model;
    public Integer promptVersion;
    public int proposed;

    /** Quotes that do not stand in the text. */
    public int unverifiable;

    /** Quotes from the page around the article. */
    public int furniture;

    /** Quotes of what is a candidate already. */
    public int doubled;

    public String trouble;

    protected ModelReading() {}

    boolean isWaiting() {
        return state == State.QUEUED;
    }

    void begin(Duration timeout, Instant now) {
        attempts++;
        nextTryAt = now.plus(timeout).plus(GRACE);
    }

    void finish(String name, Verified verified, Instant now) {
        state = State.DONE;
        finishedAt = now;
        model = name;
        promptVersion = Prompt.VERSION;
        proposed = verified.proposals().size();
        unverifiable = verified.unverifiable();
        furniture = verified.furniture();
        doubled = verified.doubled();
        trouble = null;
    }

    void fail(String what, Instant now) {
        trouble = what;
        nextTryAt = now.plus(attempts < 2 ? Duration.ofMinutes(1) : Duration.ofMinutes(10));
        if (attempts >= MOST_ATTEMPTS) {
            park(now);
        }
    }

    void park(Instant now) {
        state = State.PARKED;
        finishedAt = now;
        trouble = trouble == null ? "the app stopped while the model was asked" : trouble;
    }
}
