package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;
import org.ontherecord.claim.Claim;

/** Our check of one claim. The stage is where the work stands; it says nothing about the verdict. */
@Entity
public class Review extends PanacheEntityBase {
    /** Where the newest revision stands. PUBLISHED: nothing newer than the public verdict. */
    public enum Stage {
        DRAFT,
        IN_REVIEW,
        APPROVED,
        PUBLISHED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Claim claim;

    @Enumerated(EnumType.STRING)
    public Stage stage = Stage.DRAFT;

    @ManyToOne
    public Account owner;

    public LocalDate nextReviewOn;
    public Instant openedAt;

    @Version
    public int version;
}
