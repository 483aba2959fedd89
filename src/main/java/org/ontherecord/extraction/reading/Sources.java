package org.ontherecord.extraction.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ontherecord.extraction.reading.Names.Mention;

/** Finds the words that name whoever speaks, and remembers whom the text was about, so that "he" has somebody to mean. */
final class Sources {

    /** No subject stands further from its verb. */
    private static final int REACH = 320;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.'’‑‐-]*+");
    private static final Pattern PARENTHESIS = Pattern.compile("\\([^()]{1,60}\\)$");
    private static final Pattern OWNING = Pattern.compile(
            "(?<![\\p{L}])(his|her|their|its|my|our)(?: \\p{L}[\\p{L}-]{0,20}){0,3} ?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}’'-]{2,25}");
    private static final String STOPS = ",;:()[]\"“”„«»\n\uFFFC";

    private final String text;
    private final Names names;
    private final Lexicon lexicon;
    private final TreeMap<Integer, Mention> byStart = new TreeMap<>();
    private final Map<Integer, Mention> byEnd = new HashMap<>();
    private final Map<String, Set<String>> holders = new HashMap<>();
    /** Subjects of the sentences read so far, the newest last. */
    private final List<String> subjects = new ArrayList<>();

    Sources(String text, Names names, Lexicon lexicon, List<Span> sentences) {
        this.text = text;
        this.names = names;
        this.lexicon = lexicon;
        for (Span sentence : sentences) {
            for (Mention mention : names.in(text, sentence)) {
                byStart.put(mention.span().from(), mention);
                byEnd.put(mention.span().to(), mention);
            }
        }
        byStart.values().forEach(this::learnRole);
    }

    /** The subject of a verb that begins at {@code verb}, looked for back to {@code from}; null if there is none. */
    Source before(int from, int verb) {
        int floor = Math.max(from, verb - REACH);
        int end = withoutAsides(floor, verb);
        for (int step = 0; step < 5 && end > floor; step++) {
            boolean comma = text.charAt(end - 1) == ',' || isDash(text.charAt(end - 1));
            if (comma) {
                end = trimmed(floor, end - 1);
            }
            Matcher brackets = PARENTHESIS.matcher(text).region(floor, end);
            if (end > floor && text.charAt(end - 1) == ')' && brackets.find()) {
                end = trimmed(floor, brackets.start());
            }
            if (end <= floor || STOPS.indexOf(text.charAt(end - 1)) >= 0 && text.charAt(end - 1) != ',') {
                return null;
            }
            if (text.charAt(end - 1) == ',') {
                continue;
            }
            Source near = phraseEnding(floor, end);
            if (!comma) {
                if (near == null) {
                    return null;
                }
                if (!lexicon.is("relative", near.words().of(text))) {
                    return near;
                }
                end = trimmed(floor, near.words().from());
                continue;
            }
            int earlier = lastComma(floor, end);
            if (earlier < 0) {
                return near;
            }
            boolean nameAlone = near != null
                    && near.name() != null
                    && skipTitles(earlier + 1, end) == near.words().from();
            Source head = phraseEnding(floor, trimmed(floor, earlier));
            if (nameAlone && (head == null || head.name() == null)) {
                return near;
            }
            if (head != null && (head.name() != null || isPronoun(head))) {
                return head;
            }
            if (head != null && lastComma(floor, earlier) < 0) {
                return head;
            }
            end = earlier + 1;
        }
        return null;
    }

