package org.ontherecord.article.bulk;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;

/** Many things taken in at once; kept afterwards as the note of how it went. */
@Entity
public class Bulk extends PanacheEntityBase {
    /** What its items are. */
    public enum Kind {
        ARTICLE_FILES,
        ARTICLE_ADDRESSES
    }

    /** RUNNING since the first item was begun; FAILED when nothing at all came of it. */
    public enum State {
        QUEUED,
        RUNNING,
        STOPPED,
        DONE,
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** The name of the file, or what the list was. */
    public String name;

    /** Of what was sent, to know it when it is sent twice. */
    public String sha256;

    @Enumerated(EnumType.STRING)
    public State state = State.QUEUED;

    @ManyToOne
    @JoinColumn(name = "started_by")
    public Account startedBy;

    public Instant startedAt;
    public Instant finishedAt;

    protected Bulk() {}

    Bulk(Kind kind, String name, Account who, Instant now) {
        this.kind = kind;
        this.name = name;
        startedBy = who;
        startedAt = now;
    }

    boolean isGoingOn() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    /** Nothing more of it is begun; what is being read just now is finished. */
    boolean stop() {
        boolean stops = isGoingOn();
        state = stops ? State.STOPPED : state;
        return stops;
    }

    boolean resume() {
        boolean resumes = state == State.STOPPED;
        state = resumes ? State.QUEUED : state;
        return resumes;
    }

    /** Failed items wait again; somebody who stopped it resumes it too. */
    void again() {
        state = state == State.STOPPED ? state : State.QUEUED;
        finishedAt = null;
    }

    void finish(boolean somethingCameOfIt, Instant now) {
        state = somethingCameOfIt ? State.DONE : State.FAILED;
        finishedAt = now;
    }
}
