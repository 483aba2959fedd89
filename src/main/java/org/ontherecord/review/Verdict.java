package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;

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
        /** The first one. */
        ORIGINAL,
        /** New facts. */
        UPDATE,
        /** We were wrong. */
        CORRECTION,
        /** Wording only. */
        CLARIFICATION,
        /** Checked again, no change. */
        CONFIRMATION,
        /** We no longer stand by it; the page stays. */
        WITHDRAWAL
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
}
