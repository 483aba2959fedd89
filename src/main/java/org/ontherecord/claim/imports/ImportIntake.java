package org.ontherecord.claim.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.article.CleanText;
import org.ontherecord.article.SentBytes;
import org.ontherecord.platform.LockedRow;

/** Stores a file of checks in the queue once it is sure that it can be read to its end; no row of it is taken in yet. */
@ApplicationScoped
class ImportIntake {
    static final int PART = 1024 * 1024;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_PUBLISHER = 200;
    private static final int TIME_TO_STORE = 120;

    private final EntityManager database;
    private final Clock clock;

    ImportIntake(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is asked for with a file. */
    record Wish(String name, String publisher, boolean dryRun) {}

    /** The number of the import; {@link UnreadableImport} when there is nothing to begin with. */
    long add(Path file, Wish wish, Account who) {
        String publisher = publisher(wish.publisher());
        try {
            ImportFile.Look look;
            try (InputStream in = Files.newInputStream(file)) {
                look = ImportFile.look(in);
            }
            return QuarkusTransaction.requiringNew()
                    .timeout(TIME_TO_STORE)
                    .call(() -> store(file, look, publisher, wish, who));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** The same file again, for good and once: what a dry run leads to. Empty-handed when its bytes were dropped meanwhile. */
    long again(long dryRun, Account who) {
        return QuarkusTransaction.requiringNew().timeout(TIME_TO_STORE).call(() -> {
            Instant now = clock.instant();
            ClaimImport before =
                    LockedRow.of(database, ClaimImport.class, dryRun).orElseThrow();
            Optional<ClaimImport> begun = ClaimImport.find(
                            "begunFrom = ?1 and state <> ?2", dryRun, ClaimImport.State.FAILED)
                    .firstResultOptional();
            if (begun.isPresent()) {
                return begun.get().id;
            }
            ClaimImport fresh =
                    new ClaimImport(before.format, before.name, before.publisher, false, before.total, who, now);
            fresh.begunFrom = dryRun;
            fresh.persist();
            database.flush();
            int parts = database.createNativeQuery("""
                            insert into claim_import_part (import_id, position, content)
                            select :fresh, position, content from claim_import_part where import_id = :before""")
                    .setParameter("fresh", fresh.id)
                    .setParameter("before", dryRun)
                    .executeUpdate();
            if (parts == 0) {
                throw UnreadableImport.because("The file is not kept any more. Upload it again.");
            }
            return noted(fresh, who, now);
        });
    }

    private long store(Path file, ImportFile.Look look, String publisher, Wish wish, Account who) throws IOException {
        Instant now = clock.instant();
        String name = CleanText.line(wish.name(), LONGEST_NAME);
        String sum = SentBytes.sha256(file);
        Optional<Long> same = wish.dryRun() ? lookedThroughNow(sum, publisher, who) : Optional.empty();
        if (same.isPresent()) {
            return same.get();
        }
        var fresh = new ClaimImport(
                look.format(),
                name.isEmpty() ? "Without a name" : name,
                publisher,
                wish.dryRun(),
                look.rows(),
                who,
                now);
        fresh.sha256 = sum;
        fresh.persist();
        database.flush();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] part = in.readNBytes(PART);
            for (int position = 0; part.length > 0; position++, part = in.readNBytes(PART)) {
                database.createNativeQuery(
                                "insert into claim_import_part (import_id, position, content) values (:id, :position, :content)")
                        .setParameter("id", fresh.id)
                        .setParameter("position", position)
                        .setParameter("content", part)
                        .executeUpdate();
            }
        }
        ImportRemarks.write(database, fresh.id, look.remarks());
        fresh.noticed = look.remarks().size();
        return noted(fresh, who, now);
    }

    /** The same file that this person is having looked through; two presses at once wait for each other here. */
    private Optional<Long> lookedThroughNow(String sum, String publisher, Account who) {
        LockedRow.of(database, Account.class, who.id);
        return ClaimImport.<ClaimImport>find(
                        "sha256 = ?1 and startedBy = ?2 and dryRun and state in ?3 order by id desc",
                        sum,
                        who,
                        List.of(ClaimImport.State.QUEUED, ClaimImport.State.RUNNING))
                .page(0, 10)
                .stream()
                .filter(found -> Objects.equals(found.publisher, publisher))
                .map(found -> found.id)
                .findFirst();
    }

    private static long noted(ClaimImport fresh, Account who, Instant now) {
        AuditEvent.record(
                who,
                "import started",
                "claim_import",
                fresh.id,
                null,
                Map.of("file", fresh.name, "rows", fresh.total, "dry_run", fresh.dryRun),
                now);
        return fresh.id;
    }

    private static String publisher(String given) {
        String name = given == null ? "" : CleanText.line(given, LONGEST_PUBLISHER + 1);
        if (name.codePointCount(0, name.length()) > LONGEST_PUBLISHER) {
            throw UnreadableImport.because("“publisher” is longer than 200 characters. Give its name.");
        }
        return name.isEmpty() ? null : name;
    }
}
