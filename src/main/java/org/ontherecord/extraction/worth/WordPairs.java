package org.ontherecord.extraction.worth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and word pairs of a sentence with how often each stands in it. */
final class WordPairs {

    /** Beyond this a text is no sentence. */
    private static final int LONGEST = 3_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+(?:['’][\\p{L}\\p{N}]+)?|[?$%!]");

    private WordPairs() {}

    static Map<String, Integer> of(String words) {
        String read = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
        Map<String, Integer> counts = new TreeMap<>();
        Matcher word = WORD.matcher(read.toLowerCase(Locale.ROOT).replace('’', '\''));
        String before = null;
        while (word.find()) {
            counts.merge(word.group(), 1, Integer::sum);
            if (before != null) {
                counts.merge(before + " " + word.group(), 1, Integer::sum);
            }
            before = word.group();
        }
        return counts;
    }

    /**
     * Hands on each known word with its weight in the sentence: 1 + ln(count), times its rarity, all of length one
     * (TF-IDF with sublinear counts).
     */
    static void weigh(String words, Map<String, Double> rarity, BiConsumer<String, Double> each) {
        Map<String, Double> weights = new HashMap<>();
        double square = 0;
        Map<String, Integer> counts = of(words);
        for (var word : counts.entrySet()) {
            Double rare = rarity.get(word.getKey());
            if (rare != null) {
                double weight = (1 + Math.log(word.getValue())) * rare;
                weights.put(word.getKey(), weight);
                square += weight * weight;
            }
        }
        double length = Math.sqrt(square);
        for (String word : counts.keySet()) {
            Double weight = weights.get(word);
            if (weight != null) {
                each.accept(word, weight / length);
            }
        }
    }
}
