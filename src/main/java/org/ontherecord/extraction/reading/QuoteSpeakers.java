package org.ontherecord.extraction.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ontherecord.extraction.reading.Names.Mention;

/** Who said the words between quotation marks, by what stands around them in their own sentence. */
final class QuoteSpeakers {

    private static final int FAR = 240;
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern OPENS_TAIL = Pattern.compile("[\\s\\u00A0,;.—–*)-]*+");
    private static final Pattern PAST = Pattern.compile("(\\p{Ll}{2,14}ed)\\b");

    private final String text;
    private final Lexicon lexicon;
    private final Sources sources;

    QuoteSpeakers(String text, Lexicon lexicon, Sources sources) {
        this.text = text;
        this.lexicon = lexicon;
        this.sources = sources;
    }

    /** A verb of saying where it stands; a "saying" has no subject of its own. */
    private record Cue(int from, int to, boolean participle, boolean citing) {}

    /** The source named in {@code lead}, right before the quotation, or in {@code tail}, right behind it; null if neither names one. */
    Source beside(Span lead, Span tail, char last, boolean tailIsNextSentence) {
        boolean bare = !LETTER.matcher(text).region(lead.from(), lead.to()).find();
        Source found = bare ? null : adjacent(lead);
        if (found == null && !(last == '.' && !tailIsNextSentence)) {
            found = behind(tail, tailIsNextSentence);
        }
        if (found == null && last == '.' && !tailIsNextSentence && startsSmall(tail)) {
            found = behind(tail, false);
        }
        if (found == null && !bare) {
            found = byCue(lead, cues(lead));
        }
        if (found == null && !bare && endsWith(lead, ':')) {
            found = sources.of(lead);
        }
        return found;
    }

    /** Of a sentence whose verb stands nowhere near the quotation: the owner of the words, or whom the sentence is about. */
    Source inSentence(Span lead, Span tail, Span sentence) {
        Source owner = sources.ownerBefore(lead.from(), lead.to());
        if (owner != null) {
            return owner;
        }
        int comma = text.lastIndexOf(',', tail.to() - 1);
        if (comma >= tail.from()) {
            Source closing = behind(new Span(comma, tail.to()), true);
            if (closing != null) {
                return closing;
            }
        }
        for (Cue cue : cues(tail)) {
            if (cue.citing()) {
                return sources.after(cue.to(), tail.to());
            }
        }
        return sources.of(sentence);
    }

    /** Of a sentence that leads a quotation in: the source of its last verb of saying, or whom it is about. */
    Source leading(Span sentence) {
        Source said = byCue(sentence, cues(sentence));
        return said != null ? said : sources.of(sentence);
    }

    /** "Jane Roe said: …", "told reporters that …", "wrote on her page, …": nothing but the quotation follows the clause. */
    private Source adjacent(Span lead) {
        List<Cue> cues = cues(lead);
        if (cues.isEmpty()) {
            return null;
        }
        Cue last = cues.get(cues.size() - 1);
        int words = Words.count(text.substring(last.to(), lead.to()));
        boolean close = words == 0
                || words <= 12 && (endsWith(lead, ',') || endsWith(lead, ':'))
                || endsWithThat(lead)
                || words <= 6 && lexicon.is("say-widely", text.substring(last.from(), last.to()));
        return close ? byCue(lead, cues) : null;
    }

    private Source byCue(Span lead, List<Cue> cues) {
        for (int i = cues.size() - 1; i >= 0; i--) {
            Cue cue = cues.get(i);
            if (cue.citing()) {
                Source cited = sources.after(cue.to(), lead.to());
                if (cited != null) {
                    return cited;
                }
                continue;
            }
            Source subject = cue.participle() ? null : sources.before(lead.from(), cue.from());
            if (subject == null && !cue.participle()) {
                subject = sources.after(cue.to(), lead.to());
            }
            if (subject == null && i == 0) {
                subject = sources.of(new Span(lead.from(), cue.from()));
            }
            if (subject != null) {
                return subject;
            }
        }
        return null;
    }

