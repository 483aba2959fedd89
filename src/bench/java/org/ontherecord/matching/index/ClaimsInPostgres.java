package org.ontherecord.matching.index;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import io.agroal.api.AgroalDataSource;

import org.ontherecord.matching.ClaimCandidates;
import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;
import org.ontherecord.platform.database.EmbeddedPostgres;

/** The product's full text search in a PostgreSQL of its own, for comparison with the index: what answers without one. */
public final class ClaimsInPostgres implements ClaimCandidates, AutoCloseable {
    private static final long FIRST_NUMBER = 1001;

    private final EmbeddedPostgres postgres;
    private final AgroalDataSource source;
    private final SqlCandidates candidates;

    public ClaimsInPostgres(List<MatchableClaim> claims) throws IOException, SQLException {
        postgres = EmbeddedPostgres.open(Files.createTempDirectory("claims-in-postgres"));
        source = BenchDatabase.migrated(postgres);
        candidates = new SqlCandidates(new ClaimRows(source), source);
        fill(claims);
    }

    /** Numbers are those that the claims came with. */
    @Override
    public List<FoundClaim> find(Utterance utterance, Sight sight, int k) {
        return candidates.find(utterance, Sight.DESK, k).stream()
                .map(found -> FoundClaim.byWords(given(found.claim()), found.exact(), found.lexical()))
                .toList();
    }

    private static MatchableClaim given(MatchableClaim claim) {
        return new MatchableClaim(
                claim.number() - FIRST_NUMBER + 1, true, claim.language(), claim.wording(), null, List.of(), null, List.of(), null, null, null, null);
    }

    private void fill(List<MatchableClaim> claims) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into account (email, name, role, password_hash, created_at) values ('a@bench.invalid', 'A', 'ADMIN', 'x', now())");
            statement.execute("alter table claim disable trigger user");
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into claim (slug, wording, kind, created_by, created_at) select 'x', t.w, 'STATEMENT', (select min(id) from account), now() from unnest(?) with ordinality as t(w, n) order by n")) {
                insert.setArray(1, connection.createArrayOf("text", claims.stream().map(ClaimsInPostgres::wording).toArray()));
                insert.executeUpdate();
            }
            statement.execute("analyze");
        }
    }

    private static String wording(MatchableClaim claim) {
        String stripped = claim.wording().replace("\0", "").strip();
        return stripped.isEmpty() ? "-" : stripped.substring(0, Math.min(1_000, stripped.length()));
    }

    @Override
    public void close() {
        source.close();
        postgres.close();
    }
}
