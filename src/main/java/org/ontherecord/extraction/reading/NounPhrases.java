package org.ontherecord.extraction.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ontherecord.extraction.reading.Names.Mention;

/** Where the words begin and end that name somebody, and whom they name. */
final class NounPhrases {
    private static final Pattern BARE_NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}’'-]{2,25}");

    private final String text;
    private final Names names;
    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Mentions mentions;
    private final Roles roles;
    private final Pronouns pronouns;

    NounPhrases(String text, Names names, Lexicon lexicon, Mentions mentions, Pronouns pronouns) {
        this.text = text;
        this.names = names;
        this.lexicon = lexicon;
        this.tokens = new Tokens(text);
        this.mentions = mentions;
        this.roles = new Roles(text, names, lexicon, mentions);
        this.pronouns = pronouns;
    }

    Source pronoun(Span words) {
        return new Source(words, pronouns.meant(words.of(text), words.from()));
    }

    /** The noun phrase that ends at {@code end}: back to a mark or to a word that begins a clause. */
    Source ending(int floor, int end) {
        int start = end;
        int cursor = end;
        boolean first = true;
        while (cursor > floor) {
            int to = cursor;
            while (to > floor && tokens.isSpace(to - 1)) {
                to--;
            }
            int from = to;
            while (from > floor && !tokens.isSpace(from - 1) && !tokens.isStop(from - 1) && !tokens.isDash(from - 1)) {
                from--;
            }
            if (from == to) {
                break;
            }
            String word = text.substring(from, to);
            if (first && lexicon.is("pronoun", word)) {
                return pronoun(new Span(from, to));
            }
            if (first && lexicon.is("relative", word)) {
                return new Source(new Span(from, to), null);
            }
            if (lexicon.is("boundary", word) || lexicon.is("say", word) || lexicon.is("pronoun", word)) {
                break;
            }
            if (!first && word.endsWith(".") && !mentions.isInsideName(to - 1) && word.length() > 4) {
                break;
            }
            start = from;
            cursor = from;
            first = false;
            if (from > floor && tokens.isStop(from - 1)) {
                break;
            }
        }
        return start >= end ? null : head(start, end);
    }

    /** Of a noun phrase its head: the name when a name is what it comes down to, else all of it. */
    Source head(int start, int end) {
        int from = start;
        Matcher word = Tokens.WORD.matcher(text).region(start, end);
        boolean first = true;
        int cut = end;
        while (word.find()) {
            boolean preposition = lexicon.is("preposition", word.group()) && !mentions.isInsideName(word.start());
            if (first && preposition) {
                Mention last = mentions.to(end);
                return last == null
                                || mentions.isOblique(start, last)
                                        && last.span().from() - start < 24
                        ? null
                        : new Source(last.span(), names.full(last.bare()));
            }
            if (preposition) {
                cut = tokens.trimmed(start, word.start());
                break;
            }
            first = false;
        }
        Mention last = mentions.to(cut);
        if (last != null && !last.possessive() && last.span().from() >= start) {
            return new Source(last.span(), names.full(last.bare()));
        }
        for (Mention mention : mentions.between(start, Math.max(start, cut))) {
            boolean timed = mention.span().to() < cut
                    && lexicon.is("when", tokens.firstWord(mention.span().to(), cut));
            if (timed && !mention.possessive()) {
                return new Source(mention.span(), names.full(mention.bare()));
            }
        }
        Span words = new Span(from, end);
        return new Source(words, isBareName(words) ? names.full(words.of(text)) : roles.holder(words, cut));
    }

    /** One capitalised word that says something is a name, unless it is one of many: "Critics said". */
    private boolean isBareName(Span words) {
        String word = words.of(text);
        return BARE_NAME.matcher(word).matches() && !word.endsWith("s") && !Names.isNever(word);
    }

    /** "The campaign released a statement": a described subject at the start, up to what looks like its verb. */
    Source described(int from, int to) {
        Matcher word = Tokens.WORD.matcher(text).region(from, Math.max(from, Math.min(to, from + 120)));
        int start = -1;
        int end = -1;
        int count = 0;
        while (word.find()) {
            boolean verb = word.group().endsWith("ed") && count > 1
                    || lexicon.is("aside", word.group())
                    || lexicon.is("say", word.group())
                    || lexicon.is("boundary", word.group())
                    || lexicon.is("preposition", word.group());
            if (start < 0) {
                if (!lexicon.is("determiner", word.group())) {
                    return null;
                }
                start = word.start();
            } else if (verb && count > 0) {
                break;
            } else if (!tokens.gapIsPlain(end, word.start(), false)) {
                break;
            }
            end = word.end();
            if (++count > 6) {
                break;
            }
        }
        boolean reachesName = end >= 0 && to > end && text.substring(end, to).isBlank();
        if (start < 0 || count < 2 || reachesName) {
            return null;
        }
        Span words = new Span(start, mentions.withoutStop(start, end));
        Mention apposed = end + 2 < text.length() && text.charAt(end) == ','
                ? mentions.from(mentions.skipTitles(end + 2, Math.min(text.length(), end + 60)))
                : null;
        return apposed != null && !apposed.possessive()
                ? new Source(apposed.span(), names.full(apposed.bare()))
                : new Source(words, roles.holder(words, words.to()));
    }
}
