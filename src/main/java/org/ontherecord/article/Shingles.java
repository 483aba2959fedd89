package org.ontherecord.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text as the set of its runs of four words. Words in quotation marks are left out: two reports of one speech share those,
 * but only copies share the telling. A kept sample holds the hashes divisible by four (Broder, "On the resemblance and
 * containment of documents", 1997), so that texts can be looked up by what they have in common.
 */
record Shingles(Set<Long> all) {

    private static final int WORDS = 4;
    private static final int SAMPLED = 4;
    private static final int MOST_KEPT = 2_000;
    /** Fewer say nothing: two short notes on one event read alike. */
    private static final int FEWEST = 25;

    private static final Pattern QUOTED = Pattern.compile("[“„«\"][^“”„«»\"\\n]{0,800}[”“»\"]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    static Shingles of(String text) {
        Matcher words = WORD.matcher(QUOTED.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT));
        Set<Long> all = new HashSet<>();
        long[] last = new long[WORDS];
        for (int i = 0; words.find(); i++) {
            last[i % WORDS] = hash(words.group());
            if (i >= WORDS - 1) {
                long run = 0;
                for (int j = 1; j <= WORDS; j++) {
                    run = mixed(run * 31 + last[(i + j) % WORDS]);
                }
                all.add(run);
            }
        }
        return new Shingles(all);
    }

    /** For the index, written as PostgreSQL writes an array. */
    String kept() {
        return all.stream()
                .filter(run -> run % SAMPLED == 0)
                .sorted()
                .limit(MOST_KEPT)
                .map(String::valueOf)
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** How much of the shorter text stands in the other, 0 to 1. */
    double sharedWith(Shingles other) {
        Set<Long> small = all.size() <= other.all.size() ? all : other.all;
        Set<Long> large = small == all ? other.all : all;
        return small.size() < FEWEST
                ? 0
                : small.stream().filter(large::contains).count() / (double) small.size();
    }

    /** How much the two have in common of all they hold together, 0 to 1. */
    double resemblance(Shingles other) {
        long common = all.stream().filter(other.all::contains).count();
        long together = all.size() + other.all.size() - common;
        return together < FEWEST ? 0 : common / (double) together;
    }

    private static long hash(String word) {
        return mixed(Arrays.hashCode(word.toCharArray()) * 0x9E3779B97F4A7C15L + word.length());
    }

    /** The finalizer of SplitMix64: every bit of the input moves every bit of the output. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
