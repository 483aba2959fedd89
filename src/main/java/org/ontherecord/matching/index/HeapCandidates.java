package org.ontherecord.matching.index;

import java.util.List;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.ontherecord.matching.ClaimCandidates;
import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;

/** The index in this node's heap, and the database until it is made. */
@Singleton
@Typed(HeapCandidates.class)
class HeapCandidates implements ClaimCandidates {
    private final ClaimIndexJob job;
    private final Meanings meanings;
    private final ClaimRows rows;
    private final SqlCandidates untilThen;

    HeapCandidates(ClaimIndexJob job, Meanings meanings, ClaimRows rows, SqlCandidates untilThen) {
        this.job = job;
        this.meanings = meanings;
        this.rows = rows;
        this.untilThen = untilThen;
    }

    @Override
    public List<FoundClaim> find(Utterance utterance, Sight sight, int k) {
        ClaimIndex index = job.index().orElse(null);
        if (index == null) {
            return untilThen.find(utterance, sight, k);
        }
        // The index holds what was committed; a caller's transaction may see more, and may not last.
        QuarkusTransaction.suspendingExisting().run(job::catchUp);
        List<MatchableClaim> exact = rows.saidAlike(utterance.text(), sight, k);
        return index.find(meanings.asked(utterance), exact, sight, k);
    }
}
