package org.ontherecord.matching.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.ontherecord.matching.MatchableClaim;

/** The rows of the queue of texts without vectors, and the vectors that are written. */
@Singleton
class EmbeddingQueue {
    static final int MOST_ATTEMPTS = 3;

    record Taken(long id, long claim) {}

    /** In this order rows are written, so that two nodes at the same claims wait and never block each other. */
    record Place(long claim, int slot) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparingLong(Place::claim)
                    .thenComparingInt(Place::slot)
                    .compare(this, other);
        }
    }

    record Vector(byte[] sha256, byte[] numbers) {}

    private final AgroalDataSource source;
    private final VectorRows vectors;

    EmbeddingQueue(AgroalDataSource source, VectorRows vectors) {
        this.source = source;
        this.vectors = vectors;
    }

    /** Once after a start: claims that lack the model's vectors, and those that were parked. */
    void fillUp(String model) {
        QuarkusTransaction.requiringNew().run(() -> {
            update("delete from claim_to_embed where trouble is not null", statement -> {});
            update("""
                    insert into claim_to_embed (claim_id)
                    select c.id from claim c
                     where c.merged_into is null and not exists (select 1 from claim_vector v where v.claim_id = c.id and v.model = ? and v.slot = 0)
                       and not exists (select 1 from claim_to_embed waiting where waiting.claim_id = c.id)
                     order by c.id""", statement -> statement.setString(1, model));
        });
    }

    void park(Instant now) {
        update(
                "update claim_to_embed set trouble = 'tried three times without an end' where trouble is null and attempts >= ? and next_try_at <= cast(? as timestamptz)",
                statement -> {
                    statement.setInt(1, MOST_ATTEMPTS);
                    statement.setString(2, now.toString());
                });
    }

    List<Taken> take(int most, Instant now, Duration lease) {
        List<Taken> fresh = take("attempts = 0", most, now, lease);
        return fresh.isEmpty() ? take("attempts between 1 and " + (MOST_ATTEMPTS - 1), 1, now, lease) : fresh;
    }

    private List<Taken> take(String which, int most, Instant now, Duration lease) {
        return QuarkusTransaction.requiringNew()
                .call(() -> query(
                        """
                with next as materialized (
                  select id from claim_to_embed
                   where trouble is null and %s and next_try_at <= cast(? as timestamptz)
                   order by id desc limit ? for update skip locked)
                update claim_to_embed taken set attempts = attempts + 1, next_try_at = cast(? as timestamptz)
                  from next where taken.id = next.id returning taken.id, taken.claim_id""".formatted(which),
                        statement -> {
                            statement.setString(1, now.toString());
                            statement.setInt(2, most);
                            statement.setString(3, now.plus(lease).toString());
                        },
                        row -> new Taken(row.getLong(1), row.getLong(2))));
    }

    /** Where a text has no vector, or one of what it said before, with the digest of what it says now. */
    Map<Place, byte[]> withoutVector(String model, List<MatchableClaim> claims) {
        Map<Long, List<VectorRows.Made>> made =
                vectors.of(model, claims.stream().map(MatchableClaim::number).toList());
        Map<Place, byte[]> missing = new TreeMap<>();
        for (MatchableClaim claim : claims) {
            List<String> texts = ClaimTexts.of(claim);
            for (int slot = 0; slot < texts.size(); slot++) {
                if (texts.get(slot) != null) {
                    missing.put(new Place(claim.number(), slot), ClaimTexts.sha256(texts.get(slot)));
                }
            }
            VectorRows.current(claim, made.get(claim.number()))
                    .forEach(has -> missing.remove(new Place(claim.number(), has.slot())));
        }
        return missing;
    }

    /** The same text has the same vector, whichever claim it stands in. */
    Map<String, byte[]> known(String model, Collection<byte[]> digests) {
        Map<String, byte[]> known = new HashMap<>();
        query(
                "select distinct on (text_sha256) text_sha256, vector from claim_vector where model = ? and text_sha256 = any (?) order by text_sha256, claim_id",
                statement -> {
                    statement.setString(1, model);
                    statement.setArray(
                            2, statement.getConnection().createArrayOf("bytea", digests.toArray(byte[][]::new)));
                },
                row -> known.put(Arrays.toString(row.getBytes(1)), row.getBytes(2)));
        return known;
    }

    void write(String model, Map<Place, Vector> made) {
        if (made.isEmpty()) {
            return;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into claim_vector (claim_id, model, slot, text_sha256, vector)
                        select t.claim_id, ?, t.slot, t.text_sha256, t.vector
                          from unnest(?, ?, ?, ?) as t(claim_id, slot, text_sha256, vector) order by 1, 3
                        on conflict (claim_id, model, slot) do update set text_sha256 = excluded.text_sha256, vector = excluded.vector""")) {
            statement.setString(1, model);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", made.keySet().stream().map(Place::claim).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "smallint", made.keySet().stream().map(Place::slot).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", made.values().stream().map(Vector::sha256).toArray(byte[][]::new)));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "bytea", made.values().stream().map(Vector::numbers).toArray(byte[][]::new)));
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("vectors cannot be written", broken);
        }
    }

    /** Takes out what was done, and the vectors of claims that are no longer there. */
    void finish(List<Taken> taken, List<Long> claims, List<MatchableClaim> there) {
        Set<Long> gone = new HashSet<>(claims);
        there.forEach(claim -> gone.remove(claim.number()));
        delete("delete from claim_vector where claim_id = any (?)", gone);
        delete(
                "delete from claim_to_embed where id = any (?)",
                taken.stream().map(Taken::id).toList());
    }

    void putBack(List<MatchableClaim> embedded, List<MatchableClaim> now) {
        Map<Long, List<String>> texts = new HashMap<>();
        embedded.forEach(claim -> texts.put(claim.number(), ClaimTexts.of(claim)));
        for (MatchableClaim claim : now) {
            if (!ClaimTexts.of(claim).equals(texts.get(claim.number()))) {
                update(
                        "insert into claim_to_embed (claim_id) values (?)",
                        statement -> statement.setLong(1, claim.number()));
            }
        }
    }

    private void delete(String sql, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            update(
                    sql,
                    statement ->
                            statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids.toArray())));
        }
    }

    private void update(String sql, ClaimRows.Parameters parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("the queue of texts without vectors does not work", broken);
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, ClaimRows.Parameters parameters, Row<T> each) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(each.of(row));
                }
            }
            return found;
        } catch (SQLException broken) {
            throw new IllegalStateException("the queue of texts without vectors does not work", broken);
        }
    }
}
