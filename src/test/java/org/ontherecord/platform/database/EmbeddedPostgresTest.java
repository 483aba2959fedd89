package org.ontherecord.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Starts real servers; durable ones, as in the product. */
class EmbeddedPostgresTest {

    @TempDir
    Path temporary;

    private final List<EmbeddedPostgres> opened = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void everyoneMayEnter() throws IOException {
        Permissions.everyoneMayRead(temporary);
        folder = temporary.resolve("data");
    }

    @AfterEach
    void close() {
        opened.forEach(EmbeddedPostgres::close);
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws SQLException {
        EmbeddedPostgres first = open(folder);
        execute(first, "create table note (word text)", "insert into note values ('kept')");
        first.close();
        assertThat(query(open(folder), "select word from note")).isEqualTo("kept");
    }

    @Test
    void theServerIsDurableSecretAndLocal() throws Exception {
        EmbeddedPostgres server = open(folder);
        assertThat(query(server, "show fsync")).isEqualTo("on");
        assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
        assertThat(query(server, "show data_checksums")).isEqualTo("on");
        assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(folder.resolve("postgresql/cluster/ontherecord.conf"))
                .content()
                .contains("unix_socket_directories = ''");
        assertThat(query(
                        server,
                        "select datlocprovider::text || datlocale from pg_database where datname = current_database()"))
                .isEqualTo("bC.UTF-8");
        assertThat(query(server, "select rolsuper::text from pg_roles where rolname = current_user"))
                .isEqualTo("false");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.username(), "guessed"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", "postgres"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aKilledServerComesBackUnderTheSameAddressWithEverythingAcknowledged() throws SQLException, IOException {
        EmbeddedPostgres server = open(folder);
        execute(server, "create table note (word text)", "insert into note values ('acknowledged')");
        postmaster(folder).destroyForcibly();
        await().atMost(2, MINUTES)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(query(server, "select word from note")).isEqualTo("acknowledged"));
    }

    @Test
    void twoFoldersAreTwoServers() throws SQLException {
        EmbeddedPostgres one = open(folder);
        EmbeddedPostgres other = open(temporary.resolve("other"));
        execute(one, "create table only_here (word text)");
        assertThat(other.jdbcUrl()).isNotEqualTo(one.jdbcUrl());
        assertThat(query(other, "select count(*)::text from pg_tables where tablename = 'only_here'"))
                .isEqualTo("0");
    }

    @Test
    void twoProcessesShareTheServerAndTheLastOneStopsIt() throws Exception {
        EmbeddedPostgres here = open(folder);
        Process there = anotherProcessOn(folder);
        assertThat(there.inputReader().readLine()).isEqualTo(here.jdbcUrl());

        here.close();
        assertThat(postmaster(folder).isAlive())
                .as("running for the other process")
                .isTrue();

        ProcessHandle postmaster = postmaster(folder);
        there.outputWriter().close();
        assertThat(there.waitFor()).isZero();
        await("the end of the server that nobody uses").atMost(2, MINUTES).until(() -> !postmaster.isAlive());
    }

    @Test
    void aServerLeftRunningByAKilledProcessIsJoined() throws Exception {
        Process there = anotherProcessOn(folder);
        String url = there.inputReader().readLine();
        ProcessHandle postmaster = postmaster(folder);
        there.destroyForcibly().waitFor();
        assertThat(postmaster.isAlive()).isTrue();

        EmbeddedPostgres here = open(folder);
        assertThat(here.jdbcUrl()).isEqualTo(url);
        assertThat(postmaster(folder).pid()).isEqualTo(postmaster.pid());
    }

    @Test
    void afterAKillOfEverythingAStalePidFileDoesNotMatter() throws Exception {
        Process there = anotherProcessOn(folder);
        there.inputReader().readLine();
        ProcessHandle postmaster = postmaster(folder);
        there.destroyForcibly().waitFor();
        postmaster.destroyForcibly();
        await().atMost(2, MINUTES).until(() -> !postmaster.isAlive());
        assertThat(query(open(folder), "select 'up'")).isEqualTo("up");
    }

    @Test
    void aPidThatBelongsToAnotherProgramByNowDoesNotMatter() throws Exception {
        open(folder).close();
        Process somebodyElse = new ProcessBuilder("sleep", "3600").start();
        Path pidFile = folder.resolve("postgresql/cluster/postmaster.pid");
        Files.writeString(
                pidFile, somebodyElse.pid() + "\n" + folder.resolve("postgresql/cluster") + "\n1\n5432\n\n127.0.0.1\n");
        Permissions.onlyOwnerMayRead(pidFile);
        assertThat(query(open(folder), "select 'up'")).isEqualTo("up");
        assertThat(somebodyElse.isAlive()).isTrue();
        somebodyElse.destroyForcibly();
    }

    @Test
    void aHalfMadeClusterIsMadeAgain() throws Exception {
        Files.createDirectories(folder.resolve("postgresql/" + Leftovers.PREFIX + "1/base"));
        assertThat(query(open(folder), "select 'up'")).isEqualTo("up");
        assertThat(folder.resolve("postgresql")).isDirectoryNotContaining("glob:**" + Leftovers.PREFIX + "*");
    }

    @Test
    void aClusterOfAnotherMajorVersionIsExplained() throws IOException {
        open(folder).close();
        Files.writeString(folder.resolve("postgresql/cluster/PG_VERSION"), "16\n");
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("made by PostgreSQL 16")
                .hasMessageContaining("brings PostgreSQL 18");
    }

    @Test
    void aSystemWeBringNoPostgresForIsExplained() {
        assertThatThrownBy(() -> PostgresBinaries.archive("Solaris", "sparc"))
                .hasMessageContaining("brings no PostgreSQL for this system (Solaris, sparc)")
                .hasMessageContaining("QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsExplained() throws Exception {
        EmbeddedPostgres server = open(folder);
        ExternalPostgres.mustAnswer(server.jdbcUrl(), server.username(), server.password(), java.time.Duration.ZERO);
        assertThatThrownBy(() -> ExternalPostgres.mustAnswer(
                        server.jdbcUrl(), server.username(), "wrong", java.time.Duration.ofMinutes(1)))
                .hasMessageContaining("does not let the user 'ontherecord' in");
        server.close();
        assertThatThrownBy(() -> ExternalPostgres.mustAnswer(
                        server.jdbcUrl(), server.username(), server.password(), java.time.Duration.ZERO))
                .hasMessageContaining("does not answer");
    }

    private EmbeddedPostgres open(Path data) {
        EmbeddedPostgres server = EmbeddedPostgres.open(data, TestDatabase.BINARIES, List.of());
        opened.add(server);
        return server;
    }

    /** A JVM that opens the folder, prints the address and stays until its input ends. */
    private static Process anotherProcessOn(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static final class AnotherProcess {

        public static void main(String... args) throws IOException {
            try (EmbeddedPostgres server = EmbeddedPostgres.open(Path.of(args[0]), TestDatabase.BINARIES, List.of())) {
                System.out.println(server.jdbcUrl());
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }

    private static ProcessHandle postmaster(Path folder) throws IOException {
        Optional<RunningServer> server = RunningServer.claimedBy(folder.resolve("postgresql/cluster/postmaster.pid"));
        return server.orElseThrow().process();
    }

    private static void execute(EmbeddedPostgres server, String... sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    private static String query(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
    }
}
