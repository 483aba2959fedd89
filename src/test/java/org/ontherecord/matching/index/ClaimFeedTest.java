package org.ontherecord.matching.index;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Transactions that end in another order than they began. The numbers of claims are invented. */
@QuarkusTest
class ClaimFeedTest {
    @Inject
    AgroalDataSource source;

    @Test
    void aTransactionThatEndsLateIsNotMissedAndNotWaitedFor() throws SQLException {
        var feed = new ClaimFeed(source);
        String before = feed.look();
        try (Connection early = source.getConnection();
                Connection late = source.getConnection()) {
            early.setAutoCommit(false);
            late.setAutoCommit(false);
            change(early, 900_001);
            change(late, 900_002);
            late.commit();
            var first = feed.since(before);
            assertThat(first.claims()).contains(900_002L).doesNotContain(900_001L);

            early.commit();
            var second = feed.since(first.look());
            assertThat(second.claims()).contains(900_001L).doesNotContain(900_002L);

            assertThat(feed.since(second.look()).claims()).doesNotContain(900_001L, 900_002L);
            early.setAutoCommit(true);
            late.setAutoCommit(true);
        }
    }

    @Test
    void whatWasUndoneIsNoChange() throws SQLException {
        var feed = new ClaimFeed(source);
        String before = feed.look();
        try (Connection undone = source.getConnection()) {
            undone.setAutoCommit(false);
            change(undone, 900_003);
            undone.rollback();
            undone.setAutoCommit(true);
        }
        assertThat(feed.since(before).claims()).doesNotContain(900_003L);
    }

    private static void change(Connection connection, long claim) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into claim_change (claim_id) values (" + claim + ")");
        }
    }
}
