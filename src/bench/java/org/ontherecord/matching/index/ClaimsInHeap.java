package org.ontherecord.matching.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ontherecord.matching.ClaimCandidates;
import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;

/** The product's own index over claims that stand in no database. */
public final class ClaimsInHeap implements ClaimCandidates {
    private final ClaimIndex index = new ClaimIndex();
    private final Function<String, byte[]> vectors;

    public ClaimsInHeap(Collection<MatchableClaim> claims, Function<String, byte[]> vectors) {
        this.vectors = vectors;
        for (MatchableClaim claim : claims) {
            List<String> texts = ClaimTexts.of(claim);
            List<MeaningIndex.Slot> slots = new ArrayList<>();
            for (int slot = 0; slot < texts.size(); slot++) {
                if (texts.get(slot) != null && !texts.get(slot).isBlank()) {
                    slots.add(new MeaningIndex.Slot(slot, vectors.apply(texts.get(slot))));
                }
            }
            index.put(claim, slots);
        }
        index.show();
    }

    @Override
    public List<FoundClaim> find(Utterance utterance, Sight sight, int k) {
        String around = Stream.concat(utterance.before().stream(), utterance.after().stream())
                .collect(Collectors.joining(" "));
        return index.find(
                new ClaimIndex.Asked(
                        utterance.text(),
                        vectors.apply(utterance.text()),
                        around,
                        around.isBlank() ? null : vectors.apply(around)),
                List.of(),
                sight,
                k);
    }
}
