package org.ontherecord.claim.likeness;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.ontherecord.matching.ClaimMatcher;
import org.ontherecord.matching.Match;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;
import org.ontherecord.platform.queue.Lease;
import org.ontherecord.platform.queue.WorkQueue;

/**
 * Compares each of our published claims with all public ones, ours and other publishers'. Two claims of other publishers are
 * never compared: a file of 20,000 would bury the newsroom's own pairs. The pairs and DONE are written together.
 */
@Singleton
public class DuplicateJob {
    private static final Logger LOG = Logger.getLogger(DuplicateJob.class);
    private static final int AT_A_TIME = 10;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** More likely duplicates of one claim than this are one for a person to find in the list of claims. */
    private static final int MOST_PAIRS = 5;
    /** After the last import, so that the index has followed and a further file comes in before all is compared again. */
    static final Duration SETTLED = Duration.ofMinutes(1);

    /** What finds claims; replaced in tests. */
    interface Finder {
        List<Match> match(Utterance utterance, Sight sight, int limit, Set<Long> without);
    }

    /** A claim taken from the queue, as it is public. */
    record Taken(Lease lease, String wording, String speaker, LocalDate saidOn) {
        long claim() {
            return lease.row();
        }
    }

    private final EntityManager database;
    private final WorkQueue<DuplicateSearch> queue;
    private final Clock clock;
    Finder finder;

    DuplicateJob(EntityManager database, ClaimMatcher matcher, Clock clock) {
        this.database = database;
        this.queue = new WorkQueue<>(
                database,
                clock,
                DuplicateSearch.class,
                new WorkQueue.Table(
                        "duplicate_search", "claim_id", "state = 'QUEUED'", "the comparing stopped without a word"));
        this.clock = clock;
        this.finder = matcher::match;
    }

    @Scheduled(identity = "duplicates", every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        WorkQueue.drain(AT_A_TIME, this::take, this::compare);
    }

    /** Ours are compared again when other publishers' checks have come in. */
    @Scheduled(identity = "duplicates-after-imports", every = "1m", delayed = "1m")
    void afterImports() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                                update duplicate_search set state = 'QUEUED', attempts = 0, queued_at = :now, next_try_at = :now,
                                  finished_at = null, trouble = null
                                 where state = 'DONE' and exists (
                                   select 1 from claim_import i where not i.dry_run and i.added > 0
                                      and i.finished_at between duplicate_search.finished_at and :settled)""")
                        .setParameter("now", clock.instant())
                        .setParameter("settled", clock.instant().minus(SETTLED))
                        .executeUpdate());
    }

    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> queue.next().map(this::take));
    }

    void compare(Taken taken) {
        try {
            var utterance = Utterance.of(taken.wording()).by(taken.speaker()).on(taken.saidOn());
            List<Match> likely = finder.match(utterance, Sight.PUBLIC, MOST_PAIRS, Set.of(taken.claim())).stream()
                    .filter(LikelyDuplicate::isLikely)
                    .toList();
            queue.settle(taken.lease(), search -> {
                LikelyDuplicate.found(database, taken.claim(), likely, clock.instant());
                search.finish(clock.instant());
            });
        } catch (RuntimeException trouble) {
            Lease lease = taken.lease();
            LOG.errorf("claim %d not compared, try %d: %s", lease.row(), lease.attempt(), trouble.getClass());
            queue.fail(
                    lease,
                    "comparing it failed (" + trouble.getClass().getSimpleName() + ")",
                    PAUSE.multipliedBy(lease.attempt()));
        }
    }

    private Taken take(DuplicateSearch search) {
        Object[] row = (Object[]) database.createNativeQuery("""
                        select r.wording, s.name, (select min(a.said_on) from appearance a where a.claim_id = v.claim_id)
                          from verdict v join revision r on r.id = v.revision_id left join speaker s on s.id = r.speaker_id
                         where v.claim_id = :claim order by v.number desc limit 1""")
                .setParameter("claim", search.claimId)
                .getSingleResult();
        return new Taken(queue.begin(search, DuplicateSearch.LEASE), (String) row[0], (String) row[1], day(row[2]));
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
