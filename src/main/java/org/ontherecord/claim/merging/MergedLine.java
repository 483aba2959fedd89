package org.ontherecord.claim.merging;

import java.time.Instant;
import java.util.List;

/** A merge as the desk lists it at one of its two claims. */
public record MergedLine(
        long id,
        long claim,
        long into,
        String claimWording,
        String intoWording,
        String why,
        String by,
        Instant at,
        String takenBackBecause,
        String takenBackBy,
        Instant takenBackAt) {

    /** Those of a claim, the last first. */
    public static List<MergedLine> of(long claim) {
        return Merge.of(claim).stream().map(MergedLine::of).toList();
    }

    static MergedLine of(Merge merge) {
        var back = merge.reversal();
        return new MergedLine(
                merge.id,
                merge.claim.id,
                merge.intoClaim.id,
                merge.claim.wording,
                merge.intoClaim.wording,
                merge.publicReason,
                merge.mergedBy.name,
                merge.mergedAt,
                back.map(it -> it.publicReason).orElse(null),
                back.map(it -> it.reversedBy.name).orElse(null),
                back.map(it -> it.reversedAt).orElse(null));
    }

    public boolean isOpen() {
        return takenBackAt == null;
    }

    /** The id of the control of its form. */
    public String field() {
        return "reason-" + id;
    }

    public String number() {
        return "C-" + claim;
    }

    public String intoNumber() {
        return "C-" + into;
    }
}
