package org.ontherecord.extraction;

import java.time.Clock;
import java.time.Duration;
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
import org.ontherecord.article.Quote;
import org.ontherecord.extraction.worth.CheckWorthiness;
import org.ontherecord.platform.queue.Lease;
import org.ontherecord.platform.queue.WorkQueue;
import org.ontherecord.speaker.Speaker;

/** Reads queued snapshots. All candidates and DONE are written together, so that no crash leaves half a set or two. */
@Singleton
public class ExtractionJob {
    private static final Logger LOG = Logger.getLogger(ExtractionJob.class);
    private static final int AT_A_TIME = 20;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** What reads a text; replaced in tests by one that fails. */
    interface Extractor {
        Findings propose(String text, String language, LocalDate publishedOn);
    }

    /** A text taken from the queue. A copy's claims are proposed where its origin is. */
    record Taken(Lease lease, String text, String language, LocalDate publishedOn, boolean copy) {}

    private final WorkQueue<Extraction> queue;
    private final Clock clock;
    private final CheckWorthiness worth;
    Extractor extractor = this::propose;

    ExtractionJob(EntityManager database, Clock clock, CheckWorthiness worth) {
        this.queue = new WorkQueue<>(
                database,
                clock,
                Extraction.class,
                new WorkQueue.Table(
                        "extraction", "snapshot_id", "state = 'QUEUED'", "the reader stopped without a word"));
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

    /** Whoever asks for a run while another is under way waits for its end, so that what was queued before is read after. */
    synchronized void run() {
        WorkQueue.drain(AT_A_TIME, this::take, this::read);
    }

    private Findings propose(String text, String language, LocalDate publishedOn) {
        return ClaimExtractor.propose(text, language, publishedOn, worth.forLanguage(language));
    }

    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew()
                .call(() -> queue.next().map(next -> {
                    var article = next.snapshot.article;
                    return new Taken(
                            queue.begin(next, Extraction.LEASE),
                            next.snapshot.text,
                            article.language,
                            article.publishedOn,
                            article.originArticle != null);
                }));
    }

    void read(Taken taken) {
        try {
            boolean ranked = worth.forLanguage(taken.language()) != null;
            Findings findings = taken.copy()
                    ? new Findings(List.of(), List.of(), 0)
                    : extractor.propose(taken.text(), taken.language(), taken.publishedOn());
            String by = ranked ? ClaimExtractor.VERSION + ", " + worth.version() : ClaimExtractor.VERSION;
            queue.settle(taken.lease(), extraction -> write(extraction, findings, by));
        } catch (RuntimeException | StackOverflowError trouble) {
            Lease lease = taken.lease();
            LOG.errorf("snapshot %d not read, try %d: %s", lease.row(), lease.attempt(), trouble.getClass());
            queue.fail(
                    lease,
                    "reading it failed (" + trouble.getClass().getSimpleName() + ")",
                    PAUSE.multipliedBy(lease.attempt()));
        }
    }

    private void write(Extraction extraction, Findings findings, String by) {
        var now = clock.instant();
        List<Quote> byHand = Candidate.<Candidate>list("snapshot", extraction.snapshot).stream()
                .map(Candidate::quote)
                .toList();
        Map<String, Optional<Speaker>> speakers = new HashMap<>();
        int written = 0;
        for (Proposal proposal : findings.proposals()) {
            if (byHand.stream().noneMatch(proposal.quote()::isSameWordsAs)) {
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
                extraction.snapshotId,
                null,
                Map.of("candidates", written, "dropped", findings.dropped(), "extractor", by),
                now);
        LOG.infof("snapshot %d read: %d candidates, %d dropped", extraction.snapshotId, written, findings.dropped());
    }
}
