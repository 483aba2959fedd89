package org.ontherecord.extraction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.extraction.worth.CheckWorthiness;
import org.ontherecord.speaker.Speaker;

/**
 * Reads queued snapshots. The table is the queue: a first transaction counts the try, so that a text that kills the reader
 * is parked in the end; a second writes all candidates and DONE together, so that no crash leaves half a set or two.
 */
@Singleton
public class ExtractionJob {
    private static final Logger LOG = Logger.getLogger(ExtractionJob.class);
    private static final int AT_A_TIME = 20;

    /** What reads a text; replaced in tests by one that fails. */
    interface Extractor {
        Findings propose(String text, String language, LocalDate publishedOn);
    }

    /** A text taken from the queue. A copy's claims are proposed where its origin is. */
    record Taken(long snapshotId, int attempt, String text, String language, LocalDate publishedOn, boolean copy) {}

    private final EntityManager database;
    private final Clock clock;
    private final CheckWorthiness worth;
    Extractor extractor = this::propose;

    ExtractionJob(EntityManager database, Clock clock, CheckWorthiness worth) {
        this.database = database;
        this.clock = clock;
        this.worth = worth;
    }

    /** Texts wait while the ranker is being loaded after a start. */
    @Scheduled(identity = "extraction", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void runOnceLoaded() {
        if (!worth.isLoading()) {
            run();
        }
    }

    void run() {
        for (int i = 0; i < AT_A_TIME; i++) {
            Optional<Taken> taken = take();
            if (taken.isEmpty()) {
                return;
            }
            read(taken.get());
        }
    }

    private Findings propose(String text, String language, LocalDate publishedOn) {
        return ClaimExtractor.propose(text, language, publishedOn, worth.forLanguage(language));
    }

    /** First transaction: one text whose time has come, its try counted. Texts tried too often are parked on the way. */
    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> {
            for (Extraction next = due(); next != null; next = due()) {
                if (next.attempts < Extraction.MOST_ATTEMPTS) {
                    next.begin(clock.instant());
                    var article = next.snapshot.article;
                    return Optional.of(new Taken(
                            next.snapshotId,
                            next.attempts,
                            next.snapshot.text,
                            article.language,
                            article.publishedOn,
                            article.originArticle != null));
                }
                next.park(clock.instant());
                database.flush();
            }
            return Optional.empty();
        });
    }

    void read(Taken taken) {
        try {
            boolean ranked = worth.forLanguage(taken.language()) != null;
            Findings findings = taken.copy()
                    ? new Findings(List.of(), List.of(), 0)
                    : extractor.propose(taken.text(), taken.language(), taken.publishedOn());
            String by = ranked ? ClaimExtractor.VERSION + ", " + worth.version() : ClaimExtractor.VERSION;
            int written = QuarkusTransaction.requiringNew().call(() -> write(taken, findings, by));
            if (written >= 0) {
                LOG.infof(
                        "snapshot %d read: %d candidates, %d dropped", taken.snapshotId(), written, findings.dropped());
            }
        } catch (RuntimeException | StackOverflowError trouble) {
            LOG.errorf("snapshot %d not read, try %d: %s", taken.snapshotId(), taken.attempt(), trouble.getClass());
            QuarkusTransaction.requiringNew()
                    .run(() -> mine(taken)
                            .ifPresent(extraction -> extraction.fail(
                                    "reading it failed (" + trouble.getClass().getSimpleName() + ")",
                                    clock.instant())));
        }
    }

    /** Second transaction. A reader that was late for its lease finds the row gone on and writes nothing. */
    private int write(Taken taken, Findings findings, String by) {
        Extraction extraction = mine(taken).orElse(null);
        if (extraction == null) {
            return -1;
        }
        var now = clock.instant();
        List<Integer[]> byHand = Candidate.<Candidate>list("snapshot", extraction.snapshot).stream()
                .map(candidate -> new Integer[] {candidate.quoteStart, candidate.quoteEnd})
                .toList();
        Map<String, Optional<Speaker>> speakers = new HashMap<>();
        int written = 0;
        for (Proposal proposal : findings.proposals()) {
            boolean there = byHand.stream()
                    .anyMatch(spot -> spot[0] == proposal.quote().start()
                            && spot[1] == proposal.quote().end());
            if (!there) {
                Speaker known = speakers.computeIfAbsent(
                                proposal.speakerName() == null ? "" : proposal.speakerName(),
                                name -> name.isEmpty() ? Optional.empty() : Speaker.only(name))
                        .orElse(null);
                Candidate.proposed(extraction.snapshot, proposal, known, by, now)
                        .persist();
                written++;
            }
        }
        extraction.finish(by, findings.dropped(), now);
        AuditEvent.record(
                null,
                "snapshot read",
                "snapshot",
                taken.snapshotId(),
                null,
                Map.of("candidates", written, "dropped", findings.dropped(), "extractor", by),
                now);
        return written;
    }

    @SuppressWarnings("unchecked")
    private Extraction due() {
        return (Extraction) database.createNativeQuery("""
                        select * from extraction where state = 'QUEUED' and next_try_at <= :now
                        order by next_try_at, snapshot_id limit 1 for update skip locked""", Extraction.class)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private Optional<Extraction> mine(Taken taken) {
        return Extraction.locked(taken.snapshotId())
                .filter(found -> found.isWaiting() && found.attempts == taken.attempt());
    }
}
