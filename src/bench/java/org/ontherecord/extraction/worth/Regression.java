package org.ontherecord.extraction.worth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

/** Logistic regressions by LIBLINEAR's trust region Newton method, which draws nothing by chance: the same rows give the same weights. */
final class Regression {

    private static final double PRECISION = 1e-4;

    private Regression() {}

    /** Over standardized columns. With {@code even}, both classes weigh the same, so that zero stands for an even mix. */
    static Linear dense(List<double[]> rows, boolean[] labels, double cost, boolean even) {
        int width = rows.get(0).length;
        double[] mean = new double[width];
        double[] deviation = new double[width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                mean[i] += row[i] / rows.size();
            }
        }
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                deviation[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.size();
            }
        }
        for (int i = 0; i < width; i++) {
            deviation[i] = Math.sqrt(deviation[i]) + 1e-6;
        }
        Feature[][] features = new Feature[rows.size()][];
        for (int row = 0; row < features.length; row++) {
            features[row] = new Feature[width + 1];
            for (int i = 0; i < width; i++) {
                features[row][i] = new FeatureNode(i + 1, (rows.get(row)[i] - mean[i]) / deviation[i]);
            }
            features[row][width] = new FeatureNode(width + 1, 1);
        }
        double[] weights = train(features, labels, width + 1, cost, even);
        return new Linear(mean, deviation, Arrays.copyOf(weights, width), weights[width]);
    }

    /** Over sparse rows of sorted columns; the last weight is the bias. */
    static double[] sparse(List<Feature[]> rows, boolean[] labels, int width, double cost, boolean even) {
        Feature[][] features = new Feature[rows.size()][];
        for (int row = 0; row < features.length; row++) {
            List<Feature> with = new ArrayList<>(List.of(rows.get(row)));
            with.add(new FeatureNode(width + 1, 1));
            features[row] = with.toArray(Feature[]::new);
        }
        return train(features, labels, width + 1, cost, even);
    }

    private static double[] train(Feature[][] rows, boolean[] labels, int width, double cost, boolean even) {
        var problem = new Problem();
        problem.l = rows.length;
        problem.n = width;
        problem.x = rows;
        problem.y = new double[rows.length];
        int positive = 0;
        for (int i = 0; i < rows.length; i++) {
            problem.y[i] = labels[i] ? 1 : 0;
            positive += labels[i] ? 1 : 0;
        }
        var parameter = new Parameter(SolverType.L2R_LR, cost, PRECISION);
        if (even) {
            double half = rows.length / 2.0;
            parameter.setWeights(new double[] {half / positive, half / (rows.length - positive)}, new int[] {1, 0});
        }
        Model model = de.bwaldvogel.liblinear.Linear.train(problem, parameter);
        double[] weights = model.getFeatureWeights();
        if (model.getLabels()[0] == 0) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
        }
        return weights;
    }
}
