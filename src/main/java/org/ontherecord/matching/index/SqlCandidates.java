package org.ontherecord.matching.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

import org.ontherecord.matching.ClaimCandidates;
import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;

/** PostgreSQL's own full text search: what answers while there is no index yet. Words of the wording only, as English. */
@Singleton
@Typed(SqlCandidates.class)
class SqlCandidates implements ClaimCandidates {
    /** Ranking reads every hit; more words only bring commoner hits. */
    private static final int MOST_CHARACTERS = 1_000;

    private final ClaimRows rows;
    private final AgroalDataSource source;

    SqlCandidates(ClaimRows rows, AgroalDataSource source) {
        this.rows = rows;
        this.source = source;
    }

    @Override
    public List<FoundClaim> find(Utterance utterance, Sight sight, int k) {
        Map<Long, FoundClaim> found = new LinkedHashMap<>();
        rows.saidAlike(utterance.text(), sight, k)
                .forEach(claim -> found.put(claim.number(), FoundClaim.byWords(claim, true, 0)));
        byWords(utterance.text(), sight, k, found);
        return List.copyOf(found.values());
    }

    private void byWords(String text, Sight sight, int k, Map<Long, FoundClaim> found) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select " + ClaimRows.COLUMNS + """
                        , hit.rank from (
                           select c.id, ts_rank(to_tsvector('english', c.wording), asked.words, 1) as rank
                             from claim c,
                                  (select cast(replace(cast(plainto_tsquery('english', ?) as text), '&', '|') as tsquery) as words) asked
                            where c.merged_into is null and to_tsvector('english', c.wording) @@ asked.words
                              and (? or exists (select 1 from verdict v where v.claim_id = c.id))
                            order by rank desc, c.id limit ?) hit
                         join matchable_claim m on m.claim_number = hit.id where ? or m.published order by hit.rank desc, hit.id""")) {
            statement.setString(1, text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
            statement.setBoolean(2, sight == Sight.DESK);
            statement.setInt(3, k);
            statement.setBoolean(4, sight == Sight.DESK);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    MatchableClaim claim = ClaimRows.claim(row);
                    boolean exact = found.containsKey(claim.number());
                    found.put(claim.number(), FoundClaim.byWords(claim, exact, row.getDouble("rank")));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("claims cannot be searched", broken);
        }
    }
}
