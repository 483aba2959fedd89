package org.ontherecord.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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

    public static List<CountedAppearance> of(Claim claim) {
        return list("claim = ?1 order by fromOn, id", claim);
    }

    /** Says whether it is new: the same total, sent twice, is kept once. */
    public static boolean add(Claim claim, Total total, Account who, Instant now) {
        if (of(claim).stream().anyMatch(known -> known.total().equals(total))) {
            return false;
        }
        var counted = new CountedAppearance();
        counted.claim = claim;
        counted.times = total.times();
        counted.atLeast = total.atLeast();
        counted.fromOn = total.fromOn();
        counted.toOn = total.toOn();
        counted.countedBy = total.countedBy();
        counted.sourceTitle = total.sourceTitle();
        counted.sourceUrl = total.sourceUrl();
        counted.recordedBy = who;
        counted.recordedAt = now;
        counted.persist();
        return true;
    }

    public Total total() {
        return new Total(times, atLeast, fromOn, toOn, countedBy, sourceTitle, sourceUrl);
    }

    /** How often, between which days, and who says so. */
    public record Total(
            int times,
            boolean atLeast,
            LocalDate fromOn,
            LocalDate toOn,
            String countedBy,
            String sourceTitle,
            String sourceUrl) {}
}
