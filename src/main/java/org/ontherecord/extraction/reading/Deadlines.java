package org.ontherecord.extraction.reading;

import java.util.List;
import java.util.regex.Matcher;

import org.ontherecord.extraction.reading.Times.Found;

/** By when something is promised. What counts from an event keeps it in its rule and has no day; "in two years" counts from today. */
final class Deadlines {

    private final Lexicon lexicon;
    private final Phrases phrases;
    private final Times times;

    Deadlines(Lexicon lexicon, Phrases phrases, Times times) {
        this.lexicon = lexicon;
        this.phrases = phrases;
        this.times = times;
    }

    /** The first deadline in some words; null when there is none. */
    Deadline in(String words) {
        Matcher match = phrases.deadline().matcher(words);
        if (!match.find()) {
            return null;
        }
        String said = match.group();
        Matcher anchor = lexicon.pattern("anchor*").matcher(words).region(match.end(), words.length());
        if (match.end() < words.length()
                && Character.isWhitespace(words.charAt(match.end()))
                && anchor.region(match.end() + 1, words.length()).lookingAt()) {
            String whole = words.substring(match.start(), anchor.end());
            return new Deadline(said, whole, null, null);
        }
        if (lexicon.pattern("floating*").matcher(said).find()) {
            return new Deadline(said, said, null, null);
        }
        List<Found> found = times.in(said, new Span(0, said.length()), true);
        if (found.isEmpty()) {
            return new Deadline(said, said, null, null);
        }
        Time last = found.get(found.size() - 1).time();
        return new Deadline(said, said, last.to(), last.precision());
    }
}
