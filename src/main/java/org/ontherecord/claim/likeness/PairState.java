package org.ontherecord.claim.likeness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.ontherecord.claim.Claim;

/** What is known of two claims at a moment: the decision that holds and the relations that are open. */
record PairState(Claim one, Claim other, Optional<LikenessDecision> decision, List<Relation> relations) {

    static PairState of(long one, long other) {
        return new PairState(
                Claim.findById(one),
                Claim.findById(other),
                LikenessDecision.newest(Likeness.ofClaims(one, other)),
                Relation.open(one, other));
    }

    private Optional<LikenessDecision> holding() {
        return decision.filter(last -> last.answer != LikenessDecision.Answer.TAKEN_BACK);
    }

    boolean isDecided() {
        return holding().isPresent() || !relations.isEmpty();
    }

    /** "C-1 is narrower than C-2", "the same claim"; null when nothing is decided. */
    String outcome() {
        if (holding().isPresent()) {
            return holding().get().answer.inWords;
        }
        return relations.isEmpty()
                ? null
                : "C-%d %s C-%d".formatted(one.id, relations.get(0).wayFrom(one.id).inWords, other.id);
    }

    String by() {
        return holding()
                .map(last -> last.decidedBy.name)
                .orElseGet(() -> relations.isEmpty() ? null : relations.get(0).addedBy.name);
    }

    Instant at() {
        return holding()
                .map(last -> last.decidedAt)
                .orElseGet(() -> relations.isEmpty() ? null : relations.get(0).addedAt);
    }

    /** Changes with every decision, relation and new wording. */
    String seen() {
        return "%d-%d-%d-%d"
                .formatted(
                        decision.map(last -> last.id).orElse(0L),
                        relations.stream().mapToLong(relation -> relation.id).sum(),
                        one.version,
                        other.version);
    }
}