    /** The subject behind a verb that ends at {@code verbEnd}, as in "said Jane Roe". */
    Source after(int verbEnd, int to) {
        int start = verbEnd;
        while (start < to && isSpace(text.charAt(start))) {
            start++;
        }
        if (start >= to) {
            return null;
        }
        int limit = Math.min(to, start + REACH);
        int end = start;
        Matcher word = WORD.matcher(text).region(start, limit);
        int count = 0;
        while (word.find() && gapIsPlain(end, word.start(), count == 0)) {
            String plain = word.group();
            if (count > 0 && (lexicon.is("boundary", plain) || lexicon.is("when", plain))) {
                break;
            }
            if (count == 0 && lexicon.is("boundary", plain) && !lexicon.is("pronoun", plain)) {
                return null;
            }
            if (count == 0 && lexicon.is("pronoun", plain)) {
                return pronoun(new Span(word.start(), word.end()));
            }
            if (count == 0 && lexicon.is("preposition", plain)) {
                return null;
            }
            end = word.end();
            count++;
            if (plain.endsWith(".") && !isInsideName(word.end() - 1) && word.end() + 1 >= limit) {
                break;
            }
        }
        end = withoutStop(start, end);
        if (count == 0 || end <= start) {
            return null;
        }
        Source source = head(start, end);
        if (source != null && source.name() == null && end + 2 < to && text.charAt(end) == ',') {
            Mention apposed = byStart.get(skipTitles(end + 2, to));
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
            Matcher first = WORD.matcher(text).region(from, stretch.to());
            if (!first.find()) {
                return null;
            }
            boolean opens = lexicon.is("preposition", first.group())
                    || lexicon.is("boundary", first.group())
                    || lexicon.is("when", first.group())
                    || first.group().endsWith("ing") && byStart.get(first.start()) == null;
            int comma = text.indexOf(',', from);
            opens = opens || comma > 0 && comma - from < 30 && lexicon.is("when", lastWord(from, comma));
            if (opens && comma > 0 && comma < Math.min(stretch.to(), from + 160)) {
                from = comma + 1;
                continue;
            }
            if (opens) {
                from = first.end();
                continue;
            }
            if (lexicon.is("pronoun", first.group())) {
                return pronoun(new Span(first.start(), first.end()));
            }
            break;
        }
        Mention named = null;
        for (Mention mention :
                byStart.subMap(Math.min(from, stretch.to()), stretch.to()).values()) {
            if (!mention.possessive() && !isOblique(from, mention) && !isModifier(mention, stretch.to())) {
                named = mention;
                break;
            }
        }
        Source described =
                described(from, named == null ? stretch.to() : named.span().from());
        if (described != null) {
            return described;
        }
        return named == null ? null : new Source(named.span(), names.full(named.bare()));
    }

    /** The owner of a noun at {@code noun}: "Jane Roe's campaign promise", "her pledge"; null if it has none. */
    Source ownerBefore(int from, int noun) {
        Source found = null;
        for (Mention mention : byStart.subMap(Math.min(from, noun), noun).values()) {
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
                        ? meant("he", words.from())
                        : owner.equals("her") ? meant("she", words.from()) : null);
    }

    /** Whom a pronoun means: the newest subject it can stand for. */
    private String meant(String pronoun, int at) {
        String gender = lexicon.is("he", pronoun) ? "he" : lexicon.is("she", pronoun) ? "she" : null;
        if (gender == null) {
            return null;
        }
        for (int i = subjects.size() - 1; i >= 0 && i > subjects.size() - 9; i--) {
            if (names.fits(subjects.get(i), gender)) {
                return subjects.get(i);
            }
        }
        for (Mention mention : byStart.headMap(at, false).descendingMap().values()) {
            if (at - mention.span().from() > 1_500) {
                break;
            }
            if (names.surelyFits(mention.bare(), gender)) {
                return names.full(mention.bare());
            }
        }
        return null;
    }

    /** Remembers whom a sentence was about. */
    void sentenceWasAbout(String subject) {
        if (subject != null) {
            subjects.remove(subject);
            subjects.add(subject);
        }
    }

    boolean isPronoun(Source source) {
        return lexicon.is("pronoun", source.words().of(text));
    }

    /** "I" and "we" outside quotation marks are whoever writes. */
    boolean isAuthor(Source source) {
        return lexicon.is("first-person", source.words().of(text));
    }

    Mention mentionFrom(int start) {
        return byStart.get(start);
    }

    List<Mention> mentions(Span stretch) {
        return stretch.from() >= stretch.to()
                ? List.of()
                : List.copyOf(byStart.subMap(stretch.from(), stretch.to()).values());
    }

    private Source pronoun(Span words) {
        return new Source(words, meant(words.of(text), words.from()));
    }

