package org.ontherecord.extraction.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ontherecord.extraction.reading.Layout.Laid;
import org.ontherecord.extraction.reading.Paragraphs.Paragraph;
import org.ontherecord.extraction.reading.QuotationMarks.Marked;

/** One pass over one text, sentence by sentence, remembering who was spoken of and who spoke. */
public final class TextReading {

    /** Longer than any sentence; rules for sentences do not run on more. */
    private static final int LONGEST_SENTENCE = 1_200;

    private static final int QUOTED_WORDS = Layout.QUOTED_WORDS;

    /** A time further from the verb of saying is not when it was said. */
    private static final int SAID_NEAR = 60;

    private static final Pattern QUESTION = Pattern.compile("\\?[\\p{Pf}\\p{Pi}\"']{0,2}$");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:–—-]+$");

    private final String text;
    private final Lexicon lexicon;
    private final LocalDate publishedOn;
    private final Times times;
    private final Deadlines deadlines;
    private final Kinds kinds;
    private final Phrases phrases;
    private final Sentences splitter;
    private final String masked;
    private final Names names;
    private final Sources who;
    private final QuoteSpeakers quoteSpeakers;
    private final Clauses clauses;

    private final List<Quotation> said = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private int paragraphs;
    private Span current;
    /** The source of the last quotation and of the last words given to somebody at all. */
    private Source lastQuoted;

    private Source lastSource;
    /** Whom the paragraph before leads a quotation in from. */
    private Source carried;

    private boolean stillOpen;

    /** Language and date may be null. */
    public TextReading(String text, String language, LocalDate publishedOn) {
        this.text = text;
        this.splitter = new Sentences(language);
        Lexicon lexicon = Lexicon.of(language);
        this.lexicon = lexicon;
        this.phrases = Phrases.of(lexicon);
        this.publishedOn = publishedOn;
        this.times = new Times(lexicon, publishedOn);
        this.deadlines = new Deadlines(lexicon, phrases, times);
        this.kinds = new Kinds(lexicon);
        Layout layout = Layout.of(text, splitter);
        this.masked = layout.masked();
        this.names = new Names(text, layout.sentences(), lexicon);
        this.who = new Sources(masked, names, lexicon, layout.sentences());
        this.quoteSpeakers = new QuoteSpeakers(masked, lexicon, who);
        this.clauses = new Clauses(text, masked, phrases, names, times);
        layout.paragraphs().forEach(this::read);
    }

    /** Whether we have the words of this language; English is meant when none is given. */
    public static boolean reads(String language) {
        return Lexicon.has(language);
    }

    /** Everything that can be checked, in text order but for clauses of one sentence; some overlap. */
    public List<Draft> drafts() {
        return List.copyOf(drafts);
    }

    /** Everything the text says somebody said, in text order. */
    public List<Quotation> quotations() {
        return said.stream()
                .sorted(Comparator.comparingInt(quotation -> quotation.quoted().from()))
                .toList();
    }

    private void read(Laid here) {
        Source before = stillOpen ? lastQuoted : null;
        boolean wasOpen = stillOpen;
        stillOpen = false;
        paragraphs++;
        if (here.paragraph().label() != null) {
            spoken(here);
            return;
        }
        int next = 0;
        Marked previous = null;
        Source outside = lastSource;
        lastSource = null;
        for (Span sentence : here.sentences()) {
            current = sentence;
            Source quoted = null;
            boolean holds = false;
            for (; next < here.quotations().size(); next++) {
                Marked quotation = here.quotations().get(next);
                if (quotation.marked().from() >= sentence.to()) {
                    break;
                }
                Source given = speakerOf(here, next, previous, before, wasOpen);
                quoted(quotation, here, given);
                quoted = given;
                before = given;
                lastQuoted = given;
                lastSource = given;
                stillOpen = quotation.open();
                previous = quotation;
                wasOpen = false;
            }
            holds = previous != null && sentence.meets(previous.marked());
            if (!here.paragraph().heading() && sentence.length() <= LONGEST_SENTENCE) {
                told(sentence, holds, here.paragraph().bullet());
            }
            Source about = who.of(sentence);
            who.sentenceWasAbout(
                    about != null && about.name() != null ? about.name() : quoted == null ? null : quoted.name());
        }
        if (!here.paragraph().heading()) {
            Span end = here.sentences().get(here.sentences().size() - 1);
            Source leading =
                    lastSource != null && masked.charAt(end.to() - 1) != ':' ? lastSource : quoteSpeakers.leading(end);
            carried = leading != null ? leading : carried;
        }
        lastSource = lastSource != null ? lastSource : outside;
    }

    /** By what stands beside it in its sentence; else it goes on from a quotation before it, or from whom the text was about. */
    private Source speakerOf(Laid here, int index, Marked previous, Source before, boolean wasOpen) {
        Marked quotation = here.quotations().get(index);
        Span sentence = here.sentenceAt(quotation.marked().from());
        Span last = here.sentenceAt(
                Math.max(quotation.marked().from(), quotation.marked().to() - 1));
        boolean goesOn =
                wasOpen && quotation.marked().from() - here.paragraph().span().from() < 2;
        if (goesOn && before != null) {
            return before;
        }
        int leadFrom = sentence.from();
        Span earlier = here.sentenceBefore(sentence);
        boolean afterQuote = previous != null && previous.marked().to() > leadFrom;
        if (afterQuote) {
            leadFrom = previous.marked().to();
        } else if (earlier != null
                && isBlank(leadFrom, quotation.marked().from())
                && masked.charAt(earlier.to() - 1) == ':') {
            leadFrom = earlier.from();
        }
        Span lead = new Span(leadFrom, Math.max(leadFrom, quotation.marked().from()));
        int nextQuote = index + 1 < here.quotations().size()
                ? here.quotations().get(index + 1).marked().from()
                : here.paragraph().span().to();
        Span tail =
                new Span(quotation.marked().to(), Math.max(quotation.marked().to(), Math.min(nextQuote, last.to())));
        boolean nextSentence = false;
        Span following = here.sentenceAfter(last);
        if (isBlank(tail.from(), tail.to()) && following != null && following.to() <= nextQuote) {
            tail = new Span(quotation.marked().to(), following.to());
            nextSentence = true;
        }
        int end = quotation.words().to();
        char lastChar = text.charAt(end - 1);
        Source found = quoteSpeakers.beside(lead, tail, lastChar, nextSentence);
        if (found != null) {
            return found;
        }
        boolean alone = isBlank(lead.from(), lead.to()) && (nextSentence || isBlank(tail.from(), tail.to()));
        if (!alone) {
            Span rest = nextSentence ? new Span(tail.from(), tail.from()) : tail;
            found = quoteSpeakers.inSentence(lead, rest, sentence);
            return found != null ? found : before != null ? before : lastSource != null ? lastSource : carried;
        }
        if (before != null) {
            return before;
        }
        if (earlier != null) {
            Source led = quoteSpeakers.leading(earlier);
            if (led != null) {
                return led;
            }
        }
        return lastSource != null ? lastSource : carried;
    }

    /** A paragraph of an interview or transcript: all of it is the named one's own words. */
    private void spoken(Laid here) {
        Paragraph paragraph = here.paragraph();
        if (paragraph.question()) {
            return;
        }
        String name = paragraph.label().length() <= 2 ? null : names.label(paragraph.label());
        int at = text.lastIndexOf(paragraph.label(), paragraph.span().from());
        Source source = new Source(new Span(at, at + paragraph.label().length()), name);
        if (here.quotations().isEmpty()) {
            said.add(new Quotation(paragraph.span(), true, name, source.words()));
        }
        here.quotations().forEach(quotation -> said.add(new Quotation(quotation.words(), true, name, source.words())));
        for (Span sentence : here.sentences()) {
            current = sentence;
            direct(sentence, name, "", true);
        }
        lastSource = source;
        carried = source;
    }

    private void quoted(Marked quotation, Laid here, Source source) {
        String speaker = source == null ? null : source.name();
        said.add(new Quotation(quotation.words(), true, speaker, source == null ? null : source.words()));
        if (here.paragraph().heading()) {
            return;
        }
        Span before = new Span(
                current.from(), Math.max(current.from(), quotation.marked().from()));
        Span after = new Span(Math.min(quotation.marked().to(), current.to()), current.to());
        String beside = before.of(masked) + " " + after.of(masked);
        for (Span part : splitter.in(text, quotation.words(), List.of())) {
            direct(part, speaker, beside, false);
        }
    }

    private void direct(Span part, String speaker, String beside, boolean label) {
        Span span = withoutLooseEnd(part);
        String words = span.of(text);
        if (Words.count(words) < QUOTED_WORDS
                || words.length() > LONGEST_SENTENCE
                || QUESTION.matcher(words).find()) {
            return;
        }
        Deadline deadline = deadlines.in(words);
        boolean promise = clauses.isOwnPromise(words, deadline != null);
        draft(span, words, promise, deadline, true, true, label, speaker, beside);
    }

    /** What the sentence itself tells: a promise, what somebody is reported to have said, or a figure of the article's own. */
    private void told(Span sentence, boolean holdsQuotation, boolean bullet) {
        if (QUESTION.matcher(sentence.of(text)).find()) {
            return;
        }
        Clauses.Clause promise = clauses.promise(sentence, who);
        if (promise != null) {
            add(promise, sentence, true);
        }
        Clauses.Clause reported = clauses.reported(sentence, who);
        if (reported != null) {
            Span named = reported.source() == null ? null : reported.source().words();
            said.add(new Quotation(reported.content(), false, reported.speaker(), named));
            lastSource = reported.source() == null ? lastSource : reported.source();
            boolean own = clauses.isReportedPromise(reported.content().of(text), reported.speaker());
            add(reported, sentence, own);
        } else if (promise == null && !holdsQuotation) {
            Span span = withoutLooseEnd(sentence);
            String words = span.of(text);
            Deadline deadline = deadlines.in(words);
            boolean own =
                    bullet && clauses.isPledge(words, deadline != null) || deadline != null && clauses.isPlan(words);
            if (Words.count(words) >= QUOTED_WORDS) {
                String promiser = own ? name(who.of(sentence)) : null;
                draft(span, words, own, deadline, false, false, false, promiser, "");
            }
        }
    }

    private void draft(
            Span span,
            String plain,
            boolean promise,
            Deadline deadline,
            boolean direct,
            boolean attributed,
            boolean transcript,
            String speaker,
            String beside) {
        Kind kind = kinds.of(plain, promise, deadline, speaker);
        Time saidOn = saidOn(beside);
        var context = new Draft.Context(current, paragraphs - 1, (double) span.from() / text.length());
        drafts.add(new Draft(
                span,
                plain,
                kind,
                kind == Kind.PROMISE || kind == Kind.PREDICTION ? deadline : null,
                direct,
                attributed,
                transcript,
                speaker,
                saidOn,
                context));
    }

    private void add(Clauses.Clause clause, Span sentence, boolean promise) {
        Span span = withoutLooseEnd(clause.span());
        String words = span.of(text);
        if (Words.count(words) < QUOTED_WORDS) {
            return;
        }
        Deadline deadline = deadlines.in(words);
        boolean first = clause.content().from() == sentence.from();
        String beside = first
                ? masked.substring(clause.content().to(), sentence.to())
                : masked.substring(sentence.from(), clause.content().from());
        String plain = withoutLooseEnd(clause.content()).of(text);
        draft(span, plain, promise, deadline, false, true, false, clause.speaker(), beside);
    }

    /** A time beside the verb of saying, in the past; the nearest one before or behind the words. */
    private Time saidOn(String beside) {
        for (Times.Found found : times.in(beside, new Span(0, Math.min(beside.length(), LONGEST_SENTENCE)), false)) {
            Time time = found.time();
            boolean past = publishedOn != null
                    && !time.from().isAfter(publishedOn)
                    && !time.to().isAfter(publishedOn);
            Matcher verb = lexicon.any("say").matcher(beside);
            while (past && verb.find()) {
                boolean before = found.span().to() <= verb.start();
                String gap = before
                        ? beside.substring(found.span().to(), verb.start())
                        : beside.substring(
                                Math.min(verb.end(), found.span().from()),
                                found.span().from());
                if (gap.length() <= SAID_NEAR && (before || gap.indexOf(',') < 0)) {
                    return time;
                }
            }
        }
        return null;
    }

    private static String name(Source source) {
        return source == null ? null : source.name();
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(masked.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Span withoutLooseEnd(Span span) {
        Span trimmed = span.trimmed(text);
        Matcher loose = LOOSE_END.matcher(text).region(trimmed.from(), trimmed.to());
        return loose.find() ? new Span(trimmed.from(), loose.start()) : trimmed;
    }
}
