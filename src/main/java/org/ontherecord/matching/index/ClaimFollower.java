package org.ontherecord.matching.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

import io.agroal.api.AgroalDataSource;

import org.ontherecord.matching.MatchableClaim;

/** Keeps one node's index like the database: loads it whole, then follows what changes. */
final class ClaimFollower implements AutoCloseable {
    /** Claims read at a time: a statement stays far below the time it may take. */
    private static final int AT_A_TIME = 2_000;
    /** A search applies so many changes itself before it looks; more are left to the job. */
    private static final int APPLIED_IN_PASSING = 50;
    /** Changes are kept for a day; who was away for longer loads everything again. */
    private static final Duration LONGEST_ABSENCE = Duration.ofHours(12);

    private final ClaimFeed feed;
    private final ClaimRows rows;
    private final VectorRows vectors;
    private final Clock clock;
    private final String model;
    private final ReentrantLock following = new ReentrantLock();
    private volatile ClaimIndex index;
    private String look;
    private Instant lookedAt;

    ClaimFollower(AgroalDataSource source, Clock clock, String model) {
        this.feed = new ClaimFeed(source);
        this.rows = new ClaimRows(source);
        this.vectors = new VectorRows(source);
        this.clock = clock;
        this.model = model;
    }

    /** Empty until everything is loaded. */
    Optional<ClaimIndex> index() {
        return Optional.ofNullable(index);
    }

    /** Reads all claims by as many threads; the index before, if any, answers meanwhile. */
    void load(int threads) {
        following.lock();
        try {
            String now = feed.look();
            Instant at = clock.instant();
            ClaimIndex fresh = new ClaimIndex();
            List<Long> starts = rows.everyNth(AT_A_TIME);
            ExecutorService readers = Executors.newFixedThreadPool(threads, work -> {
                Thread thread = new Thread(work, "claim-index");
                thread.setDaemon(true);
                return thread;
            });
            try {
                List<Future<?>> parts = new ArrayList<>();
                for (int i = 0; i < starts.size(); i++) {
                    long first = starts.get(i);
                    long last = i + 1 < starts.size() ? starts.get(i + 1) - 1 : Long.MAX_VALUE;
                    parts.add(readers.submit(() -> read(fresh, first, last)));
                }
                for (Future<?> part : parts) {
                    part.get();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("loading the claims was interrupted", stopped);
            } catch (ExecutionException broken) {
                throw new IllegalStateException("the claims cannot be loaded", broken.getCause());
            } finally {
                readers.shutdownNow();
            }
            fresh.show();
            index = fresh;
            look = now;
            lookedAt = at;
        } finally {
            following.unlock();
        }
    }

    /** Applies all that has changed since the last time; true if this node was away too long and has to load again. */
    boolean follow() {
        following.lock();
        try {
            if (index == null || lookedAt.plus(LONGEST_ABSENCE).isBefore(clock.instant())) {
                return true;
            }
            lookedAt = clock.instant();
            apply(feed.since(look));
            return false;
        } finally {
            following.unlock();
        }
    }

    /** Before a search: the few changes there may be are applied at once. Never waits for another who is at it. */
    void catchUp() {
        if (index == null || !following.tryLock()) {
            return;
        }
        try {
            ClaimFeed.Changes changes = feed.since(look);
            if (changes.claims().size() <= APPLIED_IN_PASSING) {
                apply(changes);
            }
        } finally {
            following.unlock();
        }
    }

    void forget() {
        feed.forget(clock.instant().minus(LONGEST_ABSENCE.multipliedBy(2)));
    }

    private void read(ClaimIndex fresh, long first, long last) {
        Map<Long, List<VectorRows.Made>> made = vectors.between(model, first, last);
        for (MatchableClaim claim : rows.between(first, last)) {
            fresh.put(claim, VectorRows.current(claim, made.get(claim.number())));
        }
    }

    private void apply(ClaimFeed.Changes changes) {
        List<Long> all = changes.claims();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_A_TIME));
            Map<Long, List<VectorRows.Made>> made = vectors.of(model, some);
            Set<Long> gone = new HashSet<>(some);
            for (MatchableClaim claim : rows.byNumber(some)) {
                index.put(claim, VectorRows.current(claim, made.get(claim.number())));
                gone.remove(claim.number());
            }
            gone.forEach(index::remove);
        }
        if (!all.isEmpty()) {
            index.show();
        }
        look = changes.look();
    }

    @Override
    public void close() {
        index().ifPresent(ClaimIndex::close);
    }
}
