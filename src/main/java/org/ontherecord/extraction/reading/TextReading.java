package org.ontherecord.extraction.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ontherecord.extraction.reading.Paragraphs.Paragraph;
import org.ontherecord.extraction.reading.QuotationMarks.Marked;

/** One pass over one text, sentence by sentence, remembering who was spoken of and who spoke. */
public final class TextReading {

    /** Longer than any sentence; rules for sentences do not run on more. */
    private static final int LONGEST_SENTENCE = 1_200;
    /** Shorter quotations are single borrowed words, read as part of their sentence. */
    private static final int QUOTED_WORDS = 4;

    private static final char MASK = '\uFFFC';

    private static final Pattern QUESTION = Pattern.compile("\\?[\\p{Pf}\\p{Pi}\"']{0,2}$");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:–—-]+$");

    private final String text;
    private final LocalDate publishedOn;
    private final Phrases phrases;
    private final Sentences splitter;
    private final Map<Paragraph, List<Span>> sentences = new LinkedHashMap<>();
    private final Map<Paragraph, List<Marked>> quotations = new LinkedHashMap<>();
    private final String masked;
    private final Names names;
    private final Attribution who;
    private final Clauses clauses;

    private final List<Quotation> said = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private int paragraphs;
    private Span current;
    private String lastQuoted;
    private boolean stillOpen;

    /** Language and date may be null. */
    public TextReading(String text, String language, LocalDate publishedOn) {
        this.publishedOn = publishedOn;
        this.text = text;
        this.phrases = Phrases.of(language);
        this.splitter = new Sentences(language);
        StringBuilder masking = new StringBuilder(text);
        List<Span> all = new ArrayList<>();
        for (Paragraph paragraph : Paragraphs.of(text)) {
            List<Marked> quoted = new ArrayList<>(QuotationMarks.in(text, paragraph.span()));
            List<Span> split = splitter.in(text, paragraph.span(), quoted);
            quoted.removeIf(quotation ->
                    paragraph.label() != null || Words.count(quotation.words().of(text)) < QUOTED_WORDS);
            for (Marked quotation : quoted) {
                for (int i = quotation.words().from(); i < quotation.words().to(); i++) {
                    masking.setCharAt(i, MASK);
                }
            }
            sentences.put(paragraph, split);
            quotations.put(paragraph, quoted);
            all.addAll(split);
        }
        this.masked = masking.toString();
        this.names = new Names(text, all);
        this.who = new Attribution(masked, names);
        this.clauses = new Clauses(masked, phrases, names);
        read();
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

    private void read() {
        for (var paragraph : sentences.entrySet()) {
            String quotedHere = stillOpen ? lastQuoted : null;
            stillOpen = false;
            paragraphs++;
            for (Span sentence : paragraph.getValue()) {
                current = sentence;
                if (paragraph.getKey().label() != null) {
                    spoken(paragraph.getKey(), sentence);
                    continue;
                }
                List<Marked> here = quotations.get(paragraph.getKey()).stream()
                        .filter(quotation -> sentence.meets(quotation.marked()))
                        .toList();
                String speaker = null;
                for (Marked quotation : here) {
                    speaker = speakerOf(quotation, sentence, speaker != null ? speaker : quotedHere);
                    quoted(quotation, sentence, speaker);
                    stillOpen = quotation.open();
                    lastQuoted = speaker;
                }
                quotedHere = speaker != null ? speaker : quotedHere;
                if (sentence.length() <= LONGEST_SENTENCE) {
                    told(sentence, !here.isEmpty(), paragraph.getKey().bullet());
                }
                String about = who.subjectOf(sentence);
                who.sentenceWasAbout(about != null ? about : speaker);
            }
        }
    }

    /** A paragraph of an interview or transcript: all of it is the named one's own words. */
    private void spoken(Paragraph paragraph, Span sentence) {
        if (!paragraph.question()) {
            String name = paragraph.label().length() <= 2 ? null : names.label(paragraph.label());
            direct(sentence, name, "", true);
        }
    }

    private void quoted(Marked quotation, Span sentence, String speaker) {
        said.add(new Quotation(quotation.words(), true, speaker, null));
        Span before = new Span(
                sentence.from(), Math.max(sentence.from(), quotation.marked().from()));
        Span after = new Span(Math.min(quotation.marked().to(), sentence.to()), sentence.to());
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
        String deadline = deadline(words);
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
            said.add(new Quotation(reported.content(), false, reported.speaker(), null));
            boolean own = clauses.isReportedPromise(reported.content().of(text), reported.speaker());
            add(reported, sentence, own);
        } else if (promise == null && !holdsQuotation) {
            Span span = withoutLooseEnd(sentence);
            String words = span.of(text);
            String deadline = deadline(words);
            boolean own =
                    bullet && clauses.isPledge(words, deadline != null) || deadline != null && clauses.isPlan(words);
            if (Words.count(words) >= QUOTED_WORDS) {
                String promiser = own ? who.subjectOf(sentence) : null;
                draft(span, words, own, deadline, false, false, false, promiser, "");
            }
        }
    }

    private void draft(
            Span span,
            String plain,
            boolean promise,
            String deadline,
            boolean direct,
            boolean attributed,
            boolean transcript,
            String speaker,
            String beside) {
        Deadline by = deadline == null ? null : new Deadline(deadline, deadline, null, null);
        Kind kind = promise ? Kind.PROMISE : Kind.PAST_FACT;
        Time saidOn = SaidOn.in(beside, publishedOn);
        var context = new Draft.Context(current, paragraphs - 1, (double) span.from() / text.length());
        drafts.add(new Draft(span, plain, kind, by, direct, attributed, transcript, speaker, saidOn, context));
    }

    private void add(Clauses.Clause clause, Span sentence, boolean promise) {
        Span span = withoutLooseEnd(clause.span());
        String words = span.of(text);
        if (Words.count(words) < QUOTED_WORDS) {
            return;
        }
        String deadline = deadline(words);
        boolean first = clause.content().from() == sentence.from();
        String beside = first
                ? masked.substring(clause.content().to(), sentence.to())
                : masked.substring(sentence.from(), clause.content().from());
        String plain = withoutLooseEnd(clause.content()).of(text);
        draft(span, plain, promise, deadline, false, true, false, clause.speaker(), beside);
    }

    /** By the verb beside it; a quotation that stands alone goes on from the one before, or from whom the text was about. */
    private String speakerOf(Marked quotation, Span sentence, String before) {
        String named = clauses.speakerBeside(quotation, sentence, who);
        if (named != null) {
            return named;
        }
        boolean alone = Words.count(outside(sentence)) < 2;
        if (alone) {
            return before != null ? before : who.latest();
        }
        if (clauses.isOpenSubject(quotation, sentence)) {
            return null;
        }
        String about = who.subjectOf(sentence);
        return about != null ? about : before;
    }

    private String deadline(String words) {
        Matcher deadline = phrases.deadline().matcher(words);
        return deadline.find() ? deadline.group() : null;
    }

    private String outside(Span sentence) {
        return sentence.of(masked).replace(String.valueOf(MASK), "");
    }

    private Span withoutLooseEnd(Span span) {
        Span trimmed = span.trimmed(text);
        Matcher loose = LOOSE_END.matcher(text).region(trimmed.from(), trimmed.to());
        return loose.find() ? new Span(trimmed.from(), loose.start()) : trimmed;
    }
}
