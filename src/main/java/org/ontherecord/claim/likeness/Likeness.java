package org.ontherecord.claim.likeness;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A claim and what looks like it: another claim, or words. Words in an article are looked at in all its snapshots; words
 * alone are what somebody typed.
 *
 * @param claim the claim's number; of two claims the lower
 * @param other the higher number of two claims, else null
 * @param words the words without case and marks, else null
 * @param article the article the words stand in, or null
 * @param candidate the candidate they were decided on as, or null; does not tell one likeness from another
 */
public record Likeness(long claim, Long other, String words, Long article, Long candidate) {
    private static final int MOST_WORDS = 5_000;

    public static Likeness ofClaims(long one, long another) {
        return new Likeness(Math.min(one, another), Math.max(one, another), null, null, null);
    }

    public static Likeness ofQuote(long claim, String exact, long article, long candidate) {
        return new Likeness(claim, null, plain(exact), article, candidate);
    }

    public static Likeness ofTyped(long claim, String typed) {
        return new Likeness(claim, null, plain(typed), null, null);
    }

    /** Lower case, words and numbers only: marks and line ends make no other words. */
    static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}%€$£]++", " ")
                .strip();
        if (plain.isEmpty()) {
            plain = text.strip();
        }
        return plain.codePointCount(0, plain.length()) <= MOST_WORDS
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, MOST_WORDS)).strip();
    }
}
