package org.ontherecord.extraction.model;

import java.time.Duration;
import java.time.Instant;

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
import org.ontherecord.platform.queue.Queued;
import org.ontherecord.platform.queue.Turn;

/** One snapshot's place in the queue of texts to show a model; kept afterwards as the note of how it went. */
@Entity
public class ModelReading extends PanacheEntityBase implements Queued {
    /** SKIPPED are copies of other articles; PARKED after three failed tries, with the reason. */
    public enum State {
        QUEUED,
        DONE,
        PARKED,
        SKIPPED
    }

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

    @Embedded
    public Turn turn;

    public Instant queuedAt;
    public String model;
    public Integer promptVersion;
    public int proposed;

    /** Quotes that do not stand in the text. */
    public int unverifiable;

    /** Quotes from the page around the article. */
    public int furniture;

    /** Quotes of what is a candidate already. */
    public int doubled;

    protected ModelReading() {}

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public void park() {
        state = State.PARKED;
    }

    void finish(String name, Verified verified, Instant now) {
        state = State.DONE;
        turn.finish(now);
        model = name;
        promptVersion = Prompt.VERSION;
        proposed = verified.proposals().size();
        unverifiable = verified.unverifiable();
        furniture = verified.furniture();
        doubled = verified.doubled();
    }
}
