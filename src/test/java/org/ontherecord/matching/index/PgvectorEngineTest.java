package org.ontherecord.matching.index;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import org.ontherecord.matching.ClaimMatcher;
import org.ontherecord.matching.Match;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;
import org.ontherecord.matching.WorkingClaims;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The application as an operator sets it who keeps the index elsewhere: before that answers, while it does, and after it is gone. */
@QuarkusTest
@TestProfile(PgvectorEngineTest.IndexElsewhere.class)
class PgvectorEngineTest {
    /** No job runs by itself, so that each step is the test's own. */
    public static class IndexElsewhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            int port = Pglite.freePort();
            return Map.of(
                    "ontherecord.matching.engine",
                    "pgvector",
                    "ontherecord.matching.engine-url",
                    Pglite.url(port),
                    "ontherecord.matching.engine-username",
                    "postgres",
                    "ontherecord.matching.engine-password",
                    "postgres",
                    "test.pglite.port",
                    String.valueOf(port),
                    "quarkus.scheduler.start-mode",
                    "halted");
        }
    }

    private static final String CLAIM = "Syldavia’s jobless rate has never been lower.";

    @ConfigProperty(name = "test.pglite.port")
    int port;

    @Inject
    ClaimMatcher matcher;

    @Inject
    PgvectorCandidates engine;

    @Inject
    EmbeddingJob embedding;

    @Inject
    WorkingClaims claims;

    @Test
    void claimsAreFoundThereAndInOurDatabaseWhileItIsAway() throws Exception {
        long claim = claims.claim(CLAIM);
        claims.claim("Syldavia’s bridges are painted green.");
        engine.follow();
        indexIs("building");
        assertThat(match(CLAIM).get(0).number()).isEqualTo(claim);

        try (Pglite there = Pglite.start(port)) {
            embedding.run();
            // Half a minute of a busy machine may pass before the new server lets anybody in.
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
                engine.follow();
                return engine.isPrepared();
            });
            indexIs("ready");
            Match near =
                    match("Unemployment in Syldavia stands at a record minimum").get(0);
            assertThat(near.number()).isEqualTo(claim);
            assertThat(near.meaningPercent()).isPositive();

            claims.reword(claim, "Syldavia’s harbours are dredged each spring.");
            engine.follow();
            assertThat(match("harbour dredging in Syldavia").get(0).number()).isEqualTo(claim);
        }
        assertThat(match("Syldavia’s harbours are dredged each spring").get(0).number())
                .isEqualTo(claim);
    }

    private List<Match> match(String text) {
        return matcher.match(Utterance.of(text), Sight.DESK, 5);
    }

    private static void indexIs(String state) {
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'claim index' }.data.state", equalTo(state));
    }
}
