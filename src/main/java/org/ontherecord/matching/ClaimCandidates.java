package org.ontherecord.matching;

import java.util.List;

/**
 * Finds the claims worth ranking: by words, by meaning and by exact text. The port behind which an engine can be changed
 * (docs/adr/0011); every engine passes ClaimCandidatesContract.
 */
public interface ClaimCandidates {

    /**
     * The union, in no order, of the {@code k} best by words and the {@code k} best by meaning, of fewer for the sentences
     * around, and of those with exactly the same text.
     */
    List<FoundClaim> find(Utterance utterance, Sight sight, int k);
}
