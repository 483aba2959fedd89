package org.ontherecord.extraction.model;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** What may be sent to the model in any hour and any day: counted in the database, so that all nodes share it and a restart forgets nothing. */
@Singleton
public class ModelBudget {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** Any number, as long as nothing else locks with it. */
    private static final long LOCK = 20_261_122_2040L;

    /** Requests in the last hour, characters in the last day. */
    public record Used(long requests, long characters) {
        boolean leaves(ModelSettings settings, long more) {
            return requests < settings.requestsPerHour() && characters + more <= settings.charactersPerDay();
        }
    }

    private final EntityManager database;

    ModelBudget(EntityManager database) {
        this.database = database;
    }

    /** Until the transaction ends no other node counts or spends. */
    void lock() {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:key)) locked")
                .setParameter("key", LOCK)
                .getSingleResult();
    }

    Used used(Instant now) {
        Object[] sums = (Object[]) database.createNativeQuery("""
                        select count(*) filter (where asked_at > :hour), coalesce(sum(characters), 0)
                        from model_request where asked_at > :day""")
                .setParameter("hour", now.minus(HOUR))
                .setParameter("day", now.minus(DAY))
                .getSingleResult();
        return new Used(((Number) sums[0]).longValue(), ((Number) sums[1]).longValue());
    }

    void spend(long snapshotId, int characters, ModelSettings settings, Instant now) {
        database.createNativeQuery("""
                        insert into model_request (snapshot_id, asked_at, characters, model, prompt_version)
                        values (:snapshot, :now, :characters, :model, :prompt)""")
                .setParameter("snapshot", snapshotId)
                .setParameter("now", now)
                .setParameter("characters", characters)
                .setParameter("model", settings.name())
                .setParameter("prompt", Prompt.VERSION)
                .executeUpdate();
    }
}
