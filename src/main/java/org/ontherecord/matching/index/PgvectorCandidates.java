package org.ontherecord.matching.index;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.ontherecord.matching.ClaimCandidates;
import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;

/** The index in a PostgreSQL with pgvector, where the operator names one; while it does not answer, our own database searches. */
@Singleton
@Typed(PgvectorCandidates.class)
class PgvectorCandidates implements ClaimCandidates {
    private static final Logger LOG = Logger.getLogger(PgvectorCandidates.class);
    private static final int CONNECTIONS = 10;

    private final PgvectorIndex index;
    private final Meanings meanings;
    private final ClaimRows rows;
    private final SqlCandidates untilThen;
    private volatile boolean prepared;

    PgvectorCandidates(
            AgroalDataSource record,
            Clock clock,
            Meanings meanings,
            ClaimRows rows,
            SqlCandidates untilThen,
            @ConfigProperty(name = "ontherecord.matching.engine-url") Optional<String> url,
            @ConfigProperty(name = "ontherecord.matching.engine-username") Optional<String> username,
            @ConfigProperty(name = "ontherecord.matching.engine-password") Optional<String> password)
            throws SQLException {
        this.meanings = meanings;
        this.rows = rows;
        this.untilThen = untilThen;
        this.index = url.isEmpty()
                ? null
                : new PgvectorIndex(
                        AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                                        .acquisitionTimeout(Duration.ofSeconds(2))
                                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url.get())
                                                .principal(username.map(NamePrincipal::new)
                                                        .orElse(null))
                                                .credential(password.map(SimplePassword::new)
                                                        .orElse(null))))),
                        record,
                        clock,
                        Meanings.MODELS);
    }

    @Scheduled(
            identity = "claim-index-pgvector",
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        if (index == null) {
            return;
        }
        try {
            if (!prepared) {
                index.prepare();
            }
            index.follow();
            prepared = true;
        } catch (IllegalStateException away) {
            LOG.warnf(
                    "%s: %s",
                    away.getMessage(),
                    away.getCause() == null ? "" : away.getCause().getMessage());
        }
    }

    /** Whether it was reached since the start, and had followed everything by then. */
    boolean isPrepared() {
        return prepared;
    }

    @Override
    public List<FoundClaim> find(Utterance utterance, Sight sight, int k) {
        if (!prepared) {
            return untilThen.find(utterance, sight, k);
        }
        var exact = rows.saidAlike(utterance.text(), sight, k);
        try {
            var asked = meanings.asked(utterance);
            return QuarkusTransaction.suspendingExisting().call(() -> index.find(asked, exact, sight, k));
        } catch (IllegalStateException | QuarkusTransactionException away) {
            LOG.warn(away.getMessage());
            return untilThen.find(utterance, sight, k);
        }
    }
}