    /** The noun phrase that ends at {@code end}: back to a mark or to a word that begins a clause. */
    private Source phraseEnding(int floor, int end) {
        int start = end;
        int cursor = end;
        boolean first = true;
        while (cursor > floor) {
            int to = cursor;
            while (to > floor && isSpace(text.charAt(to - 1))) {
                to--;
            }
            int from = to;
            while (from > floor
                    && !isSpace(text.charAt(from - 1))
                    && STOPS.indexOf(text.charAt(from - 1)) < 0
                    && !isDash(text.charAt(from - 1), from - 1)) {
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
            if (!first && word.endsWith(".") && !isInsideName(to - 1) && word.length() > 4) {
                break;
            }
            start = from;
            cursor = from;
            first = false;
            if (from > floor && STOPS.indexOf(text.charAt(from - 1)) >= 0) {
                break;
            }
        }
        return start >= end ? null : head(start, end);
    }

    /** Of a noun phrase its head: the name when a name is what it comes down to, else all of it. */
    private Source head(int start, int end) {
        int from = start;
        Matcher word = WORD.matcher(text).region(start, end);
        boolean first = true;
        int cut = end;
        while (word.find()) {
            boolean preposition = lexicon.is("preposition", word.group()) && !isInsideName(word.start());
            if (first && preposition) {
                Mention last = byEnd.get(end);
                return last == null || isOblique(start, last) && last.span().from() - start < 24
                        ? null
                        : new Source(last.span(), names.full(last.bare()));
            }
            if (preposition) {
                cut = trimmed(start, word.start());
                break;
            }
            first = false;
        }
        Mention last = byEnd.get(cut);
        if (last != null && !last.possessive() && last.span().from() >= start) {
            return new Source(last.span(), names.full(last.bare()));
        }
        for (Mention mention : byStart.subMap(start, Math.max(start, cut)).values()) {
            boolean timed = mention.span().to() < cut
                    && lexicon.is("when", firstWord(mention.span().to(), cut));
            if (timed && !mention.possessive()) {
                return new Source(mention.span(), names.full(mention.bare()));
            }
        }
        Span words = new Span(from, end);
        return new Source(words, isBareName(words) ? names.full(words.of(text)) : holder(words, cut));
    }

    /** One capitalised word that says something is a name, unless it is one of many: "Critics said". */
    private boolean isBareName(Span words) {
        String word = words.of(text);
        return BARE_NAME.matcher(word).matches() && !word.endsWith("s") && !Names.isNever(word);
    }

    /** "The president-elect" means the one person the text gives that role. */
    private String holder(Span words, int cut) {
        String phrase = text.substring(words.from(), cut).toLowerCase(Locale.ROOT);
        int space = phrase.lastIndexOf(' ');
        if (space < 0 || !lexicon.is("definite", phrase.substring(0, phrase.indexOf(' ')))) {
            return null;
        }
        Set<String> known = holders.get(phrase.substring(space + 1));
        return known != null && known.size() == 1 ? known.iterator().next() : null;
    }

    /** Roles stand right before a name or behind it between commas: "spokesman Ivo Marsh", "Ivo Marsh, the spokesman". */
    private void learnRole(Mention mention) {
        if (mention.possessive()) {
            return;
        }
        int from = Math.max(0, mention.span().from() - 60);
        String[] before = text.substring(from, mention.span().from()).split("[ \\u00A0]+");
        for (int i = before.length - 1; i >= Math.max(0, before.length - 2); i--) {
            boolean deputy = i > 0 && before[i - 1].equalsIgnoreCase("vice");
            if (!lexicon.is("role", before[i]) || deputy) {
                break;
            }
            role(before[i], mention);
        }
        int to = Math.min(text.length(), mention.span().to() + 90);
        if (mention.span().to() + 2 < to && text.charAt(mention.span().to()) == ',' && !isOblique(from, mention)) {
            String apposed = text.substring(mention.span().to() + 1, to)
                    .split("[,.;:\\n]", 2)[0]
                    .strip();
            Matcher word = WORD.matcher(apposed);
            boolean first = true;
            while (word.find()) {
                if (first && !lexicon.is("determiner", word.group()) && !lexicon.is("role", word.group())) {
                    return;
                }
                if (!first && lexicon.is("preposition", word.group())
                        || lexicon.is("boundary", word.group())
                        || lexicon.is("say", word.group())) {
                    return;
                }
                role(word.group(), mention);
                first = false;
            }
        }
    }

    private void role(String word, Mention mention) {
        String plain = word.toLowerCase(Locale.ROOT);
        if (lexicon.is("role", plain)) {
            holders.computeIfAbsent(plain, any -> new LinkedHashSet<>()).add(names.full(mention.bare()));
        }
    }

    /** "The campaign released a statement": a described subject at the start, up to what looks like its verb. */
    private Source described(int from, int to) {
        Matcher word = WORD.matcher(text).region(from, Math.max(from, Math.min(to, from + 120)));
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
            } else if (!gapIsPlain(end, word.start(), false)) {
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
        Span words = new Span(start, withoutStop(start, end));
        Mention apposed = end + 2 < text.length() && text.charAt(end) == ','
                ? byStart.get(skipTitles(end + 2, Math.min(text.length(), end + 60)))
                : null;
        return apposed != null && !apposed.possessive()
                ? new Source(apposed.span(), names.full(apposed.bare()))
                : new Source(words, holder(words, words.to()));
    }

    private boolean isOblique(int from, Mention mention) {
        int cursor = mention.span().from();
        for (int step = 0; step < 5 && cursor > from; step++) {
            int to = trimmed(from, cursor);
            int start = to;
            while (start > from && !isSpace(text.charAt(start - 1))) {
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
    private boolean isModifier(Mention mention, int to) {
        int at = mention.span().to();
        return at + 1 < to && text.charAt(at) == ' ' && lexicon.is("modified", firstWord(at, to));
    }

    /** Past spaces and titles to where a name may begin. */
    private int skipTitles(int from, int to) {
        int at = from;
        while (at < to) {
            while (at < to && isSpace(text.charAt(at))) {
                at++;
            }
            if (byStart.containsKey(at)) {
                return at;
            }
            String word = firstWord(at, to);
            if (word.isEmpty()
                    || !Names.isTitle(word.replace(".", "").toLowerCase(Locale.ROOT)) && !lexicon.is("role", word)) {
                return at;
            }
            at += word.length();
        }
        return at;
    }

    private String firstWord(int from, int to) {
        Matcher word = WORD.matcher(text).region(Math.min(from, to), to);
        return word.find() && text.substring(from, word.start()).isBlank() ? word.group() : "";
    }

    private String lastWord(int from, int to) {
        int start = to;
        while (start > from && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, to);
    }

    private int withoutAsides(int floor, int verb) {
        int end = trimmed(floor, verb);
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
            end = trimmed(floor, from);
            if (time && endsWithWord(floor, end, "on")) {
                end = trimmed(floor, end - 2);
            }
        }
        return end;
    }

    private boolean endsWithWord(int floor, int end, String word) {
        int from = end - word.length();
        return from > floor && text.startsWith(word, from) && isSpace(text.charAt(from - 1));
    }

    private int lastComma(int floor, int end) {
        for (int i = end - 1; i >= floor; i--) {
            char c = text.charAt(i);
            if (c == ',' || isDash(c, i)) {
                return i;
            }
            if (c == '\n' || c == '\uFFFC' || c == ';') {
                return -1;
            }
        }
        return -1;
    }

    private boolean gapIsPlain(int from, int to, boolean first) {
        for (int i = from; i < to; i++) {
            if (STOPS.indexOf(text.charAt(i)) >= 0
                    || isDash(text.charAt(i), i)
                    || !first && ".?!".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a full stop belongs to a name, as in "J.K. Roe". */
    private boolean isInsideName(int index) {
        var entry = byStart.floorEntry(index);
        return entry != null && entry.getValue().span().holds(index);
    }

    private int withoutStop(int start, int end) {
        return end > start && text.charAt(end - 1) == '.' && !isInsideName(end - 1) ? end - 1 : end;
    }

    private int trimmed(int floor, int end) {
        int at = end;
        while (at > floor && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private boolean isDash(char c, int index) {
        return c == '—' || c == '–' || c == '-' && index > 0 && isSpace(text.charAt(index - 1));
    }

    private static boolean isDash(char c) {
        return c == '—' || c == '–';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
