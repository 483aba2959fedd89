package org.ontherecord.extraction.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.ontherecord.extraction.reading.Names.Mention;

/** The names that stand in a text, by their places, and what the words around one make of it. */
final class Mentions {
    private final String text;
    private final Lexicon lexicon;
    private final Tokens tokens;
    private final TreeMap<Integer, Mention> byStart = new TreeMap<>();
    private final Map<Integer, Mention> byEnd = new HashMap<>();

    Mentions(String text, Names names, Lexicon lexicon, List<Span> sentences) {
        this.text = text;
        this.lexicon = lexicon;
        this.tokens = new Tokens(text);
        for (Span sentence : sentences) {
            for (Mention mention : names.in(text, sentence)) {
                byStart.put(mention.span().from(), mention);
                byEnd.put(mention.span().to(), mention);
            }
        }
    }

    Collection<Mention> all() {
        return byStart.values();
    }

    /** The one that begins there, or null. */
    Mention from(int start) {
        return byStart.get(start);
    }

    /** The one that ends there, or null. */
    Mention to(int end) {
        return byEnd.get(end);
    }

    Collection<Mention> between(int from, int to) {
        return from >= to ? List.of() : byStart.subMap(from, to).values();
    }

    /** Those that begin before a place, the nearest first. */
    Collection<Mention> backFrom(int at) {
        return byStart.headMap(at, false).descendingMap().values();
    }

    /** Behind a preposition: "with Jane Roe". */
    boolean isOblique(int from, Mention mention) {
        int cursor = mention.span().from();
        for (int step = 0; step < 5 && cursor > from; step++) {
            int to = tokens.trimmed(from, cursor);
            int start = to;
            while (start > from && !tokens.isSpace(start - 1)) {
                start--;
            }
            String word = text.substring(start, to);
            if (lexicon.is("preposition", word)) {
                return true;
            }
            boolean belongs = lexicon.is("determiner", word)
                    || lexicon.is("role", word)
                    || Names.isTitle(word.replace(".", "").toLowerCase(Locale.ROOT))
                    || lexicon.is("attributive", word);
            if (!belongs) {
                return false;
            }
            cursor = start;
        }
        return false;
    }

    /** Before a small word that is no preposition a name only describes: "the Roe campaign". */
    boolean isModifier(Mention mention, int to) {
        int at = mention.span().to();
        return at + 1 < to && text.charAt(at) == ' ' && lexicon.is("modified", tokens.firstWord(at, to));
    }

    /** Past spaces and titles to where a name may begin. */
    int skipTitles(int from, int to) {
        int at = from;
        while (at < to) {
            while (at < to && tokens.isSpace(at)) {
                at++;
            }
            if (byStart.containsKey(at)) {
                return at;
            }
            String word = tokens.firstWord(at, to);
            if (word.isEmpty()
                    || !Names.isTitle(word.replace(".", "").toLowerCase(Locale.ROOT)) && !lexicon.is("role", word)) {
                return at;
            }
            at += word.length();
        }
        return at;
    }

    /** Whether a full stop belongs to a name, as in "J.K. Roe". */
    boolean isInsideName(int index) {
        var entry = byStart.floorEntry(index);
        return entry != null && entry.getValue().span().holds(index);
    }

    int withoutStop(int start, int end) {
        return end > start && text.charAt(end - 1) == '.' && !isInsideName(end - 1) ? end - 1 : end;
    }
}
