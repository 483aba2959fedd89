package org.ontherecord.extraction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;

/** Candidates that a person handled with one press, kept so that all of it is undone as one. */
@Entity
public class CandidateBatch extends PanacheEntityBase {
    /** What was done to all of them. */
    public enum Action {
        DISMISSED,
        SNOOZED,
        ASSIGNED
    }

    /** One candidate of a batch, with what undoing gives back. */
    @Embeddable
    public static class Item {
        public long candidateId;

        /** Its version right after: with another it was changed since, and what was done since stays. */
        public int versionAfter;

        public Long assignedBefore;

        public Instant snoozedBefore;

        protected Item() {}

        Item(Candidate candidate) {
            candidateId = candidate.id;
            assignedBefore = candidate.assignedTo == null ? null : candidate.assignedTo.id;
            snoozedBefore = candidate.snoozedUntil;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Enumerated(EnumType.STRING)
    public Action action;

    @Enumerated(EnumType.STRING)
    public Candidate.DismissReason dismissReason;

    public Instant snoozedUntil;

    @ManyToOne
    @JoinColumn(name = "assigned_to")
    public Account assignedTo;

    /** How many were picked too, but had been changed by somebody else before. */
    public int leftAlone;

    @ManyToOne
    @JoinColumn(name = "made_by")
    public Account madeBy;

    public Instant madeAt;

    @ManyToOne
    @JoinColumn(name = "undone_by")
    public Account undoneBy;

    public Instant undoneAt;

    /** How many stayed as they were when the rest was undone, because they had been changed since. */
    public int keptWhenUndone;

    @ElementCollection
    @CollectionTable(name = "candidate_batch_item", joinColumns = @JoinColumn(name = "batch_id"))
    @OrderBy("candidateId")
    public List<Item> items = new ArrayList<>();

    protected CandidateBatch() {}

    CandidateBatch(Action action, Account who, Instant now) {
        this.action = action;
        this.madeBy = who;
        this.madeAt = now;
    }

    /** The batch that made this person's candidate what it is now. */
    static Optional<CandidateBatch> thatMade(Candidate candidate, Action action, Account who) {
        return CandidateBatch.<CandidateBatch>find(
                        "select b from CandidateBatch b join b.items i where i.candidateId = ?1 and i.versionAfter = ?2"
                                + " and b.action = ?3 and b.madeBy = ?4",
                        candidate.id,
                        candidate.version,
                        action,
                        who)
                .firstResultOptional();
    }

    boolean isUndone() {
        return undoneAt != null;
    }

    void undo(Account who, Instant now, int kept) {
        undoneBy = who;
        undoneAt = now;
        keptWhenUndone = kept;
    }
}
