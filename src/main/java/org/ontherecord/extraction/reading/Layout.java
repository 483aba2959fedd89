package org.ontherecord.extraction.reading;

import java.util.ArrayList;
import java.util.List;

import org.ontherecord.extraction.reading.Paragraphs.Paragraph;
import org.ontherecord.extraction.reading.QuotationMarks.Marked;

/** A text as paragraphs of sentences and quotations; {@code masked} is the text with what is quoted blotted out. */
record Layout(List<Laid> paragraphs, List<Span> sentences, String masked) {
    /** Shorter quotations are single borrowed words, read as part of their sentence. */
    static final int QUOTED_WORDS = 4;

    private static final char MASK = '\uFFFC';

    /** A paragraph with its sentences and its quotations of more than some words. */
    record Laid(Paragraph paragraph, List<Span> sentences, List<Marked> quotations) {

        Span sentenceAt(int index) {
            Span found = sentences.get(0);
            for (Span sentence : sentences) {
                if (sentence.from() <= index) {
                    found = sentence;
                }
            }
            return found;
        }

        Span sentenceAfter(Span sentence) {
            int next = sentences.indexOf(sentence) + 1;
            return next < sentences.size() ? sentences.get(next) : null;
        }

        Span sentenceBefore(Span sentence) {
            int before = sentences.indexOf(sentence) - 1;
            return before < 0 ? null : sentences.get(before);
        }
    }

    static Layout of(String text, Sentences splitter) {
        List<Laid> laid = new ArrayList<>();
        List<Span> all = new ArrayList<>();
        StringBuilder masking = new StringBuilder(text);
        for (Paragraph paragraph : Paragraphs.of(text)) {
            List<Marked> quoted = new ArrayList<>(QuotationMarks.in(text, paragraph.span()));
            List<Span> split = splitter.in(text, paragraph.span(), quoted);
            if (split.isEmpty()) {
                continue;
            }
            quoted.removeIf(quotation -> Words.count(quotation.words().of(text)) < QUOTED_WORDS);
            if (paragraph.label() == null) {
                quoted.forEach(quotation -> mask(masking, quotation.words()));
            }
            laid.add(new Laid(paragraph, split, quoted));
            all.addAll(split);
        }
        return new Layout(laid, all, masking.toString());
    }

    private static void mask(StringBuilder text, Span words) {
        for (int i = words.from(); i < words.to(); i++) {
            text.setCharAt(i, MASK);
        }
    }
}
