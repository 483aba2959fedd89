package org.ontherecord.matching;

import java.util.List;

/** What tells how sure a place in the ranking is: how it stands, how far ahead of the others, and how near it is by itself. */
final class Belief {
    static final int LENGTH = 7;

    private Belief() {}

    /** The signs of each place, in the order of the ranking given. */
    static double[][] signs(List<Likeness> ranked, double[] standings) {
        double[][] signs = new double[ranked.size()][];
        for (int i = 0; i < signs.length; i++) {
            double others = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < signs.length; j++) {
                others = j == i ? others : logOfSum(others, standings[j]);
            }
            Likeness one = ranked.get(i);
            double ahead = signs.length == 1 ? 5 : Math.max(-8, Math.min(8, standings[i] - others));
            signs[i] = new double[] {
                1,
                ahead,
                Math.max(-20, Math.min(20, standings[i])) / 5,
                one.get(Trait.MEANING),
                one.get(Trait.JUDGED) * 5,
                one.get(Trait.TRIGRAMS_OF_CLAIM),
                one.get(Trait.RIVAL_IN_LIKE_WORDS)
            };
        }
        return signs;
    }

    private static double logOfSum(double one, double other) {
        double most = Math.max(one, other);
        return most == Double.NEGATIVE_INFINITY ? most : most + Math.log(Math.exp(one - most) + Math.exp(other - most));
    }
}
