package org.ontherecord.extraction.worth;

/** A logistic regression over standardized numbers: the weighted sum before the logistic function. */
record Linear(double[] mean, double[] deviation, double[] weights, double bias) {

    double of(double[]... parts) {
        double sum = bias;
        int i = 0;
        for (double[] part : parts) {
            for (double value : part) {
                sum += (value - mean[i]) / deviation[i] * weights[i];
                i++;
            }
        }
        return sum;
    }

    static double logistic(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }
}
