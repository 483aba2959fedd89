package org.ontherecord.matching.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.agroal.api.AgroalDataSource;

/**
 * Which claims have changed between two looks. A look is PostgreSQL's snapshot: which transactions had ended. What the next
 * snapshot sees and the last did not is new, so that a transaction that ends late is neither missed nor waited for.
 */
final class ClaimFeed {
    /** The claims changed until a look, and that look for the next time. */
    record Changes(List<Long> claims, String look) {}

    private final AgroalDataSource source;

    ClaimFeed(AgroalDataSource source) {
        this.source = source;
    }

    /** The look that everything which ends from now on comes after. */
    String look() {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select cast(pg_current_snapshot() as text)");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException broken) {
            throw new IllegalStateException("changes of claims cannot be followed", broken);
        }
    }

    Changes since(String look) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select cast(pg_current_snapshot() as text), changed.claim_id
                          from (select cast(? as pg_snapshot) as seen) last
                          left join lateral (
                            select distinct claim_id from claim_change
                             where changed_in >= pg_snapshot_xmin(last.seen) and changed_in < pg_snapshot_xmax(pg_current_snapshot())
                               and not pg_visible_in_snapshot(changed_in, last.seen)
                             order by claim_id) changed on true""")) {
            statement.setString(1, look);
            List<Long> claims = new ArrayList<>();
            String now = look;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    now = row.getString(1);
                    long claim = row.getLong(2);
                    if (!row.wasNull()) {
                        claims.add(claim);
                    }
                }
            }
            return new Changes(claims, now);
        } catch (SQLException broken) {
            throw new IllegalStateException("changes of claims cannot be followed", broken);
        }
    }

    /** Forgets changes that every node has followed, or has been away from for too long. */
    void forget(Instant before) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "delete from claim_change where changed_at < cast(? as timestamptz)")) {
            statement.setString(1, before.toString());
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("changes of claims cannot be forgotten", broken);
        }
    }
}
