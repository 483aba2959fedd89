package org.ontherecord.article;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;
import org.ontherecord.platform.LockedRow;

/** What a person does about a watched feed, each deed with its note of who and what. */
@ApplicationScoped
class FeedWatching {

    enum Outcome {
        DONE,
        ADDRESS_TAKEN,
        OVERTAKEN,
        NOT_THERE
    }

    /** How it went, with the feed it was about. */
    record Result(Outcome outcome, Long id) {}

    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;

    FeedWatching(EntityManager database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Transactional
    Result add(FeedForm form) {
        WatchedFeed.Wish wish = form.wish();
        Optional<Long> known = other(wish.address(), 0);
        if (known.isPresent()) {
            return new Result(Outcome.ADDRESS_TAKEN, known.get());
        }
        var feed = new WatchedFeed(wish, signedIn.account(), clock.instant());
        feed.persist();
        record("feed added", feed, null);
        return new Result(Outcome.DONE, feed.id);
    }

    @Transactional
    Result put(long id, FeedForm form) {
        WatchedFeed feed = locked(id);
        if (feed == null) {
            return new Result(Outcome.NOT_THERE, id);
        }
        WatchedFeed.Wish wish = form.wish();
        Optional<Long> known = other(wish.address(), id);
        if (known.isPresent()) {
            return new Result(Outcome.ADDRESS_TAKEN, known.get());
        }
        if (feed.isAs(wish)) {
            return new Result(Outcome.DONE, id);
        }
        if (form.isOvertaken(feed)) {
            return new Result(Outcome.OVERTAKEN, id);
        }
        Map<String, Object> before = facts(feed);
        feed.put(wish, clock.instant());
        record("feed changed", feed, before);
        return new Result(Outcome.DONE, id);
    }

    /** Says whether there is such a feed. */
    @Transactional
    boolean pollNow(long id) {
        WatchedFeed feed = LockedRow.of(database, WatchedFeed.class, id).orElse(null);
        if (feed == null) {
            return false;
        }
        feed.pollNow(clock.instant());
        record("feed polled by hand", feed, facts(feed));
        return true;
    }

    /** Pauses, resumes or stops, and says whether there is such a feed. One that is stopped stays so. */
    @Transactional
    boolean turn(long id, String action, BiConsumer<WatchedFeed, Instant> verb) {
        WatchedFeed feed = LockedRow.of(database, WatchedFeed.class, id).orElse(null);
        if (feed == null) {
            return false;
        }
        Map<String, Object> before = facts(feed);
        verb.accept(feed, clock.instant());
        if (!before.equals(facts(feed))) {
            record(action, feed, before);
        }
        return true;
    }

    /** Whether there is such an item; one that is tried already is left to it. */
    @Transactional
    boolean tryAgain(long feedId, long itemId) {
        FeedItem item = LockedRow.of(database, FeedItem.class, itemId).orElse(null);
        if (item == null || item.feed.id != feedId) {
            return false;
        }
        if (item.state != FeedItem.State.PARKED) {
            return true;
        }
        item.tryAgain(clock.instant());
        AuditEvent.record(
                signedIn.account(), "feed item tried again", "feed_item", itemId, null, null, clock.instant());
        return true;
    }

    /** Null when there is none that goes on. */
    private WatchedFeed locked(long id) {
        return LockedRow.of(database, WatchedFeed.class, id)
                .filter(feed -> feed.state != WatchedFeed.State.STOPPED)
                .orElse(null);
    }

    /** Locked by the address, so that two editors who add one feed at once add one. */
    private Optional<Long> other(String address, long id) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:name, 2)) as text)")
                .setParameter("name", address)
                .getSingleResult();
        return WatchedFeed.<WatchedFeed>find(
                        "address = ?1 and state <> ?2 and id <> ?3", address, WatchedFeed.State.STOPPED, id)
                .firstResultOptional()
                .map(feed -> feed.id);
    }

    private void record(String action, WatchedFeed feed, Map<String, Object> before) {
        AuditEvent.record(signedIn.account(), action, "watched_feed", feed.id, before, facts(feed), clock.instant());
    }

    private static Map<String, Object> facts(WatchedFeed feed) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("address", feed.address);
        facts.put("outlet", feed.outlet == null ? null : feed.outlet.name);
        facts.put("interval_minutes", feed.intervalMinutes);
        facts.put("keywords", feed.keywords);
        facts.put("state", feed.state.name());
        return facts;
    }
}
