package org.ontherecord.matching.index;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether the index is there. Pages are served without it, so a node is ready in any case. */
@Readiness
@ApplicationScoped
class ClaimIndexHealth implements HealthCheck {
    private final Engine engine;
    private final ClaimIndexJob job;
    private final PgvectorCandidates pgvector;

    ClaimIndexHealth(Engine engine, ClaimIndexJob job, PgvectorCandidates pgvector) {
        this.engine = engine;
        this.job = job;
        this.pgvector = pgvector;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("claim index").up();
        if (!engine.isInMemory()) {
            return answer.withData("state", pgvector.isPrepared() ? "ready" : "building")
                    .build();
        }
        job.index()
                .ifPresentOrElse(
                        index -> answer.withData("state", "ready")
                                .withData("claims", index.size())
                                .withData("vectors", index.vectors()),
                        () -> answer.withData("state", "building"));
        return answer.build();
    }
}
