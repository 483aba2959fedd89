package org.ontherecord.matching.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.ontherecord.matching.ClaimCandidates;

/** Which engine finds claims: this node's memory, or a PostgreSQL with pgvector (docs/adr/0011). */
@Singleton
class Engine {
    private static final String MEMORY = "memory";
    private static final String PGVECTOR = "pgvector";

    private final String name;

    Engine(@ConfigProperty(name = "ontherecord.matching.engine", defaultValue = MEMORY) String name) {
        if (!name.equals(MEMORY) && !name.equals(PGVECTOR)) {
            throw new IllegalArgumentException(
                    "ONTHERECORD_MATCHING_ENGINE is '" + name + "'; it can be 'memory' or 'pgvector'.");
        }
        this.name = name;
    }

    boolean isInMemory() {
        return name.equals(MEMORY);
    }

    @Produces
    @ApplicationScoped
    ClaimCandidates chosen(HeapCandidates heap, PgvectorCandidates pgvector) {
        return isInMemory() ? heap : pgvector;
    }
}
