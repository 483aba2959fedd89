package org.ontherecord.extraction.reading;

import java.util.ArrayList;
import java.util.List;

import org.ontherecord.extraction.reading.Paragraphs.Paragraph;

/** The sentences before and after a stretch of a text, oldest first; and all of it, with the rest of the stretch's own sentences. */
public record Surroundings(List<String> before, List<String> after, Span all) {

    /** Around the stretch, in {@code char} indexes; fewer where the text begins or ends. Reads only the paragraphs it needs. */
    public static Surroundings of(String text, String language, Span stretch, int mostBefore, int mostAfter) {
        List<Paragraph> paragraphs = Paragraphs.of(text).stream()
                .filter(paragraph -> !paragraph.heading())
                .toList();
        Sentences splitter = new Sentences(language);
        int from = stretch.from();
        int to = stretch.to();
        List<String> before = new ArrayList<>();
        for (int i = paragraphs.size() - 1; i >= 0 && before.size() < mostBefore; i--) {
            if (paragraphs.get(i).span().from() < stretch.from()) {
                List<Span> sentences = sentences(splitter, text, paragraphs.get(i));
                for (int j = sentences.size() - 1; j >= 0 && before.size() < mostBefore; j--) {
                    if (sentences.get(j).to() <= stretch.from()) {
                        before.add(0, sentences.get(j).of(text));
                    }
                    from = Math.min(from, sentences.get(j).from());
                }
            }
        }
        List<String> after = new ArrayList<>();
        for (int i = 0; i < paragraphs.size() && after.size() < mostAfter; i++) {
            if (paragraphs.get(i).span().to() > stretch.to()) {
                for (Span sentence : sentences(splitter, text, paragraphs.get(i))) {
                    boolean follows = sentence.from() >= stretch.to();
                    if (follows && after.size() < mostAfter) {
                        after.add(sentence.of(text));
                        to = sentence.to();
                    } else if (!follows) {
                        to = Math.max(to, sentence.to());
                    }
                }
            }
        }
        return new Surroundings(List.copyOf(before), List.copyOf(after), new Span(from, to));
    }

    private static List<Span> sentences(Sentences splitter, String text, Paragraph paragraph) {
        return splitter.in(text, paragraph.span(), QuotationMarks.in(text, paragraph.span()));
    }
}
