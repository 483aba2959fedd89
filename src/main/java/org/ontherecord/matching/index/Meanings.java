package org.ontherecord.matching.index;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.ontherecord.platform.SentenceEncoder;

/** What texts mean, by the model that finds claims. Loaded beside the start; where it does not run, words alone find. */
@Singleton
class Meanings {
    /** Which model finds; measured in docs/measured.md. Another one is filled in by itself, in the background. */
    static final SentenceEncoder.Model MODEL = SentenceEncoder.Model.MINI_LM;

    private static final Logger LOG = Logger.getLogger(Meanings.class);

    private volatile SentenceEncoder encoder;
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
            var loaded = new SentenceEncoder(MODEL);
            loaded.encode("A first sentence warms it up.");
            encoder = loaded;
        } catch (RuntimeException | LinkageError broken) {
            LOG.warnf("claims are found by words alone here: %s", broken.getMessage());
        } finally {
            loading = false;
        }
    }

    boolean isReady() {
        return encoder != null;
    }

    boolean isLoading() {
        return loading;
    }

    /** Empty for no text, and where there is no model. */
    Optional<byte[]> of(String text) {
        SentenceEncoder ready = encoder;
        return ready == null || text.isBlank() ? Optional.empty() : Optional.of(SmallVector.of(ready.encode(text)));
    }
}
