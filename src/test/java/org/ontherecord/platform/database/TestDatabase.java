package org.ontherecord.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives every {@code @QuarkusTest} a fresh, real PostgreSQL of its own under {@code target/}; registered in
 * META-INF/services, so a test need not ask for it. Nothing in it has to survive a crash, so it does not sync.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    static final List<String> FORGETFUL = List.of("fsync = off", "synchronous_commit = off", "full_page_writes = off");

    private static final Path ALL = Path.of("target", "test-databases");
    static final Path BINARIES = ALL.resolve("binaries");

    private Path folder;
    private EmbeddedPostgres database;

    @Override
    public Map<String, String> start() {
        try {
            Files.createDirectories(ALL);
            sweepUpAfterKilledTests();
            folder = Files.createTempDirectory(ALL, ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = EmbeddedPostgres.open(folder, BINARIES, FORGETFUL);
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        database.close();
        try {
            Leftovers.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sweepUpAfterKilledTests() throws IOException {
        List<Path> abandoned;
        try (Stream<Path> folders = Files.list(ALL)) {
            abandoned = folders.filter(TestDatabase::isAbandoned).toList();
        }
        for (Path folder : abandoned) {
            RunningServer.claimedBy(folder.resolve("postgresql/cluster/postmaster.pid"))
                    .ifPresent(server -> server.process().destroyForcibly());
            Leftovers.delete(folder);
        }
    }

    private static boolean isAbandoned(Path folder) {
        String owner = folder.getFileName().toString().replaceAll("-.*", "");
        return owner.matches("\\d+") && ProcessHandle.of(Long.parseLong(owner)).isEmpty();
    }
}
