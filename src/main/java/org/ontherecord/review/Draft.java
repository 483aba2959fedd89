package org.ontherecord.review;

import java.time.LocalDate;
import java.util.List;

import org.ontherecord.claim.Claim;
import org.ontherecord.claim.Deadline;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.WrittenDate;

/** Everything one revision says, as a value: what a person typed, before or after it is kept. */
public record Draft(
        Claim.Facts facts,
        Rating rating,
        String reason,
        String body,
        LocalDate inForceFrom,
        String note,
        List<Piece> evidence) {

    /** One piece of evidence as typed; its place in the list is its number. */
    public record Piece(
            String source,
            String title,
            String url,
            RoughDate dated,
            LocalDate accessedOn,
            String quote,
            Evidence.Stance stance,
            boolean primary,
            String savedCopyUrl) {

        /** The first day it may be from, or null. */
        public LocalDate datedOn() {
            return dated == null ? null : dated.date();
        }

        /** Its date as far as it is known; empty when it has none. */
        String datedInWords() {
            return dated == null ? "" : WrittenDate.inWords(dated.date(), dated.precision());
        }
    }

    /** What a claim says before anybody has written about it. */
    static Draft ofUnchecked(Claim claim) {
        return new Draft(claim.facts(), null, null, "", null, null, List.of());
    }

    Deadline deadline() {
        return Deadline.of(facts.deadlineAt(), facts.deadlineZone());
    }

    boolean isPromise() {
        return facts.kind() == Claim.Kind.PROMISE;
    }

    /** The parts that differ from the other draft, in the order of the form. */
    List<Part> changesSince(Draft other) {
        return Part.ALL.stream()
                .filter(part -> !part.value(this).equals(part.value(other)))
                .toList();
    }
}
