package org.ontherecord.matching.index;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Sight;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract, kept by PostgreSQL with pgvector: one named by ONTHERECORD_TEST_PGVECTOR (a JDBC URL with its login, an empty
 * database), or PGlite, which npm brings and Node.js runs. Where neither can be had the tests are skipped, and say so.
 */
@QuarkusTest
class PgvectorCandidatesTest extends ClaimCandidatesContract {
    private static Pglite pglite;
    private static AgroalDataSource engine;

    @Inject
    AgroalDataSource source;

    @Inject
    TestClock clock;

    private PgvectorIndex index;

    @BeforeAll
    static void start() throws SQLException {
        String url = System.getenv("ONTHERECORD_TEST_PGVECTOR");
        if (url == null) {
            pglite = Pglite.start(Pglite.freePort());
            url = pglite.url();
        }
        String address = url;
        engine = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(address)
                                .principal(new NamePrincipal("postgres"))
                                .credential(new SimplePassword("postgres")))));
    }

    @AfterAll
    static void stop() {
        if (engine != null) {
            engine.close();
        }
        if (pglite != null) {
            pglite.close();
        }
    }

    @BeforeEach
    void prepare() {
        index = new PgvectorIndex(engine, source, clock, Meanings.MODELS);
        index.prepare();
    }

    @Override
    void follow() {
        index.follow();
    }

    @Override
    List<FoundClaim> find(ClaimIndex.Asked asked, Collection<MatchableClaim> exact, Sight sight, int k) {
        return index.find(asked, exact, sight, k);
    }

    @Test
    void anotherNodeGoesOnWhereTheFirstWasKilled() {
        index.follow();
        long claim = claims.claim("Bordurian serpents are tuned in B flat.");
        var other = new PgvectorIndex(engine, source, clock, Meanings.MODELS);
        other.prepare();
        other.follow();

        assertThat(find(new ClaimIndex.Asked("serpent", null, "", null), List.of(), Sight.DESK, 100))
                .extracting(found -> found.claim().number())
                .contains(claim);
    }
}
