package org.ontherecord.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;

/** A draft submitted, returned or approved, or taken back by its author. */
@Entity
@Immutable
public class Handover extends PanacheEntityBase {
    /** What was done with the revision. */
    public enum Step {
        SUBMITTED("sent it to review"),
        RETURNED("returned it"),
        APPROVED("approved it"),
        TAKEN_BACK("took it back");

        public final String words;

        Step(String words) {
            this.words = words;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Review review;

    @ManyToOne
    public Revision revision;

    @Enumerated(EnumType.STRING)
    public Step step;

    @ManyToOne
    public Account by;

    public Instant at;
    public String note;

    protected Handover() {}

    Handover(Revision revision, Step step, Account by, String note, Instant now) {
        this.review = revision.review;
        this.revision = revision;
        this.step = step;
        this.by = by;
        this.note = note;
        this.at = now;
    }

    boolean is(Step step, Revision revision, Account by) {
        return this.step == step && this.revision.id.equals(revision.id) && this.by.id.equals(by.id);
    }

    static Optional<Handover> newest(Review review) {
        return find("review = ?1 order by id desc", review).firstResultOptional();
    }

    static List<Handover> of(Review review) {
        return list("review = ?1 order by id desc", review);
    }
}
