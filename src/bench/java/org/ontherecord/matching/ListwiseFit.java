package org.ontherecord.matching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Weights under which the relevant claims of each query get most of its probability (softmax over what was found, ListNet of
 * Cao et al. 2007 with one list level), held small by their squares, by Adam over all queries at once: the same every time.
 */
final class ListwiseFit {
    private static final int ROUNDS = 400;
    private static final double RATE = 0.03;
    private static final double FURTHEST = 12;
    private static final EnumSet<Trait> OF_TWINS = EnumSet.of(Trait.RIVAL_OF_TWIN, Trait.NAMES_RIVAL_OF_TWIN);

    private ListwiseFit() {}

    /** Being more alike never counts against a claim, and a rivalry never for it: beyond what was seen no line should turn. */
    private static final EnumSet<Trait> FOR = EnumSet.range(Trait.LEXICAL, Trait.NUMBERS_SHARED);

    private static final EnumSet<Trait> AGAINST = EnumSet.of(
            Trait.NUMBERS_RIVAL,
            Trait.NUMBERS_MISSING,
            Trait.NAMES_SWAPPED,
            Trait.RIVAL_IN_LIKE_WORDS,
            Trait.RIVAL_OF_TWIN,
            Trait.NAMES_RIVAL_OF_TWIN,
            Trait.SPEAKER_OTHER);

    private record Standard(double[] means, double[] deviations, double[][][] lists) {}

    /**
     * First all weights on what people judged, then on the hard pairs as well those alone that tell twins apart: these are so
     * rare among judged queries that nothing would be learned of them there, and nothing else may suffer for them.
     */
    static RankingWeights fit(List<TrainMatching.Group> judged, List<TrainMatching.Group> hard, double heldSmall) {
        Standard standard = standard(judged);
        double[] start = descend(
                judged, standard.lists(), heldSmall, new double[Trait.values().length], EnumSet.complementOf(OF_TWINS));
        List<TrainMatching.Group> all = new ArrayList<>(judged);
        all.addAll(hard);
        double[] weights = descend(all, standard(all, standard).lists(), heldSmall / 100, start, OF_TWINS);
        return new RankingWeights(standard.means(), standard.deviations(), weights, new double[Belief.LENGTH]);
    }

    private static Standard standard(List<TrainMatching.Group> groups) {
        int length = Trait.values().length;
        double[] means = new double[length];
        double[] deviations = new double[length];
        long rows = 0;
        for (var group : groups) {
            for (Likeness one : group.likenesses()) {
                rows++;
                for (int i = 0; i < length; i++) {
                    means[i] += one.traits()[i];
                    deviations[i] += one.traits()[i] * one.traits()[i];
                }
            }
        }
        for (int i = 0; i < length; i++) {
            means[i] /= rows;
            deviations[i] = Math.sqrt(Math.max(0, deviations[i] / rows - means[i] * means[i])) + 1e-6;
        }
        return standard(groups, new Standard(means, deviations, null));
    }

    private static Standard standard(List<TrainMatching.Group> groups, Standard by) {
        int length = Trait.values().length;
        double[][][] lists = new double[groups.size()][][];
        for (int g = 0; g < lists.length; g++) {
            List<Likeness> likenesses = groups.get(g).likenesses();
            lists[g] = new double[likenesses.size()][length];
            for (int j = 0; j < lists[g].length; j++) {
                for (int i = 0; i < length; i++) {
                    double deviation = (likenesses.get(j).traits()[i] - by.means()[i]) / by.deviations()[i];
                    lists[g][j][i] = Math.max(-FURTHEST, Math.min(FURTHEST, deviation));
                }
            }
        }
        return new Standard(by.means(), by.deviations(), lists);
    }

    private static double[] descend(
            List<TrainMatching.Group> groups, double[][][] lists, double heldSmall, double[] start, Set<Trait> free) {
        int length = Trait.values().length;
        double[] weights = start.clone();
        double[] momentum = new double[length];
        double[] energy = new double[length];
        double total = groups.stream().mapToDouble(TrainMatching.Group::weight).sum();
        for (int round = 1; round <= ROUNDS; round++) {
            double[] slope = new double[length];
            for (int g = 0; g < lists.length; g++) {
                add(lists[g], groups.get(g), weights, total, slope);
            }
            double rate = RATE * (1 - (round - 1.0) / ROUNDS);
            for (int i = 0; i < length; i++) {
                slope[i] += 2 * heldSmall * weights[i];
                momentum[i] = 0.9 * momentum[i] + 0.1 * slope[i];
                energy[i] = 0.99 * energy[i] + 0.01 * slope[i] * slope[i];
                double step = momentum[i] / (1 - Math.pow(0.9, round)) / (Math.sqrt(energy[i] / (1 - Math.pow(0.99, round))) + 1e-8);
                Trait trait = Trait.values()[i];
                double moved = weights[i] - (free.contains(trait) ? rate * step : 0);
                weights[i] = FOR.contains(trait) ? Math.max(0, moved) : AGAINST.contains(trait) ? Math.min(0, moved) : moved;
            }
        }
        return weights;
    }

    private static void add(double[][] list, TrainMatching.Group group, double[] weights, double total, double[] slope) {
        double[] chance = new double[list.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < list.length; j++) {
            for (int i = 0; i < weights.length; i++) {
                chance[j] += weights[i] * list[j][i];
            }
            most = Math.max(most, chance[j]);
        }
        double sum = 0;
        double right = 0;
        for (int j = 0; j < list.length; j++) {
            chance[j] = Math.exp(chance[j] - most);
            sum += chance[j];
            right += group.relevant()[j] ? chance[j] : 0;
        }
        for (int j = 0; j < list.length; j++) {
            double pull = chance[j] / sum - (group.relevant()[j] ? chance[j] / right : 0);
            double weight = pull * group.weight() / total;
            for (int i = 0; i < weights.length; i++) {
                slope[i] += weight * list[j][i];
            }
        }
    }
}
