package org.ontherecord.extraction;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.ontherecord.claim.likeness.Suggestions;

/**
 * Reads the candidates that will be opened next while a person looks at the one before, so that what they mean is at hand then.
 * One at a time, and only what was asked for last: who is passed over has it read when the page is opened.
 */
@Singleton
class MatchesAhead {
    private static final Logger LOG = Logger.getLogger(MatchesAhead.class);

    /** The page that is being answered comes first, in the browser too. */
    private static final Duration AFTER = Duration.ofMillis(300);

    private static final Duration KNOWN = Duration.ofMinutes(10);
    private static final int MOST_KNOWN = 1_000;

    private final Suggestions suggestions;
    private final AtomicReference<List<Long>> wanted = new AtomicReference<>(List.of());
    private final Cache<Long, Boolean> known = Caffeine.newBuilder()
            .expireAfterWrite(KNOWN)
            .maximumSize(MOST_KNOWN)
            .build();
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(MatchesAhead::thread);

    MatchesAhead(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    void of(List<Long> candidates) {
        List<Long> unread =
                candidates.stream().filter(id -> known.getIfPresent(id) == null).toList();
        // Whoever finds nothing waiting calls the reader, so that at most one call waits.
        if (wanted.getAndSet(unread).isEmpty() && !unread.isEmpty()) {
            reader.schedule(this::readWanted, AFTER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void readWanted() {
        wanted.getAndSet(List.of()).forEach(this::read);
    }

    private void read(long id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Candidate candidate = Candidate.findById(id);
                if (candidate != null && candidate.isOpen()) {
                    suggestions.ofQuote(InContext.of(candidate), candidate.quoteExact, candidate.snapshot.article.id);
                }
            });
            known.put(id, true);
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
