package org.ontherecord.extraction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Suggestion;
import org.ontherecord.claim.likeness.Suggestions;
import org.ontherecord.matching.Utterance;
import org.ontherecord.platform.queue.Lease;
import org.ontherecord.platform.queue.WorkQueue;

/** Looks ahead for the best match of each open candidate, so that the inbox can be filtered by it. Whoever opens one looks anew. */
@Singleton
public class CandidateMatchJob {
    private static final Logger LOG = Logger.getLogger(CandidateMatchJob.class);
    /** Half a second of one core every two (docs/measured.md: a match takes 28 ms); ten thousand take about half an hour. */
    private static final int AT_A_TIME = 20;

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofMinutes(1);
    /** The record changes in ways that no rule below sees: a claim is worded anew, others' checks come in. */
    private static final Duration STALE = Duration.ofDays(1);
    /** By then the index of every node has followed a new claim, with its meaning. */
    static final Duration SETTLED = Duration.ofSeconds(20);

    private static final Duration NEW = Duration.ofHours(1);

    /** What finds claims; replaced in tests by one that fails. */
    interface Finder {
        List<Suggestion> find(Utterance said, String exact, long article);
    }

    /** A candidate taken from the queue; nothing is said when nobody waits for it any more. */
    record Taken(Lease lease, Utterance said, String exact, long article) {}

    private final EntityManager database;
    private final WorkQueue<CandidateMatch> queue;
    private final Clock clock;
    Finder finder;

    CandidateMatchJob(EntityManager database, Suggestions suggestions, Clock clock) {
        this.database = database;
        this.queue = new WorkQueue<>(
                database,
                clock,
                CandidateMatch.class,
                new WorkQueue.Table(
                        "candidate_match", "candidate_id", "state = 'QUEUED'", "the looking stopped without a word"));
        this.clock = clock;
        this.finder = suggestions::ofQuote;
    }

    @Scheduled(identity = "candidate-matches", every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        WorkQueue.drain(AT_A_TIME, this::take, this::look);
    }

    /** Back into the queue: what was looked at long ago, and what has words like those of a claim made since. */
    @Scheduled(
            identity = "candidate-matches-again",
            every = "1m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void again() {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                                update candidate_match set state = 'QUEUED', attempts = 0, next_try_at = :now, finished_at = null, trouble = null
                                 where state = 'DONE' and candidate_id in (
                                   (select m.candidate_id from candidate_match m join candidate c on c.id = m.candidate_id
                                     where m.state = 'DONE' and m.looked_at < :stale and c.state = 'OPEN' order by m.looked_at limit 500)
                                   union all
                                   (select m.candidate_id
                                      from (select * from claim where created_at between :new and :settled order by created_at desc limit 100) k
                                      join candidate c on c.state = 'OPEN' and k.wording <% c.quote_exact
                                      join candidate_match m on m.candidate_id = c.id
                                     where m.state = 'DONE' and m.looked_at < k.created_at + cast(:lag as interval) order by m.candidate_id limit 500))""")
                        .setParameter("now", now)
                        .setParameter("stale", now.minus(STALE))
                        .setParameter("new", now.minus(NEW))
                        .setParameter("settled", now.minus(SETTLED))
                        .setParameter("lag", SETTLED.toSeconds() + " seconds")
                        .executeUpdate());
    }

    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> queue.next().map(this::take));
    }

    void look(Taken taken) {
        try {
            Suggestion best = taken.said() == null
                    ? null
                    : finder.find(taken.said(), taken.exact(), taken.article()).stream()
                            .findFirst()
                            .orElse(null);
            queue.settle(taken.lease(), match -> {
                // undoing a decision takes its claim away, perhaps since it was found
                boolean there = best != null && Claim.findById(best.id()) != null;
                match.found(there ? best.id() : null, there ? (short) best.percent() : null, clock.instant());
            });
        } catch (RuntimeException trouble) {
            Lease lease = taken.lease();
            LOG.errorf("candidate %d not matched, try %d: %s", lease.row(), lease.attempt(), trouble.getClass());
            queue.fail(
                    lease,
                    "looking for it failed (" + trouble.getClass().getSimpleName() + ")",
                    PAUSE.multipliedBy(lease.attempt()));
        }
    }

    private Taken take(CandidateMatch match) {
        Candidate candidate = Candidate.findById(match.candidateId);
        Lease lease = queue.begin(match, LEASE);
        return candidate.isOpen()
                ? new Taken(lease, InContext.of(candidate), candidate.quoteExact, candidate.snapshot.article.id)
                : new Taken(lease, null, null, 0);
    }
}
