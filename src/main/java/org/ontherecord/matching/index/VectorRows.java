package org.ontherecord.matching.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import org.postgresql.PGStatement;

import org.ontherecord.matching.MatchableClaim;

/** The vectors of claims' texts as the database keeps them. */
@Singleton
class VectorRows {
    /** A vector and the text it was made of. */
    record Made(int slot, byte[] sha256, byte[] vector) {}

    private final AgroalDataSource source;

    VectorRows(AgroalDataSource source) {
        this.source = source;
    }

    /** By claim, of one model. */
    Map<Long, List<Made>> of(String model, Collection<Long> claims) {
        return read(
                "select claim_id, slot, text_sha256, vector from claim_vector where model = ? and claim_id = any (?)",
                statement -> {
                    statement.setString(1, model);
                    statement.setArray(2, statement.getConnection().createArrayOf("bigint", claims.toArray()));
                });
    }

    Map<Long, List<Made>> between(String model, long first, long last) {
        return read(
                "select claim_id, slot, text_sha256, vector from claim_vector where model = ? and claim_id between ? and ?",
                statement -> {
                    statement.setString(1, model);
                    statement.setLong(2, first);
                    statement.setLong(3, last);
                });
    }

    /** Those made of what the claim says now: an edited text has none until it is embedded again. */
    static List<MeaningIndex.Slot> current(MatchableClaim claim, List<Made> made) {
        if (made == null) {
            return List.of();
        }
        List<String> texts = ClaimTexts.of(claim);
        return made.stream()
                .filter(one -> one.slot() < texts.size()
                        && texts.get(one.slot()) != null
                        && Arrays.equals(one.sha256(), ClaimTexts.sha256(texts.get(one.slot()))))
                .map(one -> new MeaningIndex.Slot(one.slot(), one.vector()))
                .toList();
    }

    private Map<Long, List<Made>> read(String sql, ClaimRows.Parameters parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            parameters.set(statement);
            Map<Long, List<Made>> vectors = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    vectors.computeIfAbsent(row.getLong(1), claim -> new ArrayList<>(2))
                            .add(new Made(row.getInt(2), row.getBytes(3), row.getBytes(4)));
                }
            }
            return vectors;
        } catch (SQLException broken) {
            throw new IllegalStateException("vectors cannot be read", broken);
        }
    }
}
