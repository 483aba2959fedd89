package org.ontherecord.matching;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Finds the claims on record that say the same as an utterance. */
@ApplicationScoped
public class ClaimMatcher {
    /** How many are looked at by words, and as many by meaning; of 20 right answers it holds 19 (docs/measured.md). */
    private static final int LOOKED_AT = 100;

    private final ClaimCandidates candidates;

    ClaimMatcher(ClaimCandidates candidates) {
        this.candidates = candidates;
    }

    /**
     * The most likely claims, best first; empty when nothing is near. Several nodes agree within five seconds of a change; a
     * claim whose words are exactly the utterance's is found from the second its transaction ended.
     */
    public List<Match> match(Utterance utterance, Sight sight, int limit) {
        List<Match> ranked = rank(Posts.plain(utterance), sight);
        return ranked.subList(0, Math.min(limit, ranked.size()));
    }

    private List<Match> rank(Utterance plain, Sight sight) {
        return Ranking.rank(plain, candidates.find(plain, sight, LOOKED_AT));
    }
}
