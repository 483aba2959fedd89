package org.ontherecord.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A server that is up and took our password, which only the server of this very cluster does. */
record RunningServer(ProcessHandle process, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STARTING_UP = "57P03";
    private static final String NO_CONNECTION = "08001";
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** Empty when there is none, so that it is safe to start one; PostgreSQL itself checks a stale postmaster.pid. */
    static Optional<RunningServer> of(Path cluster, String password) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<RunningServer> claimed = claimedBy(cluster.resolve("postmaster.pid"));
            if (claimed.isEmpty()) {
                return Optional.empty();
            }
            Answer answer = claimed.get().ask(password);
            if (answer == Answer.OURS) {
                return claimed;
            }
            if (answer == Answer.SOMEBODY_ELSES) {
                return Optional.empty();
            }
            Pause.briefly();
        }
        return Optional.empty();
    }

    private enum Answer {
        OURS,
        NOT_YET,
        SOMEBODY_ELSES
    }

    static Optional<RunningServer> claimedBy(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(RunningServer::isPostgres)
                .map(process -> new RunningServer(process, port));
    }

    /** A stale file's number may belong to any other program by now; a dead process not yet buried has no command. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private Answer ask(String password) {
        Properties login = new Properties();
        login.setProperty("user", EmbeddedPostgres.NAME);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        login.setProperty("socketTimeout", "5");
        try (Connection connection = DriverManager.getConnection(EmbeddedPostgres.url(port), login)) {
            return Answer.OURS;
        } catch (SQLException e) {
            return STARTING_UP.equals(e.getSQLState()) || NO_CONNECTION.equals(e.getSQLState())
                    ? Answer.NOT_YET
                    : Answer.SOMEBODY_ELSES;
        }
    }
}
