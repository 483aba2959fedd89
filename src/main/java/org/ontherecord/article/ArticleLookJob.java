package org.ontherecord.article;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.ontherecord.platform.queue.Lease;
import org.ontherecord.platform.queue.WorkQueue;

/** Opens the pages of quoted articles again. A page is opened outside any transaction; what came of it is written in one. */
@Singleton
public class ArticleLookJob {
    private static final Logger LOG = Logger.getLogger(ArticleLookJob.class);
    private static final int AT_A_TIME = 3;

    /** An article taken from the queue. */
    record Taken(Lease lease, String address) {}

    private final EntityManager database;
    private final WorkQueue<ArticleLook> queue;
    private final Clock clock;
    private final boolean byItself;
    /** Replaced in tests by one that may open this machine. */
    PageFetcher fetcher;

    ArticleLookJob(
            EntityManager database,
            PageFetcher fetcher,
            Clock clock,
            @ConfigProperty(name = "ontherecord.look-again", defaultValue = "true") boolean byItself) {
        this.database = database;
        this.queue = new WorkQueue<>(
                database,
                clock,
                ArticleLook.class,
                new WorkQueue.Table(
                        "article_look", "article_id", "state = 'WAITING'", "Opening the page stopped without a word."));
        this.fetcher = fetcher;
        this.clock = clock;
        this.byItself = byItself;
    }

    @Scheduled(identity = "article-looks", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        WorkQueue.drain(AT_A_TIME, this::take, this::look);
    }

    /** Articles with an address that a claim quotes come into the queue; two nodes at once add one row. */
    @Scheduled(identity = "article-looks-begin", every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void begin() {
        if (!byItself) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                                insert into article_look (article_id, live_snapshot_id, live_since, next_try_at)
                                select a.id, s.id, s.taken_at, :due
                                  from article a
                                  join lateral (select id, taken_at from snapshot where article_id = a.id order by id desc limit 1) s on true
                                 where a.canonical_url is not null
                                   and exists (select 1 from appearance p join snapshot its on its.id = p.snapshot_id where its.article_id = a.id)
                                   and not exists (select 1 from article_look l where l.article_id = a.id)
                                 order by a.id limit 500
                                on conflict (article_id) do nothing""")
                        .setParameter("due", clock.instant().plus(ArticleLook.firstPause()))
                        .executeUpdate());
    }

    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew()
                .call(() -> queue.next().map(look -> {
                    String address = look.live.article.canonicalUrl;
                    return new Taken(queue.begin(look, ArticleLook.LEASE), address);
                }));
    }

    void look(Taken taken) {
        Lease lease = taken.lease();
        try {
            PageFetcher.FetchedPage page = fetcher.fetch(taken.address());
            String text = ArticleReader.bytes(page.body(), page.charset(), page.address())
                    .text();
            queue.settle(lease, look -> look.read(text, clock.instant()));
            LOG.infof("article %d looked at", lease.row());
        } catch (Unreadable trouble) {
            failed(lease, trouble.getMessage().replace(PageFetcher.PASTE, ""));
        } catch (RuntimeException | StackOverflowError trouble) {
            LOG.errorf("article %d not looked at, try %d: %s", lease.row(), lease.attempt(), trouble.getClass());
            failed(lease, "Reading it failed (" + trouble.getClass().getSimpleName() + ").");
        }
    }

    private void failed(Lease lease, String why) {
        queue.fail(lease, why, Duration.ofMinutes(1L << lease.attempt()));
    }
}
