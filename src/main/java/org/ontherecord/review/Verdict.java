package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.Refusal;

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

    private Verdict(
            int number,
            Revision revision,
            PublishCheck.Publication publication,
            Account publishedBy,
            Account signedOffBy,
            Instant now) {
        this.claim = revision.review.claim;
        this.number = number;
        this.revision = revision;
        this.kind = publication.kind();
        this.publicReason = publication.publicReason();
        this.inForceFrom = revision.inForceFrom;
        this.publishedAt = now;
        this.publishedBy = publishedBy;
        this.author = revision.author;
        this.signedOffBy = signedOffBy;
        this.withoutReviewBecause = publication.withoutReview();
    }

    /**
     * Makes the revision public: one verdict is added and nothing the public has seen is touched. The same publication
     * sent twice is done once and answered twice. In an emergency it may go without a second person's approval; it then
     * says why, to readers too.
     */
    public static Verdict publish(
            Review review, Revision revision, Account editor, PublishCheck.Publication sent, Instant now) {
        review.lock();
        editor.require(Role.EDITOR, "Only editors can publish.");
        review.mustBeOurs(revision);
        String reason = sent.publicReason() == null ? "" : sent.publicReason().strip();
        Optional<Verdict> published = of(revision);
        if (published.isPresent()) {
            return published.get().sentAgain(sent.kind(), reason);
        }
        review.mustBeNewest(revision);
        Account signer = Handover.signer(revision).orElse(null);
        // Whoever has an approval needs no excuse.
        String because =
                signer == null && sent.isWithoutReview() ? sent.withoutReview().strip() : null;
        var publication = new PublishCheck.Publication(sent.kind(), reason, because);
        var check = PublishCheck.of(revision, publication, now);
        if (!check.isPassed()) {
            throw new Blocked(check.blocks());
        }
        int number = 1 + newest(review.claim).map(last -> last.number).orElse(0);
        var verdict = new Verdict(number, revision, publication, editor, signer, now);
        verdict.persistAndFlush();
        review.move(Review.Stage.PUBLISHED, review.owner);
        verdict.audit();
        return verdict;
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

    private Verdict sentAgain(Kind sentKind, String sentReason) {
        if (kind == sentKind && publicReason.equals(sentReason)) {
            return this;
        }
        throw Refusal.outOfStep(
                "This version is public already, published by %s as: %s. Save a new version to change it."
                        .formatted(publishedBy.name, kind.label));
    }

    private void audit() {
        var values = new LinkedHashMap<String, Object>();
        values.put("claim", claim.id);
        values.put("number", number);
        values.put("kind", kind.name());
        values.put("revision", revision.number);
        AuditEvent.record(
                publishedBy,
                withoutReviewBecause == null ? "verdict published" : "verdict published without review",
                "verdict",
                id,
                null,
                values,
                publishedAt);
    }
}
