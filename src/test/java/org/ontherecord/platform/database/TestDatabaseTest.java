package org.ontherecord.platform.database;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class TestDatabaseTest {

    @Inject
    DataSource database;

    @Test
    void testsRunOnTheRealDatabaseWithTheMigrationsApplied() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select current_setting('server_version_num')::int, count(*) from flyway_schema_history where success")) {
            rows.next();
            assertThat(rows.getInt(1)).isBetween(180000, 189999);
            assertThat(rows.getInt(2)).isPositive();
        }
    }
}
