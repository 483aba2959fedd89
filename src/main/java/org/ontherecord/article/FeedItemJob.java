package org.ontherecord.article;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;
import org.jsoup.Jsoup;

/**
 * Fetches the pages of feed items, few a minute from each site. A first transaction counts the try; a second adds the article
 * and settles the item together, so that no crash loses one or adds it twice.
 */
@Singleton
public class FeedItemJob {
    private static final Logger LOG = Logger.getLogger(FeedItemJob.class);
    private static final int AT_A_TIME = 10;
    /** Pages opened at one site within a minute. */
    static final int PER_MINUTE = 10;
    /** A feed carries whole articles, or teasers shorter than this. */
    private static final int WHOLE_ARTICLE = 400;

    /** An item taken from the queue. */
    record Taken(
            long id,
            int attempt,
            String address,
            String title,
            String byline,
            LocalDate publishedOn,
            String content,
            String outlet) {}

    private record Found(ArticleText text, Snapshot.How how) {}

    private final EntityManager database;
    /** Replaced in tests by one that may open this machine. */
    PageFetcher fetcher;

    private final ArticleIngest ingest;
    private final Clock clock;

    FeedItemJob(EntityManager database, PageFetcher fetcher, ArticleIngest ingest, Clock clock) {
        this.database = database;
        this.fetcher = fetcher;
        this.ingest = ingest;
        this.clock = clock;
    }

    @Scheduled(identity = "feed-items", every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (int i = 0; i < AT_A_TIME; i++) {
            Optional<Taken> taken = take();
            if (taken.isEmpty()) {
                return;
            }
            bringIn(taken.get());
        }
    }

    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> {
            for (Optional<FeedItem> next = due(); next.isPresent(); next = due()) {
                FeedItem item = next.get();
                if (item.attempts < FeedItem.MOST_ATTEMPTS) {
                    item.begin(clock.instant());
                    return Optional.of(new Taken(
                            item.id,
                            item.attempts,
                            item.address,
                            item.title,
                            item.byline,
                            item.publishedOn,
                            item.content,
                            item.feed.outlet == null ? null : item.feed.outlet.name));
                }
                item.park(clock.instant());
                database.flush();
            }
            return Optional.empty();
        });
    }

    void bringIn(Taken taken) {
        try {
            Found found = read(taken);
            QuarkusTransaction.requiringNew().run(() -> mine(taken).ifPresent(item -> add(item, found)));
        } catch (Unreadable trouble) {
            failed(taken, FeedWords.of(trouble));
        } catch (RuntimeException | StackOverflowError trouble) {
            LOG.errorf("feed item %d not read, try %d: %s", taken.id(), taken.attempt(), trouble.getClass());
            failed(taken, "Reading it failed (" + trouble.getClass().getSimpleName() + ").");
        }
    }

    private void add(FeedItem item, Found found) {
        ArticleIngest.Added added = ingest.add(found.text(), found.how(), item.feed);
        item.settle(added, clock.instant());
        LOG.infof("article %d %s by feed %d", added.articleId(), added.known() ? "found again" : "added", item.feed.id);
    }

    private void failed(Taken taken, String why) {
        QuarkusTransaction.requiringNew().run(() -> mine(taken).ifPresent(item -> item.fail(why, clock.instant())));
    }

    /** The page, or what the feed itself holds of the article when the page cannot be read. */
    private Found read(Taken taken) {
        try {
            if (taken.address() != null) {
                PageFetcher.FetchedPage page = fetcher.fetch(taken.address());
                ArticleText read = ArticleReader.bytes(page.body(), page.charset(), page.address());
                return new Found(with(taken, read, true), Snapshot.How.FETCHED);
            }
        } catch (Unreadable trouble) {
            if (taken.content() == null || Jsoup.parse(taken.content()).text().length() < WHOLE_ARTICLE) {
                throw trouble;
            }
        }
        return new Found(with(taken, own(taken), false), Snapshot.How.FEED);
    }

    private static ArticleText own(Taken taken) {
        URI address = taken.address() == null ? null : URI.create(taken.address());
        return HtmlArticle.read(taken.content(), address);
    }

    private static ArticleText with(Taken taken, ArticleText read, boolean page) {
        String address = taken.address();
        return new ArticleText(
                read.text(),
                page && read.title() != null ? read.title() : taken.title(),
                read.byline() != null ? read.byline() : taken.byline(),
                taken.outlet() != null ? taken.outlet() : read.outlet(),
                read.publishedOn() != null ? read.publishedOn() : taken.publishedOn(),
                read.language(),
                read.canonicalUrl() != null ? read.canonicalUrl() : address);
    }

    @SuppressWarnings("unchecked")
    private Optional<FeedItem> due() {
        return database.createNativeQuery("""
                        select * from feed_item i where state = 'WAITING' and next_try_at <= :now
                          and (host is null or (select count(*) from feed_item o where o.host = i.host and o.tried_at > :before) < :most)
                        order by next_try_at, id limit 1 for update skip locked""", FeedItem.class)
                .setParameter("now", clock.instant())
                .setParameter("before", clock.instant().minusSeconds(60))
                .setParameter("most", PER_MINUTE)
                .getResultStream()
                .findFirst();
    }

    private Optional<FeedItem> mine(Taken taken) {
        FeedItem item = database.find(FeedItem.class, taken.id(), LockModeType.PESSIMISTIC_WRITE);
        return Optional.ofNullable(item)
                .filter(found -> found.state == FeedItem.State.WAITING && found.attempts == taken.attempt());
    }
}
