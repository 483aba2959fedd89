package org.ontherecord.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** One PostgreSQL cluster on disk: made once, then started and stopped with PostgreSQL's own programs. */
final class Cluster {

    private static final String OWN_SETTINGS = "ontherecord.conf";
    private static final String CRASH_RECOVERY_SECONDS = "600";
    private static final long LOG_KEPT_UP_TO = 10L * 1024 * 1024;

    private final DataFolder folder;
    private final ServerUser user;
    private final Programs programs;
    private final List<String> settings;

    Cluster(DataFolder folder, PostgresBinaries binaries, List<String> settings) throws IOException {
        this.folder = folder;
        this.user = ServerUser.of(folder.cluster());
        this.programs = new Programs(binaries, user, folder.root());
        this.settings = settings;
    }

    /** Made aside and moved into place whole: a kill in the middle leaves nothing that looks finished. */
    void createIfMissing(String password) throws IOException {
        if (Files.exists(folder.cluster())) {
            user.takeOver(folder.server());
            refuseAnotherMajorVersion();
            return;
        }
        Path aside = Files.createTempDirectory(folder.server(), Leftovers.PREFIX);
        user.own(folder.server());
        must(programs.run(
                "initdb",
                "",
                List.of(
                        "--pgdata=" + aside,
                        "--username=postgres",
                        "--auth=reject",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums")));
        // The superuser has no password and so no way in; the app owns its database and nothing else.
        Files.writeString(aside.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(
                aside.resolve("postgresql.conf"), "include '" + OWN_SETTINGS + "'\n", StandardOpenOption.APPEND);
        configure(aside, 5432);
        user.own(aside);
        must(programs.run(
                "postgres",
                "CREATE ROLE " + EmbeddedPostgres.NAME + " LOGIN PASSWORD '" + password + "'\n" + "CREATE DATABASE "
                        + EmbeddedPostgres.NAME + " OWNER " + EmbeddedPostgres.NAME + "\n",
                List.of("--single", "-D", aside.toString(), "postgres")));
        Files.move(aside, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(folder.server(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** Empty when it runs, else what PostgreSQL said. */
    String start(int port) throws IOException {
        configure(folder.cluster(), port);
        Permissions.onlyOwnerMayEnter(folder.cluster());
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LOG_KEPT_UP_TO) {
            Files.move(folder.log(), folder.log().resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        long logBefore = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
        Programs.Outcome outcome = programs.run(
                "pg_ctl",
                "",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=" + CRASH_RECOVERY_SECONDS,
                        "--silent",
                        "--pgdata=" + folder.cluster(),
                        "--log=" + folder.log()));
        return outcome.exit() == 0 ? "" : outcome.output() + "\n" + logSince(logBefore);
    }

    void stop() throws IOException {
        must(programs.run(
                "pg_ctl", "", List.of("stop", "--wait", "--mode=fast", "--silent", "--pgdata=" + folder.cluster())));
    }

    private void refuseAnotherMajorVersion() throws IOException {
        String theirs = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        String said = must(programs.run("postgres", "", List.of("--version")));
        if (!said.matches(".* \\d+\\D.*")) {
            throw new DatabaseUnavailable(Explanation.of(said, folder.root()));
        }
        String ours = said.replaceAll(".* (\\d+)\\D.*", "$1");
        if (!theirs.equals(ours)) {
            throw new DatabaseUnavailable("The database in " + folder.root() + " was made by PostgreSQL " + theirs
                    + ", and this release of On the Record brings PostgreSQL " + ours + ", which cannot read it. "
                    + "Start the release that made it and move the data over as docs/operating.md says under "
                    + "'Upgrading', or choose an empty folder with ONTHERECORD_DATA_DIR.");
        }
    }

    private void configure(Path cluster, int port) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# Written anew at every start.",
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = ''",
                "password_encryption = 'scram-sha-256'",
                "fsync = on",
                "synchronous_commit = on",
                "full_page_writes = on",
                "log_checkpoints = off",
                "log_timezone = 'UTC'",
                "timezone = 'UTC'"));
        lines.addAll(settings);
        Files.write(cluster.resolve(OWN_SETTINGS), lines);
    }

    private String logSince(long position) throws IOException {
        if (!Files.exists(folder.log())) {
            return "";
        }
        byte[] log = Files.readAllBytes(folder.log());
        int from = (int) Math.min(position, log.length);
        return new String(log, from, log.length - from).strip();
    }

    private String must(Programs.Outcome outcome) {
        if (outcome.exit() != 0 || outcome.output().contains("ERROR:")) {
            throw new DatabaseUnavailable(Explanation.of(outcome.output(), folder.root()));
        }
        return outcome.output();
    }
}
