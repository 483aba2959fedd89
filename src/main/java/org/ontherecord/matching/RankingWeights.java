package org.ontherecord.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The learned weights of the ranking: a straight line over standardized traits, and another that turns what the first says of
 * the best claims into how often a person agrees. Trained and measured by TrainMatching (docs/measured.md).
 */
final class RankingWeights {
    /** Nothing counts for more than so many standard deviations. */
    private static final double FURTHEST = 12;

    private static final String RESOURCE = "/matching/ranking.txt";

    private final double[] means;
    private final double[] deviations;
    private final double[] weights;
    private final double[] belief;

    RankingWeights(double[] means, double[] deviations, double[] weights, double[] belief) {
        this.means = means;
        this.deviations = deviations;
        this.weights = weights;
        this.belief = belief;
    }

    /** Those that were trained. */
    static RankingWeights trained() {
        try (InputStream in = RankingWeights.class.getResourceAsStream(RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(reader.lines().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RankingWeights of(List<String> lines) {
        int length = Trait.values().length;
        double[][] columns = new double[3][length];
        Map<String, Integer> places = new HashMap<>();
        for (Trait trait : Trait.values()) {
            places.put(trait.name(), trait.ordinal());
            columns[1][trait.ordinal()] = 1;
        }
        double[] belief = new double[Belief.LENGTH];
        for (String line : lines) {
            String[] cells = line.split("\t");
            if (cells[0].equals("belief")) {
                for (int i = 0; i < belief.length; i++) {
                    belief[i] = Double.parseDouble(cells[i + 1]);
                }
            } else if (!line.startsWith("#")) {
                for (int i = 0; i < columns.length; i++) {
                    columns[i][places.get(cells[0])] = Double.parseDouble(cells[i + 1]);
                }
            }
        }
        return new RankingWeights(columns[0], columns[1], columns[2], belief);
    }

    RankingWeights believing(double[] otherBelief) {
        return new RankingWeights(means, deviations, weights, otherBelief);
    }

    /** As {@link #trained} reads them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Trait trait : Trait.values()) {
            int i = trait.ordinal();
            lines.add(String.format(Locale.ROOT, "%s\t%.6g\t%.6g\t%.6g", trait, means[i], deviations[i], weights[i]));
        }
        StringBuilder last = new StringBuilder("belief");
        for (double weight : belief) {
            last.append(String.format(Locale.ROOT, "\t%.6g", weight));
        }
        lines.add(last.toString());
        return lines;
    }

    /** How a claim stands among those found; comparable within one utterance. */
    double standing(double[] traits) {
        double standing = 0;
        for (int i = 0; i < weights.length; i++) {
            double deviation = (traits[i] - means[i]) / deviations[i];
            standing += weights[i] * Math.max(-FURTHEST, Math.min(FURTHEST, deviation));
        }
        return standing;
    }

    /** From 0 to 1. */
    double belief(double[] signs) {
        double sum = 0;
        for (int i = 0; i < belief.length; i++) {
            sum += belief[i] * signs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
