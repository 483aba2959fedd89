package org.ontherecord.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;

import io.quarkus.scheduler.spi.JobInstrumenter;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import org.awaitility.Awaitility;

import org.ontherecord.extraction.worth.CheckWorthiness;
import org.ontherecord.matching.index.NodeIndex;

/** No scheduled job runs behind a test's back, nor is one still at it from before, but those that {@link JobsRun} names. */
@Singleton
public class BackgroundJobs implements JobInstrumenter {
    private static final long LONGEST_WAIT_MILLIS = 120_000;

    private final List<String> underWay = new ArrayList<>();
    private Set<String> running = Set.of();

    @Override
    public CompletionStage<Void> instrument(JobInstrumentationContext job) {
        synchronized (this) {
            if (!running.contains(job.getSpanName())) {
                return CompletableFuture.completedStage(null);
            }
            underWay.add(job.getSpanName());
        }
        try {
            return job.executeJob().whenComplete((nothing, trouble) -> ended(job.getSpanName()));
        } catch (RuntimeException | Error trouble) {
            ended(job.getSpanName());
            throw trouble;
        }
    }

    private synchronized void ended(String job) {
        underWay.remove(job);
        notifyAll();
    }

    private synchronized void letRun(String... jobs) {
        running = Set.of(jobs);
    }

    /** Returns when those under way have ended. */
    private synchronized void hold() {
        running = Set.of();
        long until = System.currentTimeMillis() + LONGEST_WAIT_MILLIS;
        while (!underWay.isEmpty()) {
            long left = until - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("still under way: " + underWay);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + underWay, e);
            }
        }
    }

    /** Found as a service, so that no test has to ask for it. */
    public static class AroundEachTest implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {
        @Override
        public void beforeEach(QuarkusTestMethodContext context) {
            var worth = CDI.current().select(CheckWorthiness.class).get();
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !worth.isLoading());
            CDI.current().select(NodeIndex.class).get().catchUp();
            var test = context.getTestMethod().getAnnotation(JobsRun.class);
            var all = context.getTestInstance().getClass().getAnnotation(JobsRun.class);
            if (test != null || all != null) {
                CDI.current().select(BackgroundJobs.class).get().letRun((test != null ? test : all).value());
            }
        }

        @Override
        public void afterEach(QuarkusTestMethodContext context) {
            CDI.current().select(BackgroundJobs.class).get().hold();
        }
    }
}
