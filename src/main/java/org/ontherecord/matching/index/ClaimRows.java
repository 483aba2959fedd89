package org.ontherecord.matching.index;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Sight;

/** Claims as the database has them at this moment. */
@Singleton
class ClaimRows {
    static final String COLUMNS =
            "m.claim_number, m.published, m.language, m.wording, m.title, m.quotes, m.speaker, m.aliases, m.said_on, m.deadline, m.external_id, m.publisher";

    /** Longer texts stand in no claim. */
    private static final int LONGEST = 5_000;

    private final AgroalDataSource source;

    ClaimRows(AgroalDataSource source) {
        this.source = source;
    }

    /** By number; those merged away are missing. */
    List<MatchableClaim> byNumber(Collection<Long> numbers) {
        return read(
                "select " + COLUMNS + " from matchable_claim m where m.claim_number = any (?) order by m.claim_number",
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("bigint", numbers.toArray())));
    }

    List<MatchableClaim> between(long first, long last) {
        return read(
                "select " + COLUMNS
                        + " from matchable_claim m where m.claim_number between ? and ? order by m.claim_number",
                statement -> {
                    statement.setLong(1, first);
                    statement.setLong(2, last);
                });
    }

    /** The number of the first claim and of every n-th after it. */
    List<Long> everyNth(int n) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select id from (select id, row_number() over (order by id) as place from claim) numbered where place % ? = 1 order by id")) {
            statement.setInt(1, n);
            List<Long> numbers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
            return numbers;
        } catch (SQLException broken) {
            throw new IllegalStateException("claims cannot be counted", broken);
        }
    }

    /** Those with exactly the text, but for case, spaces and marks between words. To the public only what it may see counts. */
    List<MatchableClaim> saidAlike(String text, Sight sight, int most) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        String sql = "select " + COLUMNS + """
                \sfrom (select said_alike(?) as text, ? as desk) asked
                 cross join lateral (
                   select c.id from claim c where said_alike(c.wording) = asked.text
                   union select r.claim_id from revision v join review r on r.id = v.review_id where said_alike(v.wording) = asked.text
                   union select e.claim_id from external_check e where said_alike(e.wording) = asked.text
                   union select a.claim_id from appearance a where said_alike(a.quote_exact) = asked.text) hit
                 join matchable_claim m on m.claim_number = hit.id
                where asked.text <> '' and (asked.desk or m.published and asked.text in (
                        select said_alike(known) from unnest(array[m.wording, m.title] || m.quotes) known))
                order by m.claim_number limit ?""";
        return read(sql, statement -> {
            statement.setString(1, text);
            statement.setBoolean(2, sight == Sight.DESK);
            statement.setInt(3, most);
        });
    }

    List<MatchableClaim> read(String sql, Parameters parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            List<MatchableClaim> claims = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    claims.add(claim(row));
                }
            }
            return claims;
        } catch (SQLException broken) {
            throw new IllegalStateException("claims cannot be read", broken);
        }
    }

    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    static MatchableClaim claim(ResultSet row) throws SQLException {
        Date saidOn = row.getDate(9);
        Date deadline = row.getDate(10);
        return new MatchableClaim(
                row.getLong(1),
                row.getBoolean(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                texts(row, 6),
                row.getString(7),
                texts(row, 8),
                saidOn == null ? null : saidOn.toLocalDate(),
                deadline == null ? null : deadline.toLocalDate(),
                row.getString(11),
                row.getString(12));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
