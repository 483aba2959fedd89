package org.ontherecord.extraction;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.ontherecord.platform.ApiRefusal;

/** Lets one long request after another compute, so that pages find a free processor; who would wait long is told to come back. */
final class Turns {
    private static final int MOST_WAITING = 8;
    private static final int PATIENCE_SECONDS = 4;

    private final Semaphore one = new Semaphore(1, true);

    /** A place to compute in, given back once however often it is closed. */
    final class Turn implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();

        @Override
        public void close() {
            if (over.compareAndSet(false, true)) {
                one.release();
            }
        }
    }

    Turn take() {
        try {
            if (one.getQueueLength() < MOST_WAITING && one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new Turn();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw ApiRefusal.later(503, "Others are being served just now. Try again in 5 seconds.", 5, Map.of());
    }
}
