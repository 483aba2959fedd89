package org.ontherecord.extraction.worth;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

import org.ontherecord.platform.SentenceEncoder;

/**
 * Scores English sentences, and lines of a transcript, from 0 to 100; the same input gets the same scores, bit by bit, on one
 * kind of processor. 50 is where, of as many sentences worth checking as others, one is as likely as the other: for a sentence
 * worth what ClaimBuster's crowd called check-worthy, for a line what fact-checkers took up (docs/measured.md). The model is
 * loaded beside the start; where its native parts do not run, or {@code ontherecord.ranker} is {@code off}, there is none.
 */
@Singleton
public class CheckWorthiness {
    private static final Logger LOG = Logger.getLogger(CheckWorthiness.class);

    /** One turn in a transcript; the speaker is null where nobody is named. */
    public record Line(
            @Schema(description = "As the transcript names them, or null")
            String speaker,

            @Schema(description = "What they say") String text) {}

    private enum State {
        LOADING,
        READY,
        ABSENT
    }

    private volatile State state = State.LOADING;
    private SentenceEncoder encoder;
    private Ranker ranker;

    void load(
            @Observes StartupEvent started,
            @ConfigProperty(name = "ontherecord.ranker", defaultValue = "true") boolean wanted) {
        if (!wanted) {
            state = State.ABSENT;
            return;
        }
        Thread loading = new Thread(this::load, "ranker");
        loading.setDaemon(true);
        loading.start();
    }

    void close(@Observes ShutdownEvent stopped) {
        state = State.ABSENT;
    }

    /** Loads it here and now. */
    public void load() {
        try {
            encoder = SentenceEncoder.of(SentenceEncoder.Model.E5_SMALL);
            ranker = Ranker.load();
            logOdds("A first sentence warms it up.");
            state = State.READY;
            LOG.infof("%s loaded", ranker.version());
        } catch (RuntimeException | LinkageError broken) {
            state = State.ABSENT;
            LOG.warnf("no ranker here, rules rank instead: %s", broken.getMessage());
        }
    }

    /** Whether texts can be scored. */
    public boolean isReady() {
        return state == State.READY;
    }

    /** Whether it is worth waiting for. */
    public boolean isLoading() {
        return state == State.LOADING;
    }

    /** Name and version of the weights. */
    public String version() {
        return ranker.version();
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
        Map<String, Double> known = new HashMap<>();
        sentences.forEach(
                sentence -> each.accept(100 * Linear.logistic(known.computeIfAbsent(sentence, this::logOdds))));
    }

    /** The same for a transcript, whose lines are judged with who says them and when. */
    public void transcript(List<Line> lines, DoubleConsumer each) {
        var circumstances = new Circumstances(lines);
        Map<String, Ranker.Sums> known = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            double[] signs = Signs.of(text);
            each.accept(100
                    * Linear.logistic(ranker.line(
                            known.computeIfAbsent(text, line -> sums(line, signs)), signs, circumstances.of(i))));
        }
    }

    /** Of a sentence alone, as log odds at an even mix. */
    public double logOdds(String sentence) {
        return ranker.sentence(sums(sentence, Signs.of(sentence)));
    }

    /** {@link #logOdds} where there is a ranker for texts of that language (null is taken for English), or null. */
    public ToDoubleFunction<String> forLanguage(String language) {
        boolean english = language == null || language.toLowerCase(Locale.ROOT).startsWith("en");
        return english && isReady() ? this::logOdds : null;
    }

    private Ranker.Sums sums(String text, double[] signs) {
        float[] vector = encoder.encode(text);
        double[] wide = new double[vector.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = vector[i];
        }
        return ranker.sums(text, wide, signs);
    }
}
