package org.ontherecord;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The rules the database keeps by itself, whatever a program or a person at its console tries. */
@QuarkusTest
class DatabaseRulesTest {
    private static final String TEXT = "He said: “I’ll do it 𝐢𝐧 24 hours.” Nobody laughed.";

    @Inject
    AgroalDataSource dataSource;

    private Connection connection;
    private long author;
    private long signer;
    private long claim;
    private long snapshot;
    private long revision;

    /** One published verdict and all it stands on, in a transaction that is never committed. */
    @BeforeEach
    void publish() throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        author = account("author");
        signer = account("signer");
        long article = insert("article (title, added_by, added_at) values ('An article', " + author + ", now())");
        snapshot = insert("snapshot (article_id, text, sha256, taken_at, how) values (" + article + ", '" + TEXT
                + "', encode(sha256(convert_to('" + TEXT + "', 'UTF8')), 'hex'), now(), 'PASTED')");
        claim = insert(
                "claim (slug, wording, kind, created_by, created_at) values ('x', 'It will be done in 24 hours.', 'PROMISE', "
                        + author + ", now())");
        long review = insert("review (claim_id, opened_at) values (" + claim + ", now())");
        revision = insert(
                "revision (review_id, number, author_id, saved_at, wording, kind, language, rating_id, reason) values ("
                        + review + ", 1, " + author
                        + ", now(), 'It will be done in 24 hours.', 'PROMISE', 'en', (select min(id) from rating), 'Because.')");
        insert("evidence (revision_id, position, source, title, stance, is_primary) values (" + revision
                + ", 1, 'A ministry', 'A report', 'SUPPORTS', true)");
        insert("handover (review_id, revision_id, step, by_id, at) values (" + review + ", " + revision
                + ", 'APPROVED', " + signer + ", now())");
        insert("likeness_decision (claim_id, words, answer, decided_by, decided_at) values (" + claim
                + ", 'it will be done', 'NOT_THE_SAME', " + author + ", now())");
        insert("audit_event (happened_at, action, subject_type) values (now(), 'test', 'claim')");
        verdict(1, "ORIGINAL", signer);
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snapshot",
                "revision",
                "evidence",
                "handover",
                "verdict",
                "rating",
                "rating_scale",
                "likeness_decision",
                "audit_event"
            })
    void historyIsNeverChangedNorRemoved(String table) {
        assertThatThrownBy(() -> run("update " + table + " set id = default")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("delete from " + table)).hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("truncate " + table + " cascade")).hasMessageContaining("append-only");
    }

    @Test
    void aQuoteStandsLiterallyAtItsCodePoints() throws SQLException {
        appearance("I’ll do it 𝐢𝐧 24 hours.", 10, 33);
        assertThatThrownBy(() -> appearance("I’ll do it in 24 hours.", 10, 33)).hasMessageContaining("literally");
        assertThatThrownBy(() -> appearance("I’ll do it 𝐢𝐧 24 hours.", 10, 35))
                .hasMessageContaining("literally");
        assertThatThrownBy(() -> appearance("Beyond the end", 500, 514)).hasMessageContaining("literally");
    }

    @Test
    void aSnapshotCarriesTheSumOfItsOwnText() {
        assertThatThrownBy(() -> run("insert into snapshot (article_id, text, sha256, taken_at, how)"
                        + " select article_id, 'Other words', sha256, now(), how from snapshot where id = " + snapshot))
                .hasMessageContaining("snapshot_sha256_of_text");
    }

    @Test
    void nobodySignsOffTheirOwnWork() {
        assertThatThrownBy(() -> verdict(2, "UPDATE", author)).hasMessageContaining("did not approve");
        assertThatThrownBy(() -> run("insert into handover (review_id, revision_id, step, by_id, at)"
                        + " select review_id, revision_id, step, " + author + ", at from handover where revision_id = "
                        + revision + "; " + verdictSql(2, "UPDATE", author)))
                .hasMessageContaining("verdict_four_eyes");
    }

    @Test
    void verdictsAreNumberedWithoutGapsAndTheFirstIsTheOriginal() {
        assertThatThrownBy(() -> verdict(3, "UPDATE", signer)).hasMessageContaining("no gaps");
        assertThatThrownBy(() -> verdict(2, "ORIGINAL", signer)).hasMessageContaining("verdict_first_is_original");
    }

    @Test
    void aRevisionIsPublishedOnce() {
        assertThatThrownBy(() -> verdict(2, "UPDATE", signer)).hasMessageContaining("verdict_revision_once");
    }

    @Test
    void onlyPromisesHaveDeadlines() {
        assertThatThrownBy(() -> run(
                        "update claim set kind = 'STATEMENT', deadline_at = now(), deadline_zone = 'UTC' where id = "
                                + claim))
                .hasMessageContaining("claim_only_promises_have_deadlines");
    }

    @Test
    void bothScalesAreLoadedInOrder() throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select s.code, s.version, string_agg(r.label, ' · ' order by r.position)"
                                + " from rating r join rating_scale s on s.id = r.scale_id group by s.code, s.version order by s.code")) {
            rows.next();
            assertThat(rows.getString(3))
                    .isEqualTo(
                            "Not yet rated · Being checked · True · Mostly true · Half true · Mostly false · False · Unproven");
            rows.next();
            assertThat(rows.getString(3))
                    .isEqualTo("Not yet rated · In the works · Stalled · Kept · Compromise · Broken · Can't be rated");
        }
    }

    private long account(String name) throws SQLException {
        return insert("account (email, name, role, password_hash, created_at) values ('" + name + "@rules.invalid', '"
                + name + "', 'EDITOR', 'none', now())");
    }

    private void appearance(String exact, int start, int end) throws SQLException {
        run(
                "insert into appearance (claim_id, mode, snapshot_id, quote_exact, quote_start, quote_end, recorded_by, recorded_at)"
                        + " values (" + claim + ", 'SAID', " + snapshot + ", '" + exact + "', " + start + ", " + end
                        + ", " + author
                        + ", now())");
    }

    private void verdict(int number, String kind, long signedOffBy) throws SQLException {
        run(verdictSql(number, kind, signedOffBy));
    }

    private String verdictSql(int number, String kind, long signedOffBy) {
        return "insert into verdict (claim_id, number, revision_id, kind, public_reason, in_force_from, published_at,"
                + " published_by, author_id, signed_off_by) values (" + claim + ", " + number + ", " + revision + ", '"
                + kind
                + "', 'A reason.', current_date, now(), " + signer + ", " + author + ", " + signedOffBy + ")";
    }

    private long insert(String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                var key = statement.executeQuery("insert into " + what + " returning id")) {
            key.next();
            return key.getLong(1);
        }
    }

    /** A refused statement leaves the transaction as it was before it. */
    private void run(String sql) throws SQLException {
        var before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            connection.rollback(before);
            throw e;
        }
    }
}