    /** ", said Jane Roe", ", Jane Roe, who is mayor, said", ", according to Jane Roe". */
    private Source behind(Span tail, boolean onlyWhole) {
        Matcher opening = OPENS_TAIL.matcher(text).region(tail.from(), tail.to());
        int from = opening.lookingAt() ? opening.end() : tail.from();
        int to = Math.min(tail.to(), from + FAR);
        from = past("as-put", from, to);
        if (from >= to) {
            return null;
        }
        for (Cue cue : cues(new Span(from, to))) {
            String gap = text.substring(from, cue.from());
            if (cue.citing()) {
                return gap.isBlank() || Words.count(gap) <= 8 ? sources.after(cue.to(), to) : null;
            }
            if (cue.participle()) {
                continue;
            }
            if (isAside(gap)) {
                Source after = sources.after(cue.to(), to);
                if (after != null) {
                    return after;
                }
                continue;
            }
            if (onlyWhole && Words.count(text.substring(cue.to(), tail.to())) > 8) {
                return null;
            }
            Source before = sources.before(from, cue.from());
            boolean opens = before != null
                    && !hasBoundary(
                            text.substring(from, Math.max(from, before.words().from())))
                    && before.words().from() - from < 90;
            return opens ? before : null;
        }
        return byAnyVerb(from, to, onlyWhole);
    }

    /** Verbs nobody listed: ", Roe thundered", ", he deadpanned". */
    private Source byAnyVerb(int from, int to, boolean onlyWhole) {
        if (onlyWhole) {
            return null;
        }
        Matcher verb = PAST.matcher(text).region(from, Math.min(to, from + 70));
        if (!verb.find()) {
            return null;
        }
        Source after = verb.start() == from ? sources.after(verb.end(), to) : null;
        if (after != null) {
            return after.name() != null || sources.isPronoun(after) ? after : null;
        }
        Source before = sources.before(from, verb.start());
        boolean opens = before != null
                && (before.name() != null || sources.isPronoun(before))
                && Words.count(text.substring(
                                from, Math.max(from, before.words().from())))
                        <= 3
                && !hasBoundary(
                        text.substring(from, Math.max(from, before.words().from())));
        return opens ? before : null;
    }

    private List<Cue> cues(Span stretch) {
        List<Cue> found = new ArrayList<>();
        int from = Math.max(stretch.from(), stretch.to() - 2 * FAR);
        Matcher word = lexicon.any("say", "say-widely", "saying", "saying-widely", "citing*")
                .matcher(text)
                .region(from, Math.max(from, stretch.to()));
        word.useTransparentBounds(true);
        while (word.find()) {
            Mention at = sources.mentionFrom(word.start());
            if (at != null
                    && Character.isUpperCase(text.charAt(word.start()))
                    && at.span().to() > word.end()) {
                continue;
            }
            String said = word.group();
            if (lexicon.is("noun-opens", wordBefore(from, word.start()))
                    && !lexicon.is("relative", wordBefore(from, word.start()))) {
                continue;
            }
            boolean citing = lexicon.words("citing*").contains(said.toLowerCase());
            boolean participle = lexicon.is("saying", said) || lexicon.is("saying-widely", said);
            found.add(new Cue(word.start(), word.end(), participle, citing));
        }
        return found;
    }

    private String wordBefore(int floor, int index) {
        int to = index;
        while (to > floor && text.charAt(to - 1) == ' ') {
            to--;
        }
        int from = to;
        while (from > floor && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, to);
    }

    private boolean isAside(String gap) {
        for (String word : gap.strip().split("\\s+")) {
            boolean aside = word.isEmpty() || lexicon.is("aside", word) || word.endsWith("ly");
            if (!aside) {
                return false;
            }
        }
        return true;
    }

    private boolean hasBoundary(String gap) {
        for (String word : gap.strip().split("[^\\p{L}'’-]+")) {
            if (lexicon.is("boundary", word)) {
                return true;
            }
        }
        return false;
    }

    private int past(String section, int from, int to) {
        Matcher word = lexicon.any(section).matcher(text).region(from, to);
        return word.lookingAt() ? Math.min(to, word.end() + 1) : from;
    }

    private boolean startsSmall(Span tail) {
        Matcher letter = LETTER.matcher(text).region(tail.from(), tail.to());
        return letter.find() && Character.isLowerCase(text.charAt(letter.start()));
    }

    private boolean endsWithThat(Span lead) {
        String words = lead.of(text).stripTrailing();
        int space = words.lastIndexOf(' ');
        return lexicon.is("that", withoutMark(words.substring(space + 1)));
    }

    private boolean endsWith(Span lead, char mark) {
        String words = withoutMark(lead.of(text).stripTrailing());
        return !words.isEmpty() && words.charAt(words.length() - 1) == mark;
    }

    private static String withoutMark(String words) {
        int end = words.length();
        while (end > 0 && "\"“”„«»‘'`".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end).stripTrailing();
    }
}
