package org.ontherecord.matching;

/** What the ranking weighs of a claim found for an utterance. "Stretched" is from 0 to 1 over all that was found for it. */
enum Trait {
    LEXICAL,
    /** With the words of the sentences around. */
    LEXICAL_AROUND_STRETCHED,
    MEANING,
    MEANING_OF_WORDING,
    MEANING_OF_TITLE,
    MEANING_AROUND,
    /** With the meaning of the sentences around. */
    MEANING_AROUND_STRETCHED,
    JUDGED,
    JUDGED_OF_WORDING,
    JUDGED_OF_TITLE,
    JUDGED_STRETCHED,
    /** Of the claim's runs of three letters, those the utterance has. */
    TRIGRAMS_OF_CLAIM,
    WORD_PAIRS,
    NUMBERS_SHARED,
    NUMBERS_RIVAL,
    NUMBERS_MISSING,
    YEARS_SHARED,
    NAMES_SHARED,
    NAMES_MISSING,
    /** Two names the other way round. */
    NAMES_SWAPPED,
    /** Any rivalry between texts that otherwise share their words: these look the same most. */
    RIVAL_IN_LIKE_WORDS,
    /** A rivalry between texts that are the same but for little. */
    RIVAL_OF_TWIN,
    NAMES_RIVAL_OF_TWIN,
    /** Days between the two, where both are known. */
    DAYS,
    WITHIN_DAYS,
    WITHIN_WEEKS,
    WITHIN_MONTHS,
    CLAIM_BEFORE,
    SPEAKER_SAME,
    SPEAKER_OTHER,
    /** The claim's speaker is named in the utterance, or the utterance's in the claim. */
    SPEAKER_NAMED,
    /** How often the person is on record whose claim it is, where nobody says who spoke: what is repeated was said by the often quoted. */
    SPEAKER_OFTEN,
    CLAIM_LENGTH
}
