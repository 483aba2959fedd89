package org.ontherecord.extraction.reading;

import java.util.regex.Pattern;

/** The small words by which a language says that somebody said or promised something, and by when. */
record Phrases(
        Pattern reporting, Pattern asking, Pattern promising, Pattern ownFuture, Pattern deadline, boolean isEnglish) {

    static Phrases of(Lexicon lexicon) {
        return new Phrases(
                lexicon.any("say", "saying", "find", "citing*"),
                lexicon.any("asking"),
                lexicon.pattern("promising*"),
                lexicon.pattern("own-future*"),
                lexicon.pattern("deadline*"),
                lexicon.code().equals("en"));
    }
}
