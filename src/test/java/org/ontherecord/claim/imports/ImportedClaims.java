package org.ontherecord.claim.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.platform.WrittenDate;

/** Claims with another publisher's check, written as an import leaves them. */
@ApplicationScoped
public class ImportedClaims {
    private final People people;
    private final ExternalClaims record;
    private final EntityManager database;
    private final Clock clock;

    ImportedClaims(People people, ExternalClaims record, EntityManager database, Clock clock) {
        this.people = people;
        this.record = record;
        this.database = database;
        this.clock = clock;
    }

    /** The number of a fresh claim; speaker, date, rating and address may be null. */
    public long claim(
            String publisher,
            String id,
            String wording,
            String title,
            String speaker,
            String date,
            String rating,
            String url) {
        Account who = people.admin();
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            var job = new ClaimImport(ClaimImport.Format.CSV, "test.csv", null, false, 1, who, now);
            job.persist();
            job.finish(now);
            database.flush();
            var claim = new ExternalClaim(
                    publisher,
                    id,
                    wording,
                    title,
                    speaker,
                    false,
                    date == null ? null : WrittenDate.rough(date).orElseThrow(),
                    null,
                    rating,
                    url,
                    "en");
            record.add(List.of(claim), job.id, who.id, now);
            return ((Number) database.createNativeQuery(
                                    "select claim_id from external_check where publisher = :publisher and external_id = :id")
                            .setParameter("publisher", publisher)
                            .setParameter("id", id)
                            .getSingleResult())
                    .longValue();
        });
    }

    /** Puts the check of another publisher beside a claim of ours. */
    public void checkOf(long claim, String publisher, String rating, String url) {
        Account who = people.admin();
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = clock.instant();
            var job = new ClaimImport(ClaimImport.Format.CSV, "test.csv", null, false, 1, who, now);
            job.persist();
            job.finish(now);
            database.flush();
            database.createNativeQuery("""
                            insert into external_check (claim_id, publisher, external_id, wording, rating, url, language, import_id, recorded_at)
                            values (:claim, :publisher, cast(:claim as text), 'As they word it.', :rating, :url, 'en', :import, :now)""")
                    .setParameter("claim", claim)
                    .setParameter("publisher", publisher)
                    .setParameter("rating", rating)
                    .setParameter("url", url)
                    .setParameter("import", job.id)
                    .setParameter("now", now)
                    .executeUpdate();
        });
    }
}
