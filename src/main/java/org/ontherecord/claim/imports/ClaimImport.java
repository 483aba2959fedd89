package org.ontherecord.claim.imports;

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

/** A file of other publishers' checks being taken in; kept afterwards as the note of how it went. */
@Entity
public class ClaimImport extends PanacheEntityBase {
    /** What the file is written in. */
    public enum Format {
        CSV,
        CLAIM_REVIEW
    }

    /** FAILED when it was left to a person; rows taken in by then stay. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** The name of the file. */
    public String name;

    @Enumerated(EnumType.STRING)
    public Format format;

    /** Whether it only says what it would do. */
    public boolean dryRun;

    /** Of the file, to know one that is sent twice. */
    public String sha256;

    /** The dry run that led to it, or null. */
    public Long begunFrom;

    /** For rows that name none. */
    public String publisher;

    @Enumerated(EnumType.STRING)
    public State state = State.QUEUED;

    public int total;

    /** Rows that are through, whatever became of them: added, known, differing or failed. */
    public int done;

    public int added;
    public int known;
    public int differing;
    public int failed;

    /** Remarks that did not keep a row out. */
    public int noticed;

    public int attempts;
    public Instant nextTryAt;
    public String trouble;

    @ManyToOne
    @JoinColumn(name = "started_by")
    public Account startedBy;

    public Instant startedAt;
    public Instant finishedAt;

    protected ClaimImport() {}

    ClaimImport(Format format, String name, String publisher, boolean dryRun, int total, Account who, Instant now) {
        this.format = format;
        this.name = name;
        this.publisher = publisher;
        this.dryRun = dryRun;
        this.total = total;
        nextTryAt = now;
        startedBy = who;
        startedAt = now;
    }

    /** Taken by a node until then. */
    void begin(Instant lease) {
        state = State.RUNNING;
        attempts++;
        nextTryAt = lease;
    }

    /** More rows are through; what goes on is no try that failed. */
    void advance(int moreAdded, int moreKnown, int moreDiffering, int moreFailed, int moreNoticed, Instant lease) {
        added += moreAdded;
        known += moreKnown;
        differing += moreDiffering;
        failed += moreFailed;
        noticed += moreNoticed;
        done = added + known + differing + failed;
        attempts = 1;
        nextTryAt = lease;
    }

    void finish(Instant now) {
        state = State.DONE;
        finishedAt = now;
    }

    void giveUp(String why, Instant now) {
        state = State.FAILED;
        trouble = why;
        finishedAt = now;
    }
}
