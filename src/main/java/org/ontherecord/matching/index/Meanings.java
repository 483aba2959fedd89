package org.ontherecord.matching.index;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.ontherecord.matching.Utterance;
import org.ontherecord.platform.SentenceEncoder;

/**
 * What texts mean, by the model that finds claims and by a second one, trained otherwise, that helps to judge what was found.
 * Loaded beside the start; where they do not run, words alone find.
 */
@Singleton
class Meanings {
    /** Which models find and judge; measured in docs/measured.md. Vectors of others are filled in by themselves, in the background. */
    static final String MODELS = SentenceEncoder.Model.MINI_LM.id + "+" + SentenceEncoder.Model.E5_SMALL.id;

    /** What is read once is asked again soon: at its finding, when it is opened, when it is decided. About 1 KB each. */
    private static final int RECENT = 10_000;

    private static final int LONGEST_RECENT = 2_000;

    private static final Logger LOG = Logger.getLogger(Meanings.class);

    /** A text as one model reads it. */
    private record Read(SentenceEncoder.Model by, String text) {}

    private final Cache<Read, byte[]> recent =
            Caffeine.newBuilder().maximumSize(RECENT).build();

    private volatile SentenceEncoder finding;
    private volatile SentenceEncoder judging;
    private volatile boolean loading = true;

    void load(
            @Observes StartupEvent started,
            @ConfigProperty(name = "ontherecord.matching.meaning", defaultValue = "true") boolean wanted) {
        if (!wanted) {
            loading = false;
            return;
        }
        Thread thread = new Thread(this::load, "meanings");
        thread.setDaemon(true);
        thread.start();
    }

    private void load() {
        try {
            finding = warm(SentenceEncoder.Model.MINI_LM);
            judging = warm(SentenceEncoder.Model.E5_SMALL);
        } catch (RuntimeException | LinkageError broken) {
            LOG.warnf("claims are found by words alone here: %s", broken.getMessage());
        } finally {
            loading = false;
        }
    }

    private static SentenceEncoder warm(SentenceEncoder.Model model) {
        var loaded = SentenceEncoder.of(model);
        loaded.encode("A first sentence warms it up.");
        return loaded;
    }

    boolean isReady() {
        return finding != null && judging != null;
    }

    boolean isLoading() {
        return loading;
    }

    /** By both models, one vector behind the other; empty for no text, and where there is no model. */
    Optional<byte[]> of(String text) {
        return isReady() && !text.isBlank()
                ? Optional.of(SmallVector.joined(by(finding, text), by(judging, text)))
                : Optional.empty();
    }

    /** By the model that finds alone. */
    Optional<byte[]> toFind(String text) {
        return isReady() && !text.isBlank() ? Optional.of(by(finding, text)) : Optional.empty();
    }

    private byte[] by(SentenceEncoder encoder, String text) {
        return text.length() > LONGEST_RECENT
                ? SmallVector.of(encoder.encode(text))
                : recent.get(new Read(encoder.model(), text), read -> SmallVector.of(encoder.encode(read.text())));
    }

    /** All that is asked of an index for an utterance. */
    ClaimIndex.Asked asked(Utterance utterance) {
        String around = Stream.concat(utterance.before().stream(), utterance.after().stream())
                .collect(Collectors.joining(" "));
        return new ClaimIndex.Asked(
                utterance.text(),
                of(utterance.text()).orElse(null),
                around,
                toFind(around).orElse(null));
    }
}
