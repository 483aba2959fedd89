package org.ontherecord.matching;

/**
 * A claim that was found for an utterance before the ranking has looked at it, and how near each way of looking brought it.
 * Meanings are cosines; 0 stands for a text that is missing or has no vector yet.
 *
 * @param exact whether one of its texts is the utterance but for case, spaces and marks between words
 * @param lexical BM25 of the utterance's words, each once, over wording, title and quotes; 0 without a word in common
 * @param lexicalAround the same of the words in the sentences around the utterance
 * @param meaning nearness to the utterance, by the model that finds
 * @param judgement nearness to the utterance, by the second model
 * @param meaningAround the nearest of the claim's texts to the sentences around
 * @param ofSpeaker how many published claims of its speaker are on record
 */
public record FoundClaim(
        MatchableClaim claim,
        boolean exact,
        double lexical,
        double lexicalAround,
        Nearness meaning,
        Nearness judgement,
        double meaningAround,
        int ofSpeaker) {

    /** Found without a vector: by its words, or because its text is the same. */
    public static FoundClaim byWords(MatchableClaim claim, boolean exact, double lexical) {
        return new FoundClaim(claim, exact, lexical, 0, Nearness.NONE, Nearness.NONE, 0, 0);
    }
}
