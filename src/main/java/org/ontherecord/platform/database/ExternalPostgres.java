package org.ontherecord.platform.database;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** A PostgreSQL that somebody else runs; asked before the app starts, so that a wrong address gets a plain answer. */
public final class ExternalPostgres {

    private static final String REFUSED_PASSWORD = "28P01";
    private static final String REFUSED_ENTRY = "28000";
    private static final String NO_SUCH_DATABASE = "3D000";

    private ExternalPostgres() {}

    /** Waits for a server that is still starting, as it does next to us in a compose file. */
    public static void mustAnswer(String url, String user, String password, Duration patience) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "10");
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(url, login).close();
                return;
            } catch (SQLException e) {
                refuseWhatWaitingWillNotMend(e, user);
                if (System.nanoTime() > deadline) {
                    throw new DatabaseUnavailable(
                            "The database at " + withoutParameters(url) + " does not answer: " + firstLine(e)
                                    + " Check QUARKUS_DATASOURCE_JDBC_URL and that PostgreSQL runs there.",
                            e);
                }
            }
            pause();
        }
    }

    private static void refuseWhatWaitingWillNotMend(SQLException e, String user) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals(REFUSED_PASSWORD) || state.equals(REFUSED_ENTRY)) {
            throw new DatabaseUnavailable(
                    "The database does not let the user '" + user + "' in: " + firstLine(e)
                            + ". Check QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.",
                    e);
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            throw new DatabaseUnavailable(
                    "PostgreSQL runs, but has no such database: " + firstLine(e)
                            + ". Create it, or correct QUARKUS_DATASOURCE_JDBC_URL.",
                    e);
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The address as it may stand in a log: parameters can hold a password. */
    public static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private static void pause() {
        try {
            Pause.of(500);
        } catch (IOException e) {
            throw new DatabaseUnavailable("Stopped while waiting for the database.", e);
        }
    }
}
