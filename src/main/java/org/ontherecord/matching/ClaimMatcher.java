package org.ontherecord.matching;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

/** Finds the claims on record that say the same as an utterance. */
@ApplicationScoped
public class ClaimMatcher {
    /** How many are looked at by words, and as many by meaning: of the right answers to 100 tweets they hold 99, to 100 sentences of speeches 73 to 79. */
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
        return match(utterance, sight, limit, Set.of());
    }

    /** The same without some claims, as if they were not on record: a claim that looks for others would hold all belief itself. */
    public List<Match> match(Utterance utterance, Sight sight, int limit, Set<Long> without) {
        Utterance plain = Posts.plain(utterance);
        List<FoundClaim> found = candidates.find(plain, sight, LOOKED_AT).stream()
                .filter(one -> !without.contains(one.claim().number()))
                .toList();
        List<Match> ranked = Ranking.rank(plain, found);
        return ranked.subList(0, Math.min(limit, ranked.size()));
    }
}
