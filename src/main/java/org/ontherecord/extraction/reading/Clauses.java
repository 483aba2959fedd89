package org.ontherecord.extraction.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a sentence the clause that can be checked: what was promised, or what somebody is reported to have said. */
final class Clauses {

    /** {@code span} is shown as the quote, {@code content} is what was promised or said in it. */
    record Clause(Span span, Span content, Source source) {

        String speaker() {
            return source == null ? null : source.name();
        }
    }

    private static final int NEAR_START = 70;
    private static final Set<String> NOT_A_DEED = Set.of(
            "see",
            "find",
            "know",
            "think",
            "talk",
            "speak",
            "wait",
            "look",
            "discuss",
            "need",
            "say",
            "tell",
            "have",
            "be",
            "hear",
            "remember",
            "understand",
            "hope",
            "believe",
            "continue",
            "try",
            "consider",
            "get",
            "let",
            "come",
            "go",
            "read",
            "ask",
            "admit",
            "never");
    private static final String DEED =
            "(?:build|cut|end|raise|create|hire|invest|abolish|introduce|ban|deliver|restore|reduce|increase|scrap|close|open|withdraw|publish|spend|double|triple|halve|freeze|repeal|sign|bring|put|give|pay|fund|deport|lower|fix|stop|start|finish|complete|plant|train|recruit|protect|nationali[sz]e|privati[sz]e|legali[sz]e|tax|sell|send|settle|eliminate|remove|replace|establish|launch|provide|guarantee|leave|join|resign|achieve|make|release|phase|expand|extend|upgrade|electrify|renovate|secure)";
    private static final Pattern HEDGED =
            ci("\\b(?:I think|we think|I hope|we hope|I believe|maybe|perhaps|probably|I guess|if)\\b[^.;]{0,20}$");
    private static final Pattern OWN_WOULD = ci(
            "^(?:that )?(?:he|she|they|it|we|(?:the|his|her|their|its) (?:\\p{L}{2,15} )?(?:government|ministry|council|party|administration|company|state|city|commission|team|country|office))(?: would|['’]d| will|['’]ll| is going to| are going to| plans? to| intends? to)(?: (?:also|not|never|now|then|immediately))? (\\p{Ll}{2,20})");
    private static final Pattern PLAN = ci(
            "\\b(?:will|would|is to|are to|plans? to|intends? to|aims? to|is going to|are going to|commits? to)(?: (?:also|not|now|then))? "
                    + DEED + "\\b");
    private static final Pattern PLEDGE = Pattern.compile("^" + DEED + "\\b", Pattern.CASE_INSENSITIVE);
    /** In other languages the verb's own little words are not part of the phrase, so they must follow. */
    private static final Pattern OBJECT =
            ci("^(?:,? (?:de|que|à|a|zu|dass|eine[nr]?|un|una|une|den|die|das|mehr)\\b|,? (?:d|qu)['’])");

    private static final Pattern DEED_WORD = ci("^" + DEED + "$");
    private static final Pattern CUT = ci(
            ",\\s+(?:and (?:(?:he|she|they|it) )?(?:said|says|promised|pledged|vowed|added|warned|cautioned|stressed|noted|insisted|argued|claimed|told|expressed|called)|but|while|whilst|although|though|which|who|adding|citing|referring|referencing|calling|raising|prompting|noting|saying|stressing|warning|leaving|making|according to|despite|amid|a (?:sentiment|claim|statement|move|remark|figure|promise|pledge)|(?:\\p{Lu}\\p{L}{1,20} ){1,3}(?:said|says|reported|reports|wrote|added|told))\\b");
    private static final Pattern FINITE_AFTER_NOUN = ci(
            "\\s(?:was|is|were|are|has|had|have|would|will|lacked|lacks|came|comes|drew|draws|faced|faces|failed|fails|remains?|remained|met|won|sparked|raised|led|helped|did|does)\\s");
    private static final Pattern COMPLEMENT = Pattern.compile(
            "^(?:\\s+(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|also|again|later))?"
                    + "(?:\\s+(?:reporters|journalists|parliament|lawmakers|supporters|voters|viewers|them|him|her|us|me|(?:the|a|an) (?:\\p{L}[\\p{L}-]{1,20} ){0,2}\\p{L}[\\p{L}-]{1,20}|\\p{Lu}\\p{L}{1,20}(?: \\p{Lu}\\p{L}{1,20})?))?"
                    + "(?:\\s+(?:in|at|during|after|on) (?:[^,.;\"“]{1,50}))?,?\\s+that\\s+");
    private static final Pattern BARE_COMPLEMENT = Pattern.compile(
            "^(?:\\s+(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today))?\\s+(?=(?:he|she|they|it|we|there|the|an?|his|her|their|its|this|these|some|more|most|all|no|nobody|unemployment|inflation|prices|about|around|nearly|almost|only|at least)(?!\\p{L})|\\d|[$€£]|\\p{Lu}(?!\\.))");
    /** "…, said Jane Roe, recalling": what follows is the speaker, not what was said. */
    private static final Pattern NAME_AND_COMMA = Pattern.compile("(?:\\p{Lu}[\\p{L}.'’-]{0,25} ?){1,5},");

