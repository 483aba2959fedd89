package org.ontherecord.extraction;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.ontherecord.claim.likeness.Suggestions;

/**
 * Reads the candidates that will be opened next while a person looks at the one before, so that what they mean is at hand then.
 * On one thread; who comes while it is busy and another waits is not served, as their page does the same by itself, later.
 */
@Singleton
class MatchesAhead {
    private static final Logger LOG = Logger.getLogger(MatchesAhead.class);

    private final Suggestions suggestions;
    private final ThreadPoolExecutor reader = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(1),
            MatchesAhead::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    MatchesAhead(Suggestions suggestions) {
        this.suggestions = suggestions;
        reader.allowCoreThreadTimeOut(true);
    }

    void of(List<Long> candidates) {
        if (!candidates.isEmpty()) {
            reader.execute(() -> candidates.forEach(this::read));
        }
    }

    private void read(long id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Candidate candidate = Candidate.findById(id);
                if (candidate != null && candidate.isOpen()) {
                    suggestions.ofQuote(InContext.of(candidate), candidate.quoteExact, candidate.snapshot.article.id);
                }
            });
        } catch (RuntimeException trouble) {
            LOG.debugf("candidate %d not read ahead: %s", id, trouble.getClass());
        }
    }

    @PreDestroy
    void stop() {
        reader.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "matches-ahead");
        thread.setDaemon(true);
        return thread;
    }
}
