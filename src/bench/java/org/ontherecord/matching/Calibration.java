package org.ontherecord.matching;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns places in the ranking into how often a person found the same claim there, by a logistic regression over the first
 * five places of every query, asked once with its claims on record and once without them.
 */
final class Calibration {
    private static final int PLACES = 5;
    private static final int ROUNDS = 4_000;
    private static final double RATE = 0.05;

    private record Example(double[] signs, boolean same) {}

    private Calibration() {}

    static RankingWeights calibrate(RankingWeights weights, List<TrainMatching.Group> groups, PrintStream out) {
        List<Example> even = new ArrayList<>();
        List<Example> odd = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            var group = groups.get(g);
            List<Likeness> without = new ArrayList<>();
            for (int j = 0; j < group.relevant().length; j++) {
                if (!group.relevant()[j]) {
                    without.add(group.likenesses().get(j));
                }
            }
            List<Example> into = g % 2 == 0 ? even : odd;
            into.addAll(examples(group, group.likenesses(), weights));
            into.addAll(examples(group, without, weights));
        }
        report(weights(weights, fit(even)), odd, out);
        List<Example> all = new ArrayList<>(even);
        all.addAll(odd);
        return weights(weights, fit(all));
    }

    private static List<Example> examples(TrainMatching.Group group, List<Likeness> likenesses, RankingWeights weights) {
        List<Likeness> ranked = Ranking.ordered(likenesses, weights);
        double[][] signs = Belief.signs(
                ranked, ranked.stream().mapToDouble(one -> weights.standing(one.traits())).toArray());
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < Math.min(PLACES, signs.length); i++) {
            boolean same = group.relevant()[indexOf(group.likenesses(), ranked.get(i))];
            examples.add(new Example(signs[i], same));
        }
        return examples;
    }

    private static int indexOf(List<Likeness> likenesses, Likeness one) {
        for (int i = 0; i < likenesses.size(); i++) {
            if (likenesses.get(i) == one) {
                return i;
            }
        }
        throw new IllegalArgumentException("not among them");
    }

    private static double[] fit(List<Example> examples) {
        double[] belief = new double[Belief.LENGTH];
        double[] momentum = new double[Belief.LENGTH];
        double[] energy = new double[Belief.LENGTH];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] slope = new double[Belief.LENGTH];
            for (Example example : examples) {
                double sum = 0;
                for (int i = 0; i < belief.length; i++) {
                    sum += belief[i] * example.signs()[i];
                }
                double off = 1 / (1 + Math.exp(-sum)) - (example.same() ? 1 : 0);
                for (int i = 0; i < belief.length; i++) {
                    slope[i] += off * example.signs()[i] / examples.size();
                }
            }
            for (int i = 0; i < belief.length; i++) {
                momentum[i] = 0.9 * momentum[i] + 0.1 * slope[i];
                energy[i] = 0.99 * energy[i] + 0.01 * slope[i] * slope[i];
                belief[i] -= RATE * (1 - (round - 1.0) / ROUNDS) * momentum[i] / (Math.sqrt(energy[i]) + 1e-8);
            }
        }
        return belief;
    }

    private static RankingWeights weights(RankingWeights weights, double[] belief) {
        return weights.believing(belief);
    }

    /** What was promised and what was found, by tenths, on queries the fit has not seen. */
    private static void report(RankingWeights weights, List<Example> examples, PrintStream out) {
        double[][] tenths = new double[10][3];
        for (Example example : examples) {
            double belief = weights.belief(example.signs());
            double[] tenth = tenths[(int) Math.min(9, belief * 10)];
            tenth[0] += belief;
            tenth[1] += example.same() ? 1 : 0;
            tenth[2]++;
        }
        for (double[] tenth : tenths) {
            out.printf(Locale.ROOT, "score %.2f: the same %.2f of %d%n", tenth[0] / tenth[2], tenth[1] / tenth[2], (int) tenth[2]);
        }
    }
}
