package org.ontherecord.claim.merging;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;

/** That a merge was taken back: who, when, and why for readers. */
@Entity
@Immutable
public class MergeReversal extends PanacheEntityBase {
    @Id
    public Long mergeId;

    public String publicReason;

    @ManyToOne
    @JoinColumn(name = "reversed_by")
    public Account reversedBy;

    public Instant reversedAt;

    protected MergeReversal() {}

    MergeReversal(Merge merge, String publicReason, Account who, Instant now) {
        this.mergeId = merge.id;
        this.publicReason = publicReason;
        this.reversedBy = who;
        this.reversedAt = now;
    }
}
