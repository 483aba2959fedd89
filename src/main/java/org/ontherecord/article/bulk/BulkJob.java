package org.ontherecord.article.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
import org.ontherecord.platform.queue.Lease;
import org.ontherecord.platform.queue.WorkQueue;

/** Reads the items of bulks, one after the other on each node. An article comes in together with the end of its item. */
@Singleton
public class BulkJob {
    private static final Logger LOG = Logger.getLogger(BulkJob.class);
    private static final int AT_A_TIME = 20;
    /** Between two pages of one host; a person reading a site opens pages faster. */
    static final Duration GAP = Duration.ofSeconds(2);

    private static final Duration LATER = Duration.ofSeconds(30);
    /** How long the bytes of what could not be read are kept for another try. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Set<Unreadable.Reason> MAY_PASS =
            Set.of(Unreadable.Reason.TOO_SLOW, Unreadable.Reason.UNREACHABLE);

    /** Opens a page; replaced in tests. */
    interface Opener {
        PageFetcher.FetchedPage open(String address);
    }

    /** An item taken from the queue. */
    record Taken(Lease lease, String label, String address) {}

    private static final WorkQueue.Table ITEMS = new WorkQueue.Table(
            "bulk_item", "id", """
                    state = 'WAITING'
                    and exists (select 1 from bulk b where b.id = bulk_item.bulk_id and b.state in ('QUEUED', 'RUNNING'))
                    and not exists (select 1 from visited_host v where v.host = bulk_item.host and v.next_visit_at > :now)""", "Reading this stopped three times without a word. It is left to a person.");

    private final EntityManager database;
    private final WorkQueue<BulkItem> queue;
    private final ArticleIngest ingest;
    private final Clock clock;
    Opener opener;

    BulkJob(EntityManager database, ArticleIngest ingest, PageFetcher fetcher, Clock clock) {
        this.database = database;
        this.queue = new WorkQueue<>(database, clock, BulkItem.class, ITEMS);
        this.ingest = ingest;
        this.clock = clock;
        this.opener = fetcher::fetch;
    }

    @Scheduled(identity = "bulk", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        WorkQueue.drain(AT_A_TIME, this::take, this::read);
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

    /** One item whose time has come and whose host may be asked. */
    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            for (Optional<BulkItem> next = queue.next(); next.isPresent(); next = queue.next()) {
                BulkItem item = next.get();
                if (item.host == null || mayVisit(item.host, now)) {
                    Lease lease = queue.begin(item, BulkItem.LEASE);
                    began(item.bulk.id);
                    return Optional.of(new Taken(lease, item.label, item.address));
                }
                item.turn.postpone(now.plus(GAP));
                database.flush();
            }
            return Optional.empty();
        });
    }

    void read(Taken taken) {
        try {
            Optional<Long> known = taken.address() == null ? Optional.empty() : known(taken.address());
            if (known.isPresent()) {
                queue.settle(taken.lease(), item -> became(item, known.get(), true));
                return;
            }
            Optional<ArticleText> text = text(taken);
            if (text.isEmpty()) {
                return;
            }
            queue.settle(taken.lease(), item -> {
                Snapshot.How how = taken.address() == null ? Snapshot.How.UPLOADED : Snapshot.How.FETCHED;
                ArticleIngest.Added added = ingest.add(text.get(), how, item.bulk.startedBy);
                became(item, added.articleId(), added.known());
            });
        } catch (Unreadable refusal) {
            if (MAY_PASS.contains(refusal.reason())) {
                tryLater(taken, refusal.getMessage());
            } else {
                queue.settle(taken.lease(), item -> item.fail(refusal.getMessage(), clock.instant()));
            }
        } catch (RuntimeException | StackOverflowError trouble) {
            Lease lease = taken.lease();
            LOG.errorf("item %d of a bulk not read, try %d: %s", lease.row(), lease.attempt(), trouble.getClass());
            tryLater(
                    taken, "Reading this failed (" + trouble.getClass().getSimpleName() + "). Nothing of it was kept.");
        }
    }

    private void tryLater(Taken taken, String why) {
        queue.fail(taken.lease(), why, LATER.multipliedBy(taken.lease().attempt()));
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
                                .setParameter("id", taken.lease().row())
                                .getSingleResult());
        return content == null
                ? Optional.empty()
                : Optional.of(ArticleReader.bytes(content, null, null).orTitled(taken.label()));
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
