package org.ontherecord.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders what was found by the learned weights, exactly the same text first, and says how sure that is. A score never rises
 * down the list, so that a threshold cuts it at one place.
 */
final class Ranking {
    private static final RankingWeights TRAINED = RankingWeights.trained();
    /** Only a text that is the same is certain. */
    private static final double MOST_SURE = 0.99;

    private Ranking() {}

    static List<Match> rank(Utterance utterance, List<FoundClaim> found) {
        return rank(utterance, found, TRAINED);
    }

    static List<Match> rank(Utterance utterance, List<FoundClaim> found, RankingWeights weights) {
        List<Likeness> ranked = ordered(Likeness.of(utterance, found), weights);
        double[] standings = ranked.stream()
                .mapToDouble(one -> weights.standing(one.traits()))
                .toArray();
        double[][] signs = Belief.signs(ranked, standings);
        List<Match> matches = new ArrayList<>();
        double ceiling = MOST_SURE;
        for (int i = 0; i < signs.length; i++) {
            Likeness one = ranked.get(i);
            double score = one.found().exact() ? 1 : Math.min(ceiling, weights.belief(signs[i]));
            ceiling = Math.min(ceiling, score);
            matches.add(Reasons.match(utterance, one, score));
        }
        return matches;
    }

    /** Exactly the same first, then by standing, then by number. */
    static List<Likeness> ordered(List<Likeness> likenesses, RankingWeights weights) {
        Map<Likeness, Double> standings = new IdentityHashMap<>();
        likenesses.forEach(one -> standings.put(one, weights.standing(one.traits())));
        return likenesses.stream()
                .sorted(Comparator.comparing((Likeness one) -> !one.found().exact())
                        .thenComparing(one -> -standings.get(one))
                        .thenComparing(one -> one.found().claim().number()))
                .toList();
    }
}
