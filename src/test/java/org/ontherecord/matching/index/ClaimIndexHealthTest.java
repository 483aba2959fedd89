package org.ontherecord.matching.index;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;
import org.ontherecord.matching.WorkingClaims;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** A node right after its start, on the database of the others. */
@QuarkusTest
class ClaimIndexHealthTest {
    @Inject
    AgroalDataSource source;

    @Inject
    TestClock clock;

    @Inject
    Meanings meanings;

    @Inject
    ClaimRows rows;

    @Inject
    SqlCandidates untilThen;

    @Inject
    PgvectorCandidates unused;

    @Inject
    WorkingClaims claims;

    @Test
    void whileTheIndexIsBuiltTheNodeIsReadyAndTheDatabaseSearches() {
        var engine = new Engine("memory");
        var job = new ClaimIndexJob(source, clock, engine);
        var health = new ClaimIndexHealth(engine, job, unused);
        var candidates = new HeapCandidates(job, meanings, rows, untilThen);
        long claim = claims.claim("The only hurdy-gurdy school of Zembla opened in 1931.");

        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(data(health)).containsExactly(Map.entry("state", "building"));
        assertThat(found(candidates)).contains(claim);

        job.again();
        assertThat(data(health)).containsEntry("state", "ready");
        assertThat((Long) data(health).get("claims")).isPositive();
        assertThat(found(candidates)).contains(claim);
        job.index().orElseThrow().close();
    }

    @Test
    void whereAnotherEngineSearchesItSaysWhetherThatWasReached() {
        var engine = new Engine("pgvector");
        var health = new ClaimIndexHealth(engine, new ClaimIndexJob(source, clock, engine), unused);

        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(data(health)).containsExactly(Map.entry("state", "building"));
    }

    private static Map<String, Object> data(ClaimIndexHealth health) {
        return health.call().getData().orElseThrow();
    }

    private static List<Long> found(HeapCandidates candidates) {
        return candidates.find(Utterance.of("a school of the hurdy-gurdy"), Sight.DESK, 10).stream()
                .map(found -> found.claim().number())
                .toList();
    }
}
