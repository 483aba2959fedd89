package org.ontherecord.platform.database;

/** Why there is no database, in words for the person who started the app; its message is all they get to see. */
public final class DatabaseUnavailable extends RuntimeException {

    static final String WAY_OUT = "Or use a PostgreSQL of your own: set QUARKUS_DATASOURCE_JDBC_URL, "
            + "QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.";

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
