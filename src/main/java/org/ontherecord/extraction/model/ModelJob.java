package org.ontherecord.extraction.model;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.article.Quote;
import org.ontherecord.extraction.Candidate;
import org.ontherecord.extraction.Proposal;
import org.ontherecord.extraction.worth.CheckWorthiness;
import org.ontherecord.platform.queue.Lease;
import org.ontherecord.platform.queue.WorkQueue;

/** Shows a language model, where one is configured, what the rules have read. The try is counted with what it costs. */
@Singleton
@Named("languageModel")
public class ModelJob {
    private static final Logger LOG = Logger.getLogger(ModelJob.class);
    private static final int AT_A_TIME = 5;
    /** So that a model that is switched on is not sent the whole archive. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final int UNKNOWN_WORTH = 50;

    /** A text taken from the queue, and what to ask about it. */
    record Taken(Lease lease, String text, String language, LocalDate publishedOn, String prompt) {}

    private final EntityManager database;
    private final WorkQueue<ModelReading> queue;
    private final Clock clock;
    private final ModelBudget budget;
    private final CheckWorthiness worth;
    private ModelSettings settings;
    private ModelClient client;
    private CircuitBreaker breaker;

    ModelJob(EntityManager database, Clock clock, ModelBudget budget, CheckWorthiness worth, Config config) {
        this.database = database;
        this.queue = new WorkQueue<>(
                database,
                clock,
                ModelReading.class,
                new WorkQueue.Table(
                        "model_reading",
                        "snapshot_id",
                        "state = 'QUEUED'",
                        "the app stopped while the model was asked"));
        this.clock = clock;
        this.budget = budget;
        this.worth = worth;
        use(ModelSettings.of(config));
    }

    /** From now on this model; tests bring their own. */
    final void use(ModelSettings wanted) {
        settings = wanted;
        breaker = new CircuitBreaker(clock);
        client = wanted.isOn() ? new ModelClient(wanted) : null;
        if (wanted.trouble() != null) {
            LOG.warnf("No language model is asked: %s", wanted.trouble());
        }
    }

    /** Whether the operator has named one; the desk then links to its page. */
    public boolean isGiven() {
        return settings.isGiven();
    }

    ModelSettings settings() {
        return settings;
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    @Scheduled(identity = "model", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (!settings.isOn() || worth.isLoading()) {
            return;
        }
        QuarkusTransaction.requiringNew().run(this::queueWhatWasRead);
        WorkQueue.drain(AT_A_TIME, () -> breaker.allows() ? take() : Optional.empty(), this::show);
    }

    /** What the rules have read and no model was shown yet. A copy's claims are proposed where its origin is. */
    private void queueWhatWasRead() {
        database.createNativeQuery("""
                        insert into model_reading (snapshot_id, state, queued_at, next_try_at, finished_at)
                        select e.snapshot_id,
                               case when a.origin_article_id is null then 'QUEUED' else 'SKIPPED' end,
                               :now, :now,
                               case when a.origin_article_id is null then null else cast(:now as timestamptz) end
                        from extraction e join snapshot s on s.id = e.snapshot_id join article a on a.id = s.article_id
                        where e.state = 'DONE' and e.finished_at > :since
                          and not exists (select 1 from model_reading m where m.snapshot_id = e.snapshot_id)
                        order by e.finished_at, e.snapshot_id limit 200
                        on conflict do nothing""")
                .setParameter("now", clock.instant())
                .setParameter("since", clock.instant().minus(NEWS))
                .executeUpdate();
    }

    /** One text whose time has come and that the budget still covers. */
    Optional<Taken> take() {
        return QuarkusTransaction.requiringNew().call(() -> {
            budget.lock();
            return queue.next().flatMap(this::take);
        });
    }

    private Optional<Taken> take(ModelReading next) {
        String text = next.snapshot.text;
        String prompt = Prompt.of(text);
        var now = clock.instant();
        if (!budget.used(now).leaves(settings, prompt.length())) {
            return Optional.empty();
        }
        Lease lease = queue.begin(next, settings.timeout().plus(ModelReading.GRACE));
        budget.spend(next.snapshotId, prompt.length(), settings, now);
        var article = next.snapshot.article;
        return Optional.of(new Taken(lease, text, article.language, article.publishedOn, prompt));
    }

    void show(Taken taken) {
        try {
            ModelAnswer answer = ModelAnswer.read(client.ask(taken.prompt()));
            breaker.succeeded();
            queue.settle(taken.lease(), reading -> write(reading, taken, answer));
        } catch (ModelTrouble trouble) {
            // A text can make a model answer nonsense; only a server that does not answer is left alone.
            if (trouble.isOfEndpoint()) {
                breaker.failed();
            } else {
                breaker.succeeded();
            }
            fail(taken, trouble.getMessage());
        } catch (RuntimeException trouble) {
            fail(taken, "keeping its proposals failed (" + trouble.getClass().getSimpleName() + ")");
        }
    }

    private void fail(Taken taken, String words) {
        Lease lease = taken.lease();
        LOG.warnf("snapshot %d not shown to %s, try %d: %s", lease.row(), settings, lease.attempt(), words);
        queue.fail(lease, words, lease.attempt() < 2 ? Duration.ofMinutes(1) : Duration.ofMinutes(10));
    }

    private void write(ModelReading reading, Taken taken, ModelAnswer answer) {
        var now = clock.instant();
        List<Quote> there = Candidate.<Candidate>list("snapshot", reading.snapshot).stream()
                .map(Candidate::quote)
                .toList();
        Verified verified = Verified.of(
                answer,
                taken.text(),
                taken.language(),
                taken.publishedOn(),
                there,
                words -> worthOf(words, taken.language()));
        String by = signature(settings.name(), Prompt.VERSION);
        for (Proposal proposal : verified.proposals()) {
            Candidate.propose(reading.snapshot, proposal, by, now);
        }
        reading.finish(settings.name(), verified, now);
        LOG.infof(
                "snapshot %d shown to %s: %d candidates, %d unverifiable",
                reading.snapshotId, settings, verified.proposals().size(), verified.unverifiable());
        AuditEvent.record(
                null,
                "snapshot shown to a model",
                "snapshot",
                reading.snapshotId,
                null,
                Map.of("candidates", verified.proposals().size(), "unverifiable", verified.unverifiable(), "model", by),
                now);
    }

    /** How candidates say which model proposed them. */
    static String signature(String model, int prompt) {
        return "model " + model + ", prompt " + prompt;
    }

    /** The ranker knows English only. */
    private int worthOf(String words, String language) {
        return worth.forLanguage(language) == null
                ? UNKNOWN_WORTH
                : (int) Math.round(worth.sentences(List.of(words))[0]);
    }
}
