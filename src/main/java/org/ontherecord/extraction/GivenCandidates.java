package org.ontherecord.extraction;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.HeldWork;

/** The open candidates that were given to a person to decide, snoozed ones too. */
@ApplicationScoped
class GivenCandidates implements HeldWork {
    private static final String OF =
            "select id from candidate where state = 'OPEN' and assigned_to = :holder order by id";

    private final EntityManager database;

    GivenCandidates(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<String> inWords(Account holder) {
        long count = Candidate.count("state = ?1 and assignedTo = ?2", Candidate.State.OPEN, holder);
        return count == 0
                ? List.of()
                : List.of((count == 1 ? "1 candidate" : "%,d candidates".formatted(count)) + " given to them");
    }

    @Override
    public void hold(long holder) {
        locked(holder);
    }

    @Override
    public void handOver(Account holder, Account to, Account who, Instant now) {
        List<Long> candidates = locked(holder.id);
        if (candidates.isEmpty()) {
            return;
        }
        database.createNativeQuery(
                        "update candidate set assigned_to = cast(:to as bigint), version = version + 1 where id in (:candidates)")
                .setParameter("to", to == null ? null : to.id)
                .setParameter("candidates", candidates)
                .executeUpdate();
        for (Long candidate : candidates) {
            AuditEvent.record(
                    who,
                    "candidate assigned",
                    "candidate",
                    candidate,
                    Map.of("to", holder.id),
                    Collections.singletonMap("to", to == null ? null : to.id),
                    now);
        }
    }

    private List<Long> locked(long holder) {
        return database.createNativeQuery(OF + " for update", Long.class)
                .setParameter("holder", holder)
                .getResultList();
    }
}
