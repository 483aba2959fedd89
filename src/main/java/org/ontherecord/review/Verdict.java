package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;
import org.ontherecord.claim.Claim;

/** A revision made public: when, signed off by whom, and why. Never changed and never removed. */
@Entity
@Immutable
public class Verdict extends PanacheEntityBase {
    /** What the publication does to the one before it. */
    public enum Kind {
        ORIGINAL("Original", "The first verdict on this claim."),
        UPDATE("Update", "New facts. What we said before was right when we said it."),
        CORRECTION("Correction", "We were wrong. The page says what we wrote and what is right."),
        CLARIFICATION("Clarification", "Other words, same finding."),
        CONFIRMATION("Confirmation", "Checked again, nothing changed."),
        WITHDRAWAL("Withdrawal", "We no longer stand by it. The page stays and says why.");

        public final String label;

        /** One line for the person who has to choose. */
        public final String meaning;

        Kind(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Claim claim;

    /** 1, 2, 3 … within the claim, without gaps. */
    public int number;

    @ManyToOne
    public Revision revision;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String publicReason;

    /** From when the finding applies, which may be before it was published. */
    public LocalDate inForceFrom;

    public Instant publishedAt;

    @ManyToOne
    @JoinColumn(name = "published_by")
    public Account publishedBy;

    @ManyToOne
    public Account author;

    @ManyToOne
    @JoinColumn(name = "signed_off_by")
    public Account signedOffBy;

    /** Why it was published before a second person signed it off, for readers; null for all others. */
    public String withoutReviewBecause;

    protected Verdict() {}

    Verdict(
            int number,
            Revision revision,
            Kind kind,
            String publicReason,
            Account publishedBy,
            Account signedOffBy,
            String withoutReviewBecause,
            Instant now) {
        this.claim = revision.review.claim;
        this.number = number;
        this.revision = revision;
        this.kind = kind;
        this.publicReason = publicReason;
        this.inForceFrom = revision.inForceFrom;
        this.publishedAt = now;
        this.publishedBy = publishedBy;
        this.author = revision.author;
        this.signedOffBy = signedOffBy;
        this.withoutReviewBecause = withoutReviewBecause;
    }

    static Optional<Verdict> of(Revision revision) {
        return find("revision", revision).firstResultOptional();
    }

    /** The newest one published without review that nobody else has looked at. */
    static Optional<Verdict> unlooked(Claim claim) {
        return find(
                        "from Verdict v where v.claim = ?1 and v.withoutReviewBecause is not null"
                                + " and not exists (select 1 from SecondLook l where l.verdict = v) order by v.number desc",
                        claim)
                .firstResultOptional();
    }

    static Optional<Verdict> newest(Claim claim) {
        return find("claim = ?1 order by number desc", claim).firstResultOptional();
    }

    static Optional<Verdict> before(Verdict verdict) {
        return find("claim = ?1 and number = ?2", verdict.claim, verdict.number - 1)
                .firstResultOptional();
    }

    static List<Verdict> of(Claim claim) {
        return list("claim = ?1 order by number desc", claim);
    }
}
