package org.ontherecord.platform.queue;

import java.time.Instant;

/** A row of a queue, held by one node until then. Whoever takes it again has another lease, and this one no longer counts. */
public record Lease(long row, int attempt, Instant until) {}
