package org.ontherecord.article.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.article.ArticleIngest;
import org.ontherecord.article.ArticleReader;
import org.ontherecord.article.ArticleText;
import org.ontherecord.article.PageFetcher;
import org.ontherecord.article.Snapshot;
import org.ontherecord.article.Unreadable;

/**
 * Reads the items of bulks, one after the other on each node. The table is the queue: a first transaction counts the try
 * and takes the item for a while; a second writes the article and "done" together, so that nothing comes in twice.
 */
@Singleton
public class BulkJob {
    private static final Logger LOG = Logger.getLogger(BulkJob.class);
    private static final int AT_A_TIME = 20;
    /** Between two pages of one host; a person reading a site opens pages faster. */
    static final Duration GAP = Duration.ofSeconds(2);
    /** How long the bytes of what could not be read are kept for another try. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Set<Unreadable.Reason> MAY_PASS =
            Set.of(Unreadable.Reason.TOO_SLOW, Unreadable.Reason.UNREACHABLE);

    /** Opens a page; replaced in tests. */
    interface Opener {
        PageFetcher.FetchedPage open(String address);
    }

    /** An item taken from the queue. */
    record Taken(long itemId, int attempt, String label, String address) {}

    private final EntityManager database;
    private final ArticleIngest ingest;
    private final Clock clock;
    Opener opener;

    BulkJob(EntityManager database, ArticleIngest ingest, PageFetcher fetcher, Clock clock) {
        this.database = database;
        this.ingest = ingest;
        this.clock = clock;
        this.opener = fetcher::fetch;
    }

    @Scheduled(identity = "bulk", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (int i = 0; i < AT_A_TIME; i++) {
            Optional<Taken> taken = take();
            if (taken.isEmpty()) {
                break;
            }
            read(taken.get());
        }
        finish();
    }

