package org.ontherecord.extraction.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/** Sentences of a paragraph: OpenNLP for English, the JDK for other languages, both mended after abbreviations and in quotations. */
final class Sentences {

    private static final String ENGLISH_MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?:^|[\\s(\"“])(?:Mr|Mrs|Ms|Mx|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Prof|Lt|Col|Sgt|Capt|St|Rev|Hon|Pres|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|v|ca|approx|Art|Nr|bzw|Abs|M|Mme|Sr|Sra|Dra|\\p{L})\\.$");
    /** These end a sentence as often as not; the word after them decides. */
    private static final Pattern PERHAPS = Pattern.compile(
            "(?:\\p{Lu}\\.){2,}$|(?:^|\\s)(?:[ap]\\.m|Inc|Ltd|Co|Corp|Jr|etc|z\\.B|d\\.h|e\\.g|i\\.e)\\.$");

    private static final Pattern STARTS_ANEW = Pattern.compile(
            "^[\"“‘«]?(?:The|He|She|It|They|We|I|In|On|But|And|A|An|This|That|These|His|Her|Their|Its|There|When|After|As|If|For|At|So|Yet)\\b");

    /** OpenNLP looks back over the whole word at every full stop in it. */
    private static final Pattern ENDLESS_WORD = Pattern.compile("\\S{400}");

    private static final SentenceModel MODEL = load();

    private final SentenceDetectorME english;
    private final BreakIterator other;

    Sentences(String language) {
        boolean isEnglish =
                language == null || language.toLowerCase(Locale.ROOT).startsWith("en");
        english = isEnglish ? new SentenceDetectorME(MODEL) : null;
        other = isEnglish ? null : BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    }

    List<Span> in(String text, Span paragraph, List<QuotationMarks.Marked> quotations) {
        List<Span> merged = new ArrayList<>();
        for (Span next : split(text, paragraph)) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && !endsBetween(text, last, next, quotations)) {
                merged.set(merged.size() - 1, new Span(last.from(), next.to()));
            } else {
                merged.add(next);
            }
        }
        return splitBefore(text, merged, quotations);
    }

    /** A quotation that opens behind a full stop opens a sentence. */
    private static List<Span> splitBefore(String text, List<Span> sentences, List<QuotationMarks.Marked> quotations) {
        List<Span> split = new ArrayList<>();
        int next = 0;
        for (Span sentence : sentences) {
            int from = sentence.from();
            while (next < quotations.size() && quotations.get(next).marked().from() < sentence.to()) {
                int at = quotations.get(next++).marked().from();
                Span before = new Span(Math.min(from, at), at).trimmed(text);
                boolean ends = before.length() > 0
                        && ".!?".indexOf(text.charAt(before.to() - 1)) >= 0
                        && !ABBREVIATED
                                .matcher(text.substring(Math.max(before.from(), before.to() - 12), before.to()))
                                .find();
                if (ends) {
                    split.add(before);
                    from = at;
                }
            }
            split.add(new Span(from, sentence.to()));
        }
        return split;
    }

    private List<Span> split(String text, Span paragraph) {
        String words = paragraph.of(text);
        List<Span> spans = new ArrayList<>();
        if (english != null && ENDLESS_WORD.matcher(words).find()) {
            spans.add(paragraph);
        } else if (english != null) {
            for (var span : english.sentPosDetect(words)) {
                spans.add(new Span(paragraph.from() + span.getStart(), paragraph.from() + span.getEnd()));
            }
        } else {
            other.setText(words);
            int start = other.first();
            for (int end = other.next(); end != BreakIterator.DONE; start = end, end = other.next()) {
                Span span = new Span(paragraph.from() + start, paragraph.from() + end).trimmed(text);
                if (span.length() > 0) {
                    spans.add(span);
                }
            }
        }
        return spans;
    }

    private static boolean endsBetween(String text, Span last, Span next, List<QuotationMarks.Marked> quotations) {
        boolean inside = quotations.stream()
                .anyMatch(quotation -> quotation.marked().from() < next.from() - 1
                        && quotation.marked().from() < last.to()
                        && next.from() < quotation.marked().to());
        if (inside) {
            return false;
        }
        String before = text.substring(Math.max(last.from(), last.to() - 12), last.to());
        String after = text.substring(next.from(), Math.min(next.to(), next.from() + 12));
        if (PERHAPS.matcher(before).find()) {
            return STARTS_ANEW.matcher(after).find();
        }
        return !ABBREVIATED.matcher(before).find() && !Character.isLowerCase(after.codePointAt(0));
    }

    private static SentenceModel load() {
        try (InputStream model = Sentences.class.getResourceAsStream(ENGLISH_MODEL)) {
            return new SentenceModel(model);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
