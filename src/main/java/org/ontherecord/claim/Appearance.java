package org.ontherecord.claim;

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

import org.ontherecord.account.Account;
import org.ontherecord.article.Snapshot;

/**
 * One place a claim was made: exact words in a snapshot (W3C Web Annotation text quote and position selectors, counted
 * in code points, end exclusive), or in an outside source we hold no text of.
 */
@Entity
public class Appearance extends PanacheEntityBase {
    /** The speaker's own words there, or an article reporting that they said it. */
    public enum Mode {
        SAID,
        REPORTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Claim claim;

    @Enumerated(EnumType.STRING)
    public Mode mode;

    @ManyToOne
    public Snapshot snapshot;

    public String quoteExact;
    public String quotePrefix = "";
    public String quoteSuffix = "";
    public Integer quoteStart;
    public Integer quoteEnd;

    public String sourceTitle;
    public String sourceUrl;

    public LocalDate saidOn;

    @Enumerated(EnumType.STRING)
    public Claim.Precision saidPrecision;

    public String occasion;

    @ManyToOne
    @JoinColumn(name = "recorded_by")
    public Account recordedBy;

    public Instant recordedAt;
}