    /** "told a crowd, “…": what follows is who listened. */
    private static final Pattern LISTENER_AND_QUOTE = Pattern.compile("[^,:\\uFFFC]{1,40}[,:] ?[\"“‘«„]");

    private static final Pattern FINITE = ci(
            "\\b(?:is|are|was|were|wasn['’]t|weren['’]t|isn['’]t|aren['’]t|has|have|had|hasn['’]t|hadn['’]t|will|would|won['’]t|can|could|should|must|may|might|shall|ought|can['’]t|did|does|do|didn['’]t|doesn['’]t|\\p{Ll}{2,14}ed|(?<=(?:he|she|it) )\\p{Ll}{2,14}s|fell|rose|grew|spent|lost|cost|costs|sent|paid|made|took|gave|went|came|became|met|cut)\\b");
    private static final Pattern CLOSING = Pattern.compile(
            ",\\s((?:[\\p{L}.'’-]{1,25}\\s){1,7}?)(\\p{L}{3,12})(?:\\s(?:on|in|at|during|late|early|yesterday|today|\\p{Lu}\\p{Ll}{5,8}day)\\b[^,]{0,60})?[.!]\\s*$");
    private static final Pattern TOLD = ci("\\b(?:told|tells|telling)$");
    private static final Pattern TO_LISTENER = Pattern.compile("\\s[^;:\"“”\\uFFFC]{1,90}?\\sthat\\s");
    private static final Pattern TRANSLATED_THAT =
            Pattern.compile("^[^.;:„“”\"«]{0,40}?,?\\s(?:dass|que|qu['’]|che|dat)\\s*", Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> ENGLISH_COMPLEMENTS = List.of(COMPLEMENT, BARE_COMPLEMENT);
    private static final List<Pattern> OTHER_COMPLEMENTS = List.of(TRANSLATED_THAT);
    private static final Pattern CITING = ci("^(?:reported|reports|wrote|writes)$");
    private static final Pattern ACCORDING = ci("^(?:according to|selon|según|laut)$");
    private static final Pattern AFTER_QUOTE = Pattern.compile("^[\"”“’'»«]?[,.]?\\s*");

    private final String text;
    private final String masked;
    private final Phrases phrases;
    private final Names names;
    private final Times times;

    Clauses(String text, String masked, Phrases phrases, Names names, Times times) {
        this.times = times;
        this.text = text;
        this.masked = masked;
        this.phrases = phrases;
        this.names = names;
    }

    /** "Jane Roe's pledge to …", "he promised that …": the promise with whoever made it. */
    Clause promise(Span sentence, Sources who) {
        Matcher word = phrases.promising().matcher(masked).region(sentence.from(), sentence.to());
        while (word.find()) {
            if (!phrases.isEnglish()
                    && !OBJECT.matcher(masked).region(word.end(), sentence.to()).lookingAt()) {
                continue;
            }
            String said = word.group().toLowerCase(Locale.ROOT);
            boolean noun = !said.matches("\\p{L}+(?:ed|ing|wore|took)\\b.*");
            Source owner = noun ? who.ownerBefore(sentence.from(), word.start()) : null;
            Source source = owner != null ? owner : who.before(sentence.from(), word.start());
            if (source == null) {
                source = who.of(new Span(sentence.from(), word.start()));
            }
            int from = owner != null
                    ? owner.words().from()
                    : word.start() - sentence.from() <= NEAR_START ? sentence.from() : word.start();
            int end = promiseEnd(word.end(), sentence.to(), owner != null);
            if (Words.count(masked.substring(word.end(), end)) >= 2) {
                return new Clause(new Span(from, end), new Span(word.end(), end).trimmed(masked), source);
            }
        }
        return null;
    }

    /** The clause after a reporting verb, or the one before a closing ", Jane Roe said". */
    Clause reported(Span sentence, Sources who) {
        Clause closing = closing(sentence, who);
        return closing != null ? closing : following(sentence, who);
    }

    private Clause closing(Span sentence, Sources who) {
        Matcher end = CLOSING.matcher(masked).region(sentence.from(), sentence.to());
        int comma = masked.lastIndexOf(',', sentence.to());
        while (comma > sentence.from()) {
            if (end.region(comma, sentence.to()).lookingAt()
                    && phrases.reporting().matcher(end.group(2)).matches()) {
                Span span = new Span(sentence.from(), comma);
                String words = span.of(masked);
                boolean whole =
                        words.indexOf('\uFFFC') < 0 && FINITE.matcher(words).find() && Words.count(words) >= 4;
                boolean cited = CITING.matcher(end.group(2)).matches();
                Source speaker = who.before(comma + 1, end.start(2));
                Source open = cited && speaker != null ? new Source(speaker.words(), null) : speaker;
                return whole ? new Clause(span, span, open) : null;
            }
            comma = masked.lastIndexOf(',', comma - 1);
        }
        return null;
    }

    private Clause following(Span sentence, Sources who) {
        Matcher verb = phrases.reporting().matcher(masked).region(sentence.from(), sentence.to());
        verb.useTransparentBounds(true);
        while (verb.find()) {
            if (ACCORDING.matcher(verb.group()).matches()) {
                Clause whole = accordingTo(sentence, verb, who);
                if (whole != null) {
                    return whole;
                }
                continue;
            }
            boolean name = verb.start() > sentence.from() && Character.isUpperCase(masked.charAt(verb.start()));
            if (name || phrases.asking().matcher(verb.group()).matches()) {
                continue;
            }
            int content = contentStart(verb.end(), sentence.to());
            if (content < 0) {
                continue;
            }
            if (NAME_AND_COMMA.matcher(masked).region(content, sentence.to()).lookingAt()
                    || LISTENER_AND_QUOTE
                            .matcher(masked)
                            .region(content, sentence.to())
                            .lookingAt()) {
                continue;
            }
            int end = clauseEnd(content, sentence.to());
            String words = masked.substring(content, end);
            boolean finite = !phrases.isEnglish()
                    || FINITE.matcher(text.substring(content, end)).find();
            if (words.charAt(0) != '\uFFFC'
                    && !startsWithMark(words)
                    && Words.count(text.substring(content, end)) >= 3
                    && finite) {
                Source speaker = who.before(sentence.from(), verb.start());
                if (speaker != null && who.isAuthor(speaker)) {
                    continue;
                }
                Span span = new Span(content, end);
                return new Clause(span, span, speaker);
            }
        }
        return null;
    }

    /** Words in the first person that bind the speaker to do something. */
    boolean isOwnPromise(String words, boolean deadline) {
        Matcher will = phrases.ownFuture().matcher(words);
        while (will.find()) {
            boolean hedged = HEDGED.matcher(words.substring(0, will.start())).find();
            String deed = will.group(1).toLowerCase(Locale.ROOT);
            if (!hedged && (!NOT_A_DEED.contains(deed) || deadline && !deed.equals("see"))) {
                return true;
            }
        }
        return false;
    }

    boolean isReportedPromise(String content, String speaker) {
        Matcher would = OWN_WOULD.matcher(
                speaker != null && content.startsWith(speaker) ? "he" + content.substring(speaker.length()) : content);
        return would.find()
                && (DEED_WORD.matcher(would.group(1)).matches()
                        || phrases.deadline().matcher(content).find())
                && !NOT_A_DEED.contains(would.group(1).toLowerCase(Locale.ROOT));
    }

    boolean isPlan(String words) {
        return PLAN.matcher(words).find();
    }

    /** A line of a list of pledges: "Cut waiting times to 18 weeks". */
    boolean isPledge(String words, boolean deadline) {
        return PLEDGE.matcher(words).find() || isOwnPromise(words, deadline);
    }

    private Clause accordingTo(Span sentence, Matcher phrase, Sources who) {
        boolean first = phrase.start() - sentence.from() < 3;
        int from = sentence.from();
        int to = phrase.start();
        if (first) {
            int comma = masked.indexOf(',', phrase.end());
            if (comma < 0 || comma >= sentence.to()) {
                return null;
            }
            from = comma + 1;
            to = sentence.to();
        }
        Span span = new Span(from, to).trimmed(masked);
        String words = span.of(masked);
        if (words.indexOf('\uFFFC') >= 0
                || Words.count(words) < 4
                || phrases.reporting().matcher(words).find()) {
            return null;
        }
        return new Clause(span, span, who.after(phrase.end(), sentence.to()));
    }

    private static boolean startsWithMark(String words) {
        return "\"“„«‘".indexOf(words.charAt(0)) >= 0;
    }

    private int contentStart(int verbEnd, int to) {
        if (TOLD.matcher(masked.substring(Math.max(0, verbEnd - 7), verbEnd)).find()) {
            Matcher listener = TO_LISTENER.matcher(masked).region(verbEnd, Math.min(to, verbEnd + 120));
            if (listener.lookingAt()) {
                return listener.end();
            }
        }
        int begin = verbEnd;
        for (Times.Found time : times.in(masked, new Span(verbEnd, Math.min(to, verbEnd + 40)), false)) {
            boolean next = time.span().from() - begin <= 4;
            begin = next ? time.span().to() : begin;
        }
        String after = masked.substring(begin, to);
        for (Pattern opening : phrases.isEnglish() ? ENGLISH_COMPLEMENTS : OTHER_COMPLEMENTS) {
            Matcher complement = opening.matcher(after);
            if (complement.find()) {
                return begin + complement.end();
            }
        }
        return -1;
    }

    private int promiseEnd(int from, int to, boolean owned) {
        Matcher time = phrases.deadline().matcher(masked).region(from, Math.min(to, from + 220));
        int clause = clauseEnd(from, to);
        if (owned) {
            Matcher finite = FINITE_AFTER_NOUN.matcher(masked).region(from, clause);
            if (time.find() && time.start() < clause) {
                return closeMark(time.end(), to);
            }
            return finite.find() ? finite.start() : clause;
        }
        return clause;
    }

    private int clauseEnd(int from, int to) {
        Matcher cut = CUT.matcher(masked).region(from, to);
        int end = cut.find() && Words.count(masked.substring(from, cut.start())) >= 4 ? cut.start() : to;
        int semicolon = masked.indexOf(';', from);
        if (semicolon > from && semicolon < end) {
            end = semicolon;
        }
        while (end > from
                && (masked.charAt(end - 1) == '.'
                        || masked.charAt(end - 1) == '!'
                        || Character.isWhitespace(masked.charAt(end - 1)))) {
            end--;
        }
        return end;
    }

    private int closeMark(int end, int to) {
        return end < to && "\"”’»'“".indexOf(masked.charAt(end)) >= 0 ? end + 1 : end;
    }

    private int nextMark(int from, int to) {
        for (int i = from; i < to; i++) {
            if ("\"“„«".indexOf(masked.charAt(i)) >= 0) {
                return i;
            }
        }
        return to;
    }

    private static Pattern ci(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
