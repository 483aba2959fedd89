package org.ontherecord.matching.index;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Sight;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract, kept by PostgreSQL with pgvector: one named by ONTHERECORD_TEST_PGVECTOR (a JDBC URL with its login, an empty
 * database), or PGlite, which npm brings and Node.js runs. Where neither can be had the tests are skipped, and say so.
 */
@QuarkusTest
class PgvectorCandidatesTest extends ClaimCandidatesContract {
    private static final Path FOLDER = Path.of("target", "pgvector");

    private static Process server;
    private static AgroalDataSource engine;

    @Inject
    AgroalDataSource source;

    @Inject
    TestClock clock;

    private PgvectorIndex index;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        String url = System.getenv("ONTHERECORD_TEST_PGVECTOR");
        if (url == null) {
            url = startPglite();
        }
        String address = url;
        engine = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(address)
                                .principal(new NamePrincipal("postgres"))
                                .credential(new SimplePassword("postgres")))));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (engine != null) {
            engine.close();
        }
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    @BeforeEach
    void prepare() {
        index = new PgvectorIndex(engine, source, clock, Meanings.MODELS);
        index.prepare();
    }

    @Override
    void follow() {
        index.follow();
    }

    @Override
    List<FoundClaim> find(ClaimIndex.Asked asked, Collection<MatchableClaim> exact, Sight sight, int k) {
        return index.find(asked, exact, sight, k);
    }

    @Test
    void anotherNodeGoesOnWhereTheFirstWasKilled() {
        index.follow();
        long claim = claims.claim("Bordurian serpents are tuned in B flat.");
        var other = new PgvectorIndex(engine, source, clock, Meanings.MODELS);
        other.prepare();
        other.follow();

        assertThat(find(new ClaimIndex.Asked("serpent", null, "", null), List.of(), Sight.DESK, 100))
                .extracting(found -> found.claim().number())
                .contains(claim);
    }

    private static String startPglite() throws IOException, InterruptedException {
        Path program = FOLDER.resolve("node_modules/@electric-sql/pglite-socket/dist/scripts/server.js");
        Files.createDirectories(FOLDER);
        if (!Files.exists(program)) {
            run(List.of(
                    "npm",
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    FOLDER.toAbsolutePath().toString(),
                    "@electric-sql/pglite@0.5.14",
                    "@electric-sql/pglite-socket@0.2.17",
                    "@electric-sql/pglite-pgvector@0.0.15"));
        }
        int port = freePort();
        server = begin(List.of(
                "node",
                program.toAbsolutePath().toString(),
                "--db=memory://",
                "--host=127.0.0.1",
                "--port=" + port,
                "--extensions=@electric-sql/pglite-pgvector:vector"));
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> !server.isAlive() || answers(port));
        if (!server.isAlive()) {
            skip("PGlite did not start, see " + FOLDER.resolve("log"));
        }
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = begin(command);
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            skip("npm could not bring PGlite, see " + FOLDER.resolve("log"));
        }
    }

    private static Process begin(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("log").toFile())
                    .start();
        } catch (IOException notInstalled) {
            skip("there is no Node.js here");
            throw new IllegalStateException(notInstalled);
        }
    }

    private static void skip(String why) {
        System.err.println("SKIPPED: the contract of the external engine was not run: " + why);
        Assumptions.abort("the external engine was not run: " + why);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
