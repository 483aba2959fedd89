package org.ontherecord.matching;

import java.util.List;

/**
 * A claim on record that may say the same as an utterance.
 *
 * @param number the claim's public number
 * @param wording the claim as it is worded on record
 * @param speaker the claim's speaker, or null
 * @param score from 0 to 1: how often a person found a match with this score to be the same claim (docs/measured.md)
 * @param wordingPercent how much of the wording is shared, 0 to 100
 * @param meaningPercent how near the meanings are, 0 to 100
 * @param same what agrees, strongest first: what a person can check at a glance
 * @param different what does not agree, weightiest first
 */
public record Match(
        long number,
        String wording,
        String speaker,
        double score,
        int wordingPercent,
        int meaningPercent,
        List<Agreement> same,
        List<Difference> different) {

    /** What an utterance and a claim have in common, by kind and in the words found. */
    public record Agreement(Aspect aspect, String words) {}

    /** What an utterance and a claim say differently: here and on record. */
    public record Difference(Aspect aspect, String here, String onRecord) {}

    /** What two texts are compared by. */
    public enum Aspect {
        TEXT,
        SPEAKER,
        NUMBER,
        YEAR,
        DEADLINE,
        NAME,
        NEGATION,
        DIRECTION
    }
}