    @Scheduled(identity = "bulk-forgetting", every = "1h", delayed = "1m")
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                                update bulk_item i set content = null from bulk b
                                where b.id = i.bulk_id and i.content is not null and b.finished_at < :before""")
                        .setParameter("before", clock.instant().minus(KEPT))
                        .executeUpdate());
    }

    /** First transaction: one item whose time has come and whose host may be asked, its try counted. */
    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            for (BulkItem next = due(now); next != null; next = due(now)) {
                if (next.attempts >= BulkItem.MOST_ATTEMPTS) {
                    next.fail("Reading this stopped three times without a word. It is left to a person.", now);
                } else if (next.host != null && !mayVisit(next.host, now)) {
                    next.nextTryAt = now.plus(GAP);
                } else {
                    next.begin(now);
                    began(next.bulk.id);
                    return Optional.of(new Taken(next.id, next.attempts, next.label, next.address));
                }
                database.flush();
            }
            return Optional.empty();
        });
    }

    void read(Taken taken) {
        try {
            Optional<Long> known = taken.address() == null ? Optional.empty() : known(taken.address());
            if (known.isPresent()) {
                write(taken, item -> became(item, known.get(), true));
                return;
            }
            Optional<ArticleText> text = text(taken);
            if (text.isEmpty()) {
                return;
            }
            write(taken, item -> {
                Snapshot.How how = taken.address() == null ? Snapshot.How.UPLOADED : Snapshot.How.FETCHED;
                ArticleIngest.Added added = ingest.add(text.get(), how, item.bulk.startedBy);
                became(item, added.articleId(), added.known());
            });
        } catch (Unreadable refusal) {
            write(taken, item -> {
                if (MAY_PASS.contains(refusal.reason())) {
                    item.postpone(refusal.getMessage(), clock.instant());
                } else {
                    item.fail(refusal.getMessage(), clock.instant());
                }
            });
        } catch (RuntimeException | StackOverflowError trouble) {
            LOG.errorf("item %d of a bulk not read, try %d: %s", taken.itemId(), taken.attempt(), trouble.getClass());
            write(
                    taken,
                    item -> item.postpone(
                            "Reading this failed (" + trouble.getClass().getSimpleName() + "). Nothing of it was kept.",
                            clock.instant()));
        }
    }

    /** Bulks of which nothing waits any more. */
    void finish() {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = clock.instant();
            for (Bulk bulk : over()) {
                bulk.finish(BulkItem.count("bulk = ?1 and articleId is not null", bulk) > 0, now);
                long failed = BulkItem.count("bulk = ?1 and state = ?2", bulk, BulkItem.State.FAILED);
                AuditEvent.record(
                        null,
                        "bulk finished",
                        "bulk",
                        bulk.id,
                        null,
                        Map.of("state", bulk.state.name(), "failed", failed),
                        now);
                LOG.infof("bulk %d finished: %s, %d failed", bulk.id, bulk.state, failed);
            }
        });
    }

    /** Empty when another node, in time for the lease that this one missed, has read it and dropped the bytes. */
    private Optional<ArticleText> text(Taken taken) {
        if (taken.address() != null) {
            PageFetcher.FetchedPage page = opener.open(taken.address());
            return Optional.of(ArticleReader.bytes(page.body(), page.charset(), page.address()));
        }
        byte[] content = QuarkusTransaction.requiringNew()
                .call(() -> (byte[])
                        database.createNativeQuery("select content from bulk_item where id = :id", byte[].class)
                                .setParameter("id", taken.itemId())
                                .getSingleResult());
        return content == null
                ? Optional.empty()
                : Optional.of(ArticleReader.bytes(content, null, null).orTitled(taken.label()));
    }

    /** Second transaction. A node that was late for its lease finds the item gone on and writes nothing. */
    private void write(Taken taken, Consumer<BulkItem> outcome) {
        QuarkusTransaction.requiringNew().run(() -> {
            mine(taken).ifPresent(outcome);
        });
    }

    @SuppressWarnings("unchecked")
    private Optional<BulkItem> mine(Taken taken) {
        return database.createNativeQuery("""
                        select * from bulk_item where id = :id and state = 'WAITING' and attempts = :attempt
                        for update""", BulkItem.class)
                .setParameter("id", taken.itemId())
                .setParameter("attempt", taken.attempt())
                .getResultStream()
                .findFirst();
    }

    /** In one statement, which takes its bytes away with the reason to keep them. */
    private void became(BulkItem item, long article, boolean known) {
        database.createNativeQuery("""
                        update bulk_item set state = :state, article_id = :article, finished_at = :now, content = null,
                          trouble = null where id = :id""")
                .setParameter("state", (known ? BulkItem.State.KNOWN : BulkItem.State.DONE).name())
                .setParameter("article", article)
                .setParameter("now", clock.instant())
                .setParameter("id", item.id)
                .executeUpdate();
    }

    private Optional<Long> known(String address) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery("select id from Article where canonicalUrl = :url", Long.class)
                        .setParameter("url", address)
                        .getResultStream()
                        .findFirst());
    }

    @SuppressWarnings("unchecked")
    private BulkItem due(Instant now) {
        return (BulkItem) database.createNativeQuery("""
                        select i.* from bulk_item i join bulk b on b.id = i.bulk_id
                          left join visited_host v on v.host = i.host
                        where i.state = 'WAITING' and i.next_try_at <= :now and b.state in ('QUEUED', 'RUNNING')
                          and (v.next_visit_at is null or v.next_visit_at <= :now)
                        order by i.next_try_at, i.id limit 1 for update of i skip locked""", BulkItem.class)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Asked of the row itself: somebody may be stopping it at this moment. */
    private void began(long bulk) {
        database.createNativeQuery("update bulk set state = 'RUNNING' where id = :id and state = 'QUEUED'")
                .setParameter("id", bulk)
                .executeUpdate();
    }

    /** Of two nodes that ask at the same moment one is told no. */
    private boolean mayVisit(String host, Instant now) {
        return database.createNativeQuery("""
                        insert into visited_host (host, next_visit_at) values (:host, :next)
                        on conflict (host) do update set next_visit_at = excluded.next_visit_at
                        where visited_host.next_visit_at <= :now""")
                        .setParameter("host", host)
                        .setParameter("next", now.plus(GAP))
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    @SuppressWarnings("unchecked")
    private List<Bulk> over() {
        return database.createNativeQuery("""
                        select * from bulk b where state in ('QUEUED', 'RUNNING')
                          and not exists (select 1 from bulk_item i where i.bulk_id = b.id and i.state = 'WAITING')
                        order by id limit 100 for update skip locked""", Bulk.class).getResultList();
    }
}
