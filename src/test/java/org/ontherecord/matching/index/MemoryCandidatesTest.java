package org.ontherecord.matching.index;

import java.util.Collection;
import java.util.List;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Sight;
import org.ontherecord.platform.TestClock;

/** The contract, kept by the index in a node's memory. */
@QuarkusTest
class MemoryCandidatesTest extends ClaimCandidatesContract {
    @Inject
    AgroalDataSource source;

    @Inject
    TestClock clock;

    private ClaimFollower node;

    @BeforeEach
    void load() {
        node = new ClaimFollower(source, clock, Meanings.MODELS);
        node.load(1);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Override
    void follow() {
        node.follow();
    }

    @Override
    List<FoundClaim> find(ClaimIndex.Asked asked, Collection<MatchableClaim> exact, Sight sight, int k) {
        return node.index().orElseThrow().find(asked, exact, sight, k);
    }
}
