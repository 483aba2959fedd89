package org.ontherecord.extraction.worth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well scores order labels. */
final class Ranking {

    private Ranking() {}

    /** Mean precision at each right answer; 0 to 1. */
    static double averagePrecision(boolean[] right, double[] scores) {
        int found = 0;
        int seen = 0;
        double sum = 0;
        for (int i : byScore(scores)) {
            seen++;
            if (right[i]) {
                sum += ++found / (double) seen;
            }
        }
        return sum / found;
    }

    /** The chance that a right answer stands above a wrong one (area under the ROC curve). */
    static double area(boolean[] right, double[] scores) {
        int[] order = byScore(scores);
        double wrongAbove = 0;
        double pairs = 0;
        long rights = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int rightsHere = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                rightsHere += right[order[to++]] ? 1 : 0;
            }
            int wrongsHere = to - from - rightsHere;
            pairs += rightsHere * (wrongAbove + wrongsHere / 2.0);
            wrongAbove += wrongsHere;
            rights += rightsHere;
            from = to;
        }
        return 1 - pairs / (rights * wrongAbove);
    }

    /** Harmonic mean of precision and recall of what scores at least the threshold. */
    static double f1(boolean[] right, double[] scores, double threshold) {
        int rights = 0;
        int taken = 0;
        int both = 0;
        for (int i = 0; i < right.length; i++) {
            rights += right[i] ? 1 : 0;
            taken += scores[i] >= threshold ? 1 : 0;
            both += right[i] && scores[i] >= threshold ? 1 : 0;
        }
        return 2.0 * both / (rights + taken);
    }

    private static int[] byScore(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Of some rows only. */
    static boolean[] of(boolean[] all, int[] rows) {
        boolean[] some = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = all[rows[i]];
        }
        return some;
    }

    static double[] of(double[] all, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    }
}
