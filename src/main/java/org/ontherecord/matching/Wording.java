package org.ontherecord.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * A text taken apart for comparing: what can be counted in it without knowing the language's grammar.
 *
 * @param words in small letters, without accents, in their order
 * @param trigrams runs of three letters, words padded with spaces
 * @param pairs neighbouring words
 * @param quantities the numbers that are no years
 * @param years calendar years
 * @param names words with a capital letter that do not begin a sentence, in their order, in small letters
 * @param capitals the same with those that begin one
 * @param denied whether a word denies
 * @param poles which side of which rivalry it stands on
 */
record Wording(
        List<String> words,
        Set<String> trigrams,
        Set<String> pairs,
        List<Quantity> quantities,
        Set<Quantity> years,
        Set<String> names,
        Set<String> capitals,
        boolean denied,
        Set<Rivals.Pole> poles) {

    private static final int LONGEST = 2_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{1,60}(?:['’.,][\\p{L}\\p{N}]{1,30}){0,4}");
    private static final Pattern DENIED_ENDING = Pattern.compile("n['’]t$");
    private static final String SENTENCE_ENDS = ".!?:\n\"“„«";

    /** What was compared lately is compared again soon. In characters; a character takes about 100 bytes apart. */
    private static final long RECENT = 200_000;

    private static final Cache<String, Wording> ON_RECORD = Caffeine.newBuilder()
            .maximumWeight(RECENT)
            .weigher((String text, Wording apart) -> Math.min(text.length(), LONGEST) + 1)
            .build();

    /** Of a text that stays as it is, such as a claim's. */
    static Wording onRecord(String text) {
        return ON_RECORD.get(text, Wording::of);
    }

    static Wording of(String text) {
        String bounded = text.substring(0, Math.min(text.length(), LONGEST));
        List<String> words = new ArrayList<>();
        Set<String> trigrams = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        Set<String> names = new LinkedHashSet<>();
        Set<String> capitals = new LinkedHashSet<>();
        boolean denied = false;
        Matcher word = WORD.matcher(bounded);
        while (word.find()) {
            String folded = folded(word.group());
            denied |= Rivals.denies(folded) || DENIED_ENDING.matcher(folded).find();
            if (Character.isUpperCase(word.group().charAt(0))) {
                capitals.add(folded);
                if (!beginsSentence(bounded, word.start())) {
                    names.add(folded);
                }
            }
            if (!words.isEmpty()) {
                pairs.add(words.get(words.size() - 1) + " " + folded);
            }
            words.add(folded);
            addTrigrams(folded, trigrams);
        }
        List<Quantity> all = Quantity.in(bounded);
        return new Wording(
                words,
                trigrams,
                pairs,
                all.stream().filter(one -> !one.isYear()).toList(),
                new LinkedHashSet<>(all.stream().filter(Quantity::isYear).toList()),
                names,
                capitals,
                denied,
                Rivals.polesOf(words));
    }

    /** Its words alone. */
    static List<String> wordsOf(String text) {
        return WORD.matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                .results()
                .map(word -> folded(word.group()))
                .toList();
    }

    static String folded(String word) {
        String small = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        String plain = small.endsWith("'s") ? small.substring(0, small.length() - 2) : small;
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) > 127) {
                return Normalizer.normalize(plain, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace("ß", "ss");
            }
        }
        return plain;
    }

    private static void addTrigrams(String word, Set<String> trigrams) {
        String padded = "  " + word + " ";
        for (int i = 0; i + 3 <= padded.length(); i++) {
            trigrams.add(padded.substring(i, i + 3));
        }
    }

    private static boolean beginsSentence(String text, int start) {
        for (int i = start - 1; i >= 0; i--) {
            char before = text.charAt(i);
            if (SENTENCE_ENDS.indexOf(before) >= 0) {
                return true;
            }
            if (!Character.isWhitespace(before)) {
                return false;
            }
        }
        return true;
    }
}
