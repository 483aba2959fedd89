package org.ontherecord.matching.index;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.matching.Sight;
import org.ontherecord.matching.WorkingClaims;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The queue of texts without vectors, worked off by hand; the model is the real one. */
@QuarkusTest
class EmbeddingJobTest {
    @Inject
    EmbeddingJob job;

    @Inject
    EmbeddingQueue queue;

    @Inject
    Meanings meanings;

    @Inject
    WorkingClaims claims;

    @Inject
    TestClock clock;

    @Inject
    EntityManager database;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void workByHand() throws Exception {
        job.run();
    }

    @Test
    void anotherWordingOfTheSameIsNearAndAnEditMovesIt() throws Exception {
        String work = "Fewer people are out of work than at any time in 50 years.";
        long claim = claims.claim("Zembla’s unemployment rate is the lowest for half a century.");
        long other = claims.claim("Zembla’s harbours are dredged each spring.");
        job.run();
        try (var node = new ClaimFollower(source, clock, Meanings.MODELS)) {
            node.load(1);
            assertThat(near(node, work, claim)).isGreaterThan(near(node, work, other));

            claims.reword(claim, "Zembla’s lighthouses are painted by volunteers.");
            node.follow();
            assertThat(near(node, work, claim)).isZero();
            job.run();
            node.follow();
            assertThat(near(node, "Unpaid helpers paint them.", claim)).isGreaterThan(near(node, work, claim));
        }
    }

    @Test
    void whatAKilledNodeHeldIsTakenAgainAfterItsLease() {
        long claim = claims.claim("Zembla has 14 public swimming pools.");
        assertThat(taken()).contains(claim);
        assertThat(taken()).doesNotContain(claim);

        clock.forward(EmbeddingJob.LEASE.plusSeconds(1));
        assertThat(taken()).containsExactly(claim);
    }

    @Test
    void whatKillsItsNodeThreeTimesIsParkedAlone() {
        long poison = claims.claim("Zembla has 15 public swimming pools.");
        taken();
        long other = claims.claim("Zembla has 16 public swimming pools.");
        for (int i = 0; i < 2; i++) {
            clock.forward(EmbeddingJob.LEASE.plusSeconds(1));
            queue.take(32, clock.instant(), EmbeddingJob.LEASE);
            queue.take(32, clock.instant(), EmbeddingJob.LEASE);
        }
        clock.forward(EmbeddingJob.LEASE.plusSeconds(1));
        queue.park(clock.instant());

        assertThat(troubles(poison)).hasSize(1).doesNotContainNull();
        assertThat(troubles(other)).hasSize(1).containsOnlyNulls();
    }

    @Test
    void theSameTextHasTheSameVector() throws Exception {
        long one = claims.claim("Zembla has 17 public swimming pools.");
        job.run();
        long other = claims.claim("Zembla has 17 public swimming pools.");
        job.run();

        assertThat(vectors(other)).hasSize(1).isEqualTo(vectors(one));
    }

    @Test
    void theVectorsOfAMergedClaimGoToTheOther() throws Exception {
        long kept = claims.claim("Zembla has 18 public swimming pools.");
        long merged = claims.claim("There are 18 public swimming pools in Zembla.");
        job.run();
        claims.merge(merged, kept);
        job.run();

        assertThat(vectors(merged)).isEmpty();
        assertThat(vectors(kept))
                .as("its own words, and those of the merged one")
                .hasSize(2);
    }

    private double near(ClaimFollower node, String text, long claim) {
        return node
                .index()
                .orElseThrow()
                .find(
                        new ClaimIndex.Asked(text, meanings.of(text).orElseThrow(), "", null),
                        List.of(),
                        Sight.DESK,
                        1_000)
                .stream()
                .filter(found -> found.claim().number() == claim)
                .mapToDouble(found -> found.meaning().best())
                .findFirst()
                .orElse(0);
    }

    private List<Long> taken() {
        return queue.take(32, clock.instant(), EmbeddingJob.LEASE).stream()
                .map(EmbeddingQueue.Taken::claim)
                .toList();
    }

    private List<?> troubles(long claim) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select trouble from claim_to_embed where claim_id = :claim")
                        .setParameter("claim", claim)
                        .getResultList());
    }

    private List<?> vectors(long claim) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select encode(vector, 'hex') from claim_vector where claim_id = :claim order by slot")
                        .setParameter("claim", claim)
                        .getResultList());
    }
}
