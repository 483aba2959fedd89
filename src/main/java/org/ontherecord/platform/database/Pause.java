package org.ontherecord.platform.database;

import java.io.IOException;

/** Waiting for another process, which gives no signal to wait for. */
final class Pause {

    private Pause() {}

    static void briefly() throws IOException {
        of(100);
    }

    static void of(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
