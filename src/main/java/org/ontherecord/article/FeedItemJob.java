package org.ontherecord.article;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;
import org.jsoup.Jsoup;

import org.ontherecord.platform.queue.Lease;
import org.ontherecord.platform.queue.WorkQueue;

/** Fetches the pages of feed items, few a minute from each site. An article comes in together with the end of its item. */
@Singleton
public class FeedItemJob {
    private static final Logger LOG = Logger.getLogger(FeedItemJob.class);
    private static final int AT_A_TIME = 10;
    /** Pages opened at one site within a minute. */
    static final int PER_MINUTE = 10;

    private static final String HOST_MAY_BE_ASKED = """
            (host is null or (select count(*) from feed_item other where other.host = feed_item.host
               and other.tried_at > cast(:now as timestamptz) - interval '1 minute') < %d)""".formatted(PER_MINUTE);
    private static final String SILENCE = "Reading it stopped without a word.";
    /** A feed carries whole articles, or teasers shorter than this. */
    private static final int WHOLE_ARTICLE = 400;

    /** An item taken from the queue. */
    record Taken(
            Lease lease,
            String address,
            String title,
            String byline,
            LocalDate publishedOn,
            String content,
            String outlet) {}

    private record Found(ArticleText text, Snapshot.How how) {}

    private final WorkQueue<FeedItem> queue;
    /** Replaced in tests by one that may open this machine. */
    PageFetcher fetcher;

    private final ArticleIngest ingest;
    private final Clock clock;

    FeedItemJob(EntityManager database, PageFetcher fetcher, ArticleIngest ingest, Clock clock) {
        this.queue = new WorkQueue<>(
                database,
                clock,
                FeedItem.class,
                new WorkQueue.Table("feed_item", "id", "state = 'WAITING' and " + HOST_MAY_BE_ASKED, SILENCE));
        this.fetcher = fetcher;
        this.ingest = ingest;
        this.clock = clock;
    }

    @Scheduled(identity = "feed-items", every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        WorkQueue.drain(AT_A_TIME, this::take, this::bringIn);
    }

    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> queue.next().map(this::take));
    }

    private Taken take(FeedItem item) {
        Lease lease = queue.begin(item, FeedItem.LEASE);
        item.visit(clock.instant());
        return new Taken(
                lease,
                item.address,
                item.title,
                item.byline,
                item.publishedOn,
                item.content,
                item.feed.outlet == null ? null : item.feed.outlet.name);
    }

    void bringIn(Taken taken) {
        try {
            Found found = read(taken);
            queue.settle(taken.lease(), item -> add(item, found));
        } catch (Unreadable trouble) {
            failed(taken, FeedWords.of(trouble));
        } catch (RuntimeException | StackOverflowError trouble) {
            LOG.errorf(
                    "feed item %d not read, try %d: %s",
                    taken.lease().row(), taken.lease().attempt(), trouble.getClass());
            failed(taken, "Reading it failed (" + trouble.getClass().getSimpleName() + ").");
        }
    }

    private void add(FeedItem item, Found found) {
        ArticleIngest.Added added = ingest.add(found.text(), found.how(), item.feed);
        item.settle(added, clock.instant());
        LOG.infof("article %d %s by feed %d", added.articleId(), added.known() ? "found again" : "added", item.feed.id);
    }

    private void failed(Taken taken, String why) {
        queue.fail(taken.lease(), why, Duration.ofMinutes(1L << taken.lease().attempt()));
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
}
