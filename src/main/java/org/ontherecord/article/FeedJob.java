package org.ontherecord.article;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.platform.LockedRow;
import org.ontherecord.platform.queue.WorkQueue;

/**
 * Polls watched feeds whose time has come. The row is the lock: a first transaction takes the feed for a while, a second
 * writes all its new items and the time of the next poll together, so that a crash between them only polls again.
 */
@Singleton
public class FeedJob {
    private static final Logger LOG = Logger.getLogger(FeedJob.class);
    private static final int AT_A_TIME = 10;

    /** A feed taken for one poll. */
    record Taken(long id, int poll, String address, PageFetcher.Marks marks, List<String> keywords) {}

    private final EntityManager database;
    /** Replaced in tests by one that may open this machine. */
    PageFetcher fetcher;

    private final Clock clock;

    FeedJob(EntityManager database, PageFetcher fetcher, Clock clock) {
        this.database = database;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    @Scheduled(identity = "feeds", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        WorkQueue.drain(AT_A_TIME, this::take, this::poll);
    }

    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew()
                .call(() -> due().map(feed -> {
                    feed.begin(clock.instant());
                    return new Taken(
                            feed.id,
                            feed.poll,
                            feed.address,
                            new PageFetcher.Marks(feed.etag, feed.lastModified),
                            feed.keywords);
                }));
    }

    void poll(Taken taken) {
        try {
            PageFetcher.FetchedFeed answer = fetcher.fetchFeed(taken.address(), taken.marks());
            FeedReader.Feed read =
                    answer.status() == 200 ? FeedReader.read(answer.body(), answer.charset(), answer.address()) : null;
            QuarkusTransaction.requiringNew()
                    .run(() -> mine(taken).ifPresent(feed -> write(feed, taken, answer, read)));
        } catch (Unreadable trouble) {
            failed(taken, FeedWords.of(trouble));
        } catch (RuntimeException trouble) {
            LOG.errorf(trouble, "feed %d not polled", taken.id());
            failed(taken, "Polling it failed (" + trouble.getClass().getSimpleName() + ").");
        }
    }

    private void failed(Taken taken, String why) {
        QuarkusTransaction.requiringNew()
                .run(() -> mine(taken).ifPresent(feed -> feed.fail(why, null, clock.instant())));
    }

    private void write(WatchedFeed feed, Taken taken, PageFetcher.FetchedFeed answer, FeedReader.Feed read) {
        Instant now = clock.instant();
        switch (answer.status()) {
            case 200, 304 -> {
                int added = read == null ? 0 : add(feed, taken, read, now);
                String movedTo = movedTo(feed, answer);
                if (movedTo != null) {
                    AuditEvent.record(
                            null,
                            "feed moved",
                            "watched_feed",
                            feed.id,
                            Map.of("address", feed.address),
                            Map.of("address", movedTo),
                            now);
                }
                feed.finish(answer.marks(), movedTo, now);
                if (added > 0) {
                    LOG.infof("feed %d polled: %d new items", feed.id, added);
                }
            }
            case 410 -> feed.gone("The site says that this feed is gone for good (410).", now);
            default -> feed.fail(FeedWords.ofStatus(answer.status()), answer.retryAfter(), now);
        }
    }

    /** The new address, unless another watched feed has it already. */
    private static String movedTo(WatchedFeed feed, PageFetcher.FetchedFeed answer) {
        String moved = answer.movedTo() == null ? null : answer.movedTo().toString();
        boolean taken = moved == null
                || moved.equals(feed.address)
                || WatchedFeed.count("address = ?1 and state <> ?2", moved, WatchedFeed.State.STOPPED) > 0;
        return taken ? null : moved;
    }

    private int add(WatchedFeed feed, Taken taken, FeedReader.Feed read, Instant now) {
        int added = 0;
        for (FeedReader.Entry entry : read.entries()) {
            boolean wanted = isWanted(entry, taken.keywords());
            added += database.createNativeQuery("""
                            insert into feed_item (feed_id, key, address, host, title, byline, published_on, content, state,
                              reason, seen_at, next_try_at, settled_at)
                            values (:feed, :key, :address, :host, :title, :byline, cast(:published as date), :content, :state,
                              :reason, :now, :now, :settled) on conflict do nothing""")
                    .setParameter("feed", feed.id)
                    .setParameter("key", entry.key())
                    .setParameter("address", entry.address())
                    .setParameter(
                            "host",
                            entry.address() == null
                                    ? null
                                    : URI.create(entry.address()).getHost())
                    .setParameter("title", entry.title())
                    .setParameter("byline", entry.byline())
                    .setParameter(
                            "published",
                            entry.publishedOn() == null
                                    ? null
                                    : entry.publishedOn().toString())
                    .setParameter("content", wanted ? entry.content() : null)
                    .setParameter("state", wanted ? "WAITING" : "SKIPPED")
                    .setParameter("reason", wanted ? null : "No keyword in its title or summary.")
                    .setParameter("now", now)
                    .setParameter("settled", wanted ? null : now)
                    .executeUpdate();
        }
        return added;
    }

    static boolean isWanted(FeedReader.Entry entry, List<String> keywords) {
        String words = (entry.title() + " " + entry.summary()).toLowerCase(Locale.ROOT);
        return keywords.isEmpty()
                || keywords.stream().anyMatch(keyword -> words.contains(keyword.toLowerCase(Locale.ROOT)));
    }

    @SuppressWarnings("unchecked")
    private Optional<WatchedFeed> due() {
        return database.createNativeQuery("""
                        select * from watched_feed where state = 'WATCHED' and next_poll_at <= :now
                        order by next_poll_at, id limit 1 for update skip locked""", WatchedFeed.class)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    /** Still watched, and not meanwhile taken by another node. What a person changed in between stands. */
    private Optional<WatchedFeed> mine(Taken taken) {
        return LockedRow.of(database, WatchedFeed.class, taken.id())
                .filter(found -> found.poll == taken.poll()
                        && found.state == WatchedFeed.State.WATCHED
                        && found.address.equals(taken.address()));
    }
}
