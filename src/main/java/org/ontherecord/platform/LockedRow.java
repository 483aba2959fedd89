package org.ontherecord.platform;

import java.util.Locale;
import java.util.Optional;

import jakarta.persistence.EntityManager;

/**
 * An entity's row, locked and read in one statement: finding it with a lock fails inside Hibernate when another transaction
 * changes the row meanwhile.
 */
public final class LockedRow {
    private LockedRow() {}

    public static <E> Optional<E> of(EntityManager database, Class<E> type, long id) {
        return of(database, type, "id", id);
    }

    /** Held to the end of the transaction, which must not have read it before; empty when there is none. */
    @SuppressWarnings("unchecked")
    public static <E> Optional<E> of(EntityManager database, Class<E> type, String key, long value) {
        return database.createNativeQuery(
                        "select * from %s where %s = :value for update".formatted(table(type), key), type)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    /** Tables are called as their entities. */
    private static String table(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
