package org.ontherecord.platform.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.ontherecord.platform.LockedRow;

/**
 * A table that is a queue. A first transaction takes a row for a while and counts the try, so that what kills its node is left
 * to a person in the end; the work is done outside any; a second writes what came of it, if the row is still held.
 */
public final class WorkQueue<R extends Queued> {
    /**
     * Where the rows are, by which column they are known and which of them wait, in SQL; and what is to be said of a row
     * whose nodes stopped without a word.
     */
    public record Table(String name, String key, String waiting, String silence) {}

    private final EntityManager database;
    private final Clock clock;
    private final Class<R> type;
    private final Table table;

    public WorkQueue(EntityManager database, Clock clock, Class<R> type, Table table) {
        this.database = database;
        this.clock = clock;
        this.type = type;
        this.table = table;
    }

    /** Takes and works off one after the other, at most so many in one go. */
    public static <T> void drain(int most, Supplier<Optional<T>> take, Consumer<T> work) {
        for (int i = 0; i < most; i++) {
            Optional<T> taken = take.get();
            if (taken.isEmpty()) {
                return;
            }
            work.accept(taken.get());
        }
    }

    /** The row whose turn it is, locked to the end of the transaction. Those tried too often are parked on the way. */
    public Optional<R> next() {
        for (Optional<R> row = due(); row.isPresent(); row = due()) {
            if (!row.get().turn().isLast()) {
                return row;
            }
            park(row.get());
            database.flush();
        }
        return Optional.empty();
    }

    /** Counts the try and takes the row for so long; in the transaction that found it. */
    public Lease begin(R row, Duration lease) {
        Turn turn = row.turn();
        // To the microsecond, as the table keeps it.
        turn.begin(clock.instant().plus(lease).truncatedTo(ChronoUnit.MICROS));
        Long key = (Long)
                database.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(row);
        return new Lease(key, turn.attempts, turn.nextTryAt);
    }

    /** In a transaction of its own. A node that was late for its lease finds the row gone on and writes nothing. */
    public void settle(Lease lease, Consumer<R> outcome) {
        QuarkusTransaction.requiringNew().run(() -> held(lease).ifPresent(outcome));
    }

    /** For what may go better after so long; the last time it is left to a person. */
    public void fail(Lease lease, String what, Duration pause) {
        settle(lease, row -> {
            row.turn().fail(what, clock.instant().plus(pause));
            if (row.turn().isLast()) {
                park(row);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private Optional<R> due() {
        return database.createNativeQuery("""
                        select * from %s where %s and next_try_at <= :now
                        order by next_try_at, %s limit 1 for update skip locked""".formatted(table.name(), table.waiting(), table.key()), type)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    private Optional<R> held(Lease lease) {
        return LockedRow.of(database, type, table.key(), lease.row())
                .filter(row -> row.turn().isHeldBy(lease));
    }

    private void park(R row) {
        Turn turn = row.turn();
        turn.end(turn.trouble == null ? table.silence() : turn.trouble, clock.instant());
        row.park();
    }
}
