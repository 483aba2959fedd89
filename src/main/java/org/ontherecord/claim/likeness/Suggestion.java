package org.ontherecord.claim.likeness;

import java.util.List;

import org.ontherecord.matching.Match;

/**
 * A claim that may be the same, as the desk offers it: what a person needs to judge it.
 *
 * @param key the number to press for it, from 1
 * @param standing what is known of it: our verdict, another publisher's check, or that it is a draft
 */
public record Suggestion(
        int key,
        long id,
        String wording,
        String speaker,
        Standing standing,
        int percent,
        List<String> same,
        List<String> different) {

    /** One in three: with less it is shown for its nearness alone. */
    private static final int PERHAPS = 30;
    /** Of those with half or more, people took more for the same than not. */
    public static final int PROBABLY = 50;
    /** Of those with this or more, nine in ten; 95 of 100 where the score was 0.97 on average (docs/measured.md). */
    private static final int SURELY = 90;

    static Suggestion of(int key, Match match, Standing standing) {
        return new Suggestion(
                key,
                match.number(),
                match.wording(),
                match.speaker(),
                standing,
                (int) Math.round(100 * Math.max(0, Math.min(1, match.score()))),
                Reasons.same(match),
                Reasons.different(match));
    }

    public String number() {
        return "C-" + id;
    }

    /** The score in words; it says how sure the software is, and a person decides. */
    public String scoreInWords() {
        if (percent >= SURELY) {
            return "very likely the same";
        }
        if (percent >= PROBABLY) {
            return "probably the same";
        }
        return percent >= PERHAPS ? "perhaps the same" : "near in words or meaning";
    }
}
