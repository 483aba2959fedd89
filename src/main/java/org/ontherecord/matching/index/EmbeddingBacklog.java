package org.ontherecord.matching.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

import org.ontherecord.matching.MeaningBacklog;

/** What the queue of texts without vectors still holds; what was parked there is waited for no longer. */
@Singleton
class EmbeddingBacklog implements MeaningBacklog {
    private final Meanings meanings;
    private final AgroalDataSource source;

    EmbeddingBacklog(Meanings meanings, AgroalDataSource source) {
        this.meanings = meanings;
        this.source = source;
    }

    @Override
    public long between(long firstNumber, long lastNumber) {
        if (!meanings.isReady() && !meanings.isLoading()) {
            return 0;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(distinct claim_id) from claim_to_embed where trouble is null and claim_id between ? and ?")) {
            statement.setLong(1, firstNumber);
            statement.setLong(2, lastNumber);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("the queue of texts without vectors cannot be read", broken);
        }
    }
}
