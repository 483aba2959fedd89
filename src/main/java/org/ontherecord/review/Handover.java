package org.ontherecord.review;

import java.time.Instant;

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
        SUBMITTED,
        RETURNED,
        APPROVED,
        TAKEN_BACK
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
}
