package org.ontherecord.matching;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How well one list answers a query, as the CheckThat! lab scores it.
 *
 * @param map average precision of the first five places
 * @param mrr one divided by the place of the first relevant claim
 * @param first whether the first place is relevant
 * @param recall share of the relevant among the first twenty
 */
record Measures(double map, double mrr, double first, double recall) {
    static Measures of(List<Long> ranked, Set<Long> relevant) {
        double precision = 0;
        double mrr = 0;
        int hits = 0;
        int hitsOfTwenty = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (relevant.contains(ranked.get(i))) {
                hits++;
                mrr = mrr == 0 ? 1.0 / (i + 1) : mrr;
                precision += i < 5 ? hits / (i + 1.0) : 0;
                hitsOfTwenty += i < 20 ? 1 : 0;
            }
        }
        return new Measures(
                precision / Math.min(5, relevant.size()),
                mrr,
                !ranked.isEmpty() && relevant.contains(ranked.get(0)) ? 1 : 0,
                (double) hitsOfTwenty / relevant.size());
    }

    static Measures average(Collection<Measures> each) {
        double[] sum = new double[4];
        each.forEach(one -> {
            sum[0] += one.map;
            sum[1] += one.mrr;
            sum[2] += one.first;
            sum[3] += one.recall;
        });
        int count = Math.max(1, each.size());
        return new Measures(sum[0] / count, sum[1] / count, sum[2] / count, sum[3] / count);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f | %.3f | %.3f | %.3f", map, mrr, first, recall);
    }
}
