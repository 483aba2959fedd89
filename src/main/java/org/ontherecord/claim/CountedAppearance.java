package org.ontherecord.claim;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;

/** "21 times in 2023, counted by …": a total that a source gives, not listed one by one. */
@Entity
public class CountedAppearance extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Claim claim;

    public int times;

    /** Whether the source counted by sampling, so that there may be more. */
    public boolean atLeast;

    public LocalDate fromOn;
    public LocalDate toOn;
    public String countedBy;
    public String sourceTitle;
    public String sourceUrl;

    @ManyToOne
    @JoinColumn(name = "recorded_by")
    public Account recordedBy;

    public Instant recordedAt;
}
