package org.ontherecord.claim.merging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        List<Merge> merges = Merge.of(claim);
        Map<Long, String> words = PublicWords.of(merges.stream()
                .flatMap(merge -> Stream.of(merge.claim.id, merge.intoClaim.id))
                .distinct()
                .toList());
        return merges.stream().map(merge -> of(merge, words)).toList();
    }

    private static MergedLine of(Merge merge, Map<Long, String> words) {
        var back = merge.reversal();
        return new MergedLine(
                merge.id,
                merge.claim.id,
                merge.intoClaim.id,
                words.get(merge.claim.id),
                words.get(merge.intoClaim.id),
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
