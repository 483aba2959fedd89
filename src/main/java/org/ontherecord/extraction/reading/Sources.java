package org.ontherecord.extraction.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ontherecord.extraction.reading.Names.Mention;

/** Finds the words that name whoever speaks, and remembers whom the text was about, so that "he" has somebody to mean. */
final class Sources {

    /** No subject stands further from its verb. */
    private static final int REACH = 320;

    private static final Pattern PARENTHESIS = Pattern.compile("\\([^()]{1,60}\\)$");
    private static final Pattern OWNING = Pattern.compile(
            "(?<![\\p{L}])(his|her|their|its|my|our)(?: \\p{L}[\\p{L}-]{0,20}){0,3} ?$", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Names names;
    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Mentions mentions;
    private final Pronouns pronouns;
    private final NounPhrases phrases;

    Sources(String text, Names names, Lexicon lexicon, List<Span> sentences) {
        this.text = text;
        this.names = names;
        this.lexicon = lexicon;
        this.tokens = new Tokens(text);
        this.mentions = new Mentions(text, names, lexicon, sentences);
        this.pronouns = new Pronouns(names, lexicon, mentions);
        this.phrases = new NounPhrases(text, names, lexicon, mentions, pronouns);
    }

    /** The subject of a verb that begins at {@code verb}, looked for back to {@code from}; null if there is none. */
    Source before(int from, int verb) {
        int floor = Math.max(from, verb - REACH);
        int end = withoutAsides(floor, verb);
        for (int step = 0; step < 5 && end > floor; step++) {
            boolean comma = text.charAt(end - 1) == ',' || isLongDash(text.charAt(end - 1));
            if (comma) {
                end = tokens.trimmed(floor, end - 1);
            }
            Matcher brackets = PARENTHESIS.matcher(text).region(floor, end);
            if (end > floor && text.charAt(end - 1) == ')' && brackets.find()) {
                end = tokens.trimmed(floor, brackets.start());
            }
            if (end <= floor || tokens.isStop(end - 1) && text.charAt(end - 1) != ',') {
                return null;
            }
            if (text.charAt(end - 1) == ',') {
                continue;
            }
            Source near = phrases.ending(floor, end);
            if (!comma) {
                if (near == null) {
                    return null;
                }
                if (!lexicon.is("relative", near.words().of(text))) {
                    return near;
                }
                end = tokens.trimmed(floor, near.words().from());
                continue;
            }
            int earlier = tokens.lastComma(floor, end);
            if (earlier < 0) {
                return near;
            }
            boolean nameAlone = near != null
                    && near.name() != null
                    && mentions.skipTitles(earlier + 1, end) == near.words().from();
            Source head = phrases.ending(floor, tokens.trimmed(floor, earlier));
            if (nameAlone && (head == null || head.name() == null)) {
                return near;
            }
            if (head != null && (head.name() != null || isPronoun(head))) {
                return head;
            }
            if (head != null && tokens.lastComma(floor, earlier) < 0) {
                return head;
            }
            end = earlier + 1;
        }
        return null;
    }

    /** The subject behind a verb that ends at {@code verbEnd}, as in "said Jane Roe". */
    Source after(int verbEnd, int to) {
        int start = verbEnd;
        while (start < to && tokens.isSpace(start)) {
            start++;
        }
        if (start >= to) {
            return null;
        }
        int limit = Math.min(to, start + REACH);
        int end = start;
        Matcher word = Tokens.WORD.matcher(text).region(start, limit);
        int count = 0;
        while (word.find() && tokens.gapIsPlain(end, word.start(), count == 0)) {
            String plain = word.group();
            if (count > 0 && (lexicon.is("boundary", plain) || lexicon.is("when", plain))) {
                break;
            }
            if (count == 0 && lexicon.is("boundary", plain) && !lexicon.is("pronoun", plain)) {
                return null;
            }
            if (count == 0 && lexicon.is("pronoun", plain)) {
                return phrases.pronoun(new Span(word.start(), word.end()));
            }
            if (count == 0 && lexicon.is("preposition", plain)) {
                return null;
            }
            end = word.end();
            count++;
            if (plain.endsWith(".") && !mentions.isInsideName(word.end() - 1) && word.end() + 1 >= limit) {
                break;
            }
        }
        end = mentions.withoutStop(start, end);
        if (count == 0 || end <= start) {
            return null;
        }
        Source source = phrases.head(start, end);
        if (source != null && source.name() == null && end + 2 < to && text.charAt(end) == ',') {
            Mention apposed = mentions.from(mentions.skipTitles(end + 2, to));
            if (apposed != null && !apposed.possessive()) {
                return new Source(apposed.span(), names.full(apposed.bare()));
            }
        }
        return source;
    }

    /** Whom a stretch is about: its first subject as far as one can tell without grammar. */
    Source of(Span stretch) {
        int from = stretch.from();
        for (int step = 0; step < 3; step++) {
            Matcher first = Tokens.WORD.matcher(text).region(from, stretch.to());
            if (!first.find()) {
                return null;
            }
            boolean opens = lexicon.is("preposition", first.group())
                    || lexicon.is("boundary", first.group())
                    || lexicon.is("when", first.group())
                    || first.group().endsWith("ing") && mentions.from(first.start()) == null;
            int comma = text.indexOf(',', from);
            opens = opens || comma > 0 && comma - from < 30 && lexicon.is("when", tokens.lastWord(from, comma));
            if (opens && comma > 0 && comma < Math.min(stretch.to(), from + 160)) {
                from = comma + 1;
                continue;
            }
            if (opens) {
                from = first.end();
                continue;
            }
            if (lexicon.is("pronoun", first.group())) {
                return phrases.pronoun(new Span(first.start(), first.end()));
            }
            break;
        }
        Mention named = null;
        for (Mention mention : mentions.between(Math.min(from, stretch.to()), stretch.to())) {
            if (!mention.possessive()
                    && !mentions.isOblique(from, mention)
                    && !mentions.isModifier(mention, stretch.to())) {
                named = mention;
                break;
            }
        }
        Source described = phrases.described(
                from, named == null ? stretch.to() : named.span().from());
        if (described != null) {
            return described;
        }
        return named == null ? null : new Source(named.span(), names.full(named.bare()));
    }

    /** The owner of a noun at {@code noun}: "Jane Roe's campaign promise", "her pledge"; null if it has none. */
    Source ownerBefore(int from, int noun) {
        Source found = null;
        for (Mention mention : mentions.between(Math.min(from, noun), noun)) {
            if (mention.possessive()
                    && Words.count(text.substring(mention.span().to(), noun)) <= 4) {
                found = new Source(mention.span(), names.full(mention.bare()));
            }
        }
        if (found != null) {
            return found;
        }
        int floor = Math.max(from, noun - 120);
        Matcher pronoun = OWNING.matcher(text.substring(floor, noun));
        if (!pronoun.find()) {
            return null;
        }
        Span words = new Span(floor + pronoun.start(1), floor + pronoun.end(1));
        String owner = pronoun.group(1).toLowerCase(Locale.ROOT);
        return new Source(
                words,
                owner.equals("his")
                        ? pronouns.meant("he", words.from())
                        : owner.equals("her") ? pronouns.meant("she", words.from()) : null);
    }

    /** Remembers whom a sentence was about. */
    void sentenceWasAbout(String subject) {
        pronouns.sentenceWasAbout(subject);
    }

    boolean isPronoun(Source source) {
        return lexicon.is("pronoun", source.words().of(text));
    }

    /** "I" and "we" outside quotation marks are whoever writes. */
    boolean isAuthor(Source source) {
        return lexicon.is("first-person", source.words().of(text));
    }

    Mention mentionFrom(int start) {
        return mentions.from(start);
    }

    /** Back from a verb over adverbs, times and what is only put in. */
    private int withoutAsides(int floor, int verb) {
        int end = tokens.trimmed(floor, verb);
        for (int step = 0; step < 6; step++) {
            int from = end;
            while (from > floor && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '-')) {
                from--;
            }
            String word = text.substring(from, end);
            boolean adverb = word.length() > 4 && word.endsWith("ly") && Character.isLowerCase(word.charAt(0));
            boolean time = lexicon.is("when", word);
            if (from == floor || word.isEmpty() || !adverb && !time && !lexicon.is("aside", word)) {
                return end;
            }
            end = tokens.trimmed(floor, from);
            if (time && tokens.endsWithWord(floor, end, "on")) {
                end = tokens.trimmed(floor, end - 2);
            }
        }
        return end;
    }

    private static boolean isLongDash(char c) {
        return c == '—' || c == '–';
    }
}
