package org.ontherecord.extraction.worth;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;

import jakarta.inject.Singleton;

import org.ontherecord.extraction.Worth;

/** Scores sentences, and lines of a transcript, from 0 to 100; the same input gets the same scores, bit by bit. */
@Singleton
public final class CheckWorthiness {

    /** One turn in a transcript; the speaker is null where nobody is named. */
    public record Line(String speaker, String text) {}

    /** False while the model is being loaded after a start; until then nothing is scored. */
    public boolean isReady() {
        return true;
    }

    public double[] sentences(List<String> sentences) {
        DoubleStream.Builder scores = DoubleStream.builder();
        sentences(sentences, scores::add);
        return scores.build().toArray();
    }

    public double[] transcript(List<Line> lines) {
        DoubleStream.Builder scores = DoubleStream.builder();
        transcript(lines, scores::add);
        return scores.build().toArray();
    }

    /** Hands on each score, in order, as soon as it is known: who waits for thousands hears from us meanwhile, and may stop us by throwing. */
    public void sentences(List<String> sentences, DoubleConsumer each) {
        sentences.forEach(sentence -> each.accept(score(sentence)));
    }

    /** The same for a transcript, whose lines are judged with who says them and when. */
    public void transcript(List<Line> lines, DoubleConsumer each) {
        lines.forEach(line -> each.accept(score(line.text())));
    }

    private static double score(String words) {
        return Worth.of(words).score();
    }
}
