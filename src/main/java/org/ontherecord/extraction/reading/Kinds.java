package org.ontherecord.extraction.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which kind of thing some words are, by the small words in them. */
final class Kinds {

    private static final Pattern ANOTHER =
            Pattern.compile("(?<![\\p{L}])(\\p{Lu}[\\p{L}.'’-]{1,25}) (\\p{Ll}{3,12})(?![\\p{L}])");

    private final Lexicon lexicon;

    Kinds(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The speaker may be null; the deadline's own words are given away before figures are looked for. */
    Kind of(String words, boolean promise, Deadline deadline, String speaker) {
        if (promise) {
            return Kind.PROMISE;
        }
        if (isOfAnother(words, speaker)) {
            return Kind.QUOTE_OF_ANOTHER;
        }
        String rest = deadline == null ? words : words.replace(deadline.words(), "");
        boolean figure = lexicon.pattern("quantity*").matcher(rest).find() || rest.indexOf('%') >= 0;
        if (lexicon.pattern("future*").matcher(words).find()) {
            return Kind.PREDICTION;
        }
        if (figure) {
            return Kind.STATISTIC;
        }
        if (lexicon.pattern("stance*").matcher(words).find()) {
            return Kind.POSITION;
        }
        return lexicon.pattern("past*").matcher(words).find() ? Kind.PAST_FACT : Kind.POSITION;
    }

    /** "…, Roe promised …" inside the words of somebody else. */
    private boolean isOfAnother(String words, String speaker) {
        Matcher said = ANOTHER.matcher(words);
        while (said.find()) {
            boolean self = speaker != null && speaker.endsWith(said.group(1));
            if (!self && lexicon.is("say", said.group(2)) && !lexicon.is("pronoun", said.group(1))) {
                return true;
            }
        }
        return false;
    }
}
