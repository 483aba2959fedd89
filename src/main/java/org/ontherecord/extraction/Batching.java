package org.ontherecord.extraction;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;
import org.ontherecord.platform.LockedRow;

/**
 * Handles several candidates at once and takes that back as one, each in one transaction that holds their rows. Sent twice it
 * happens once; what somebody else changed meanwhile is left alone and counted.
 */
@ApplicationScoped
class Batching {
    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;

    Batching(EntityManager database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** The batch's id; that of the first one when the same was sent again. */
    @Transactional
    long apply(BatchForm form) {
        Account who = signedIn.account();
        Instant now = clock.instant();
        CandidateBatch batch = asked(form, who, now);
        List<Candidate> changed = new ArrayList<>();
        Optional<CandidateBatch> sentBefore = Optional.empty();
        for (Map.Entry<Long, Integer> picked : form.versions().entrySet()) {
            Candidate candidate =
                    LockedRow.of(database, Candidate.class, picked.getKey()).orElse(null);
            if (candidate != null && candidate.version == picked.getValue() && candidate.isOpen()) {
                if (!isSo(candidate, batch)) {
                    batch.items.add(new CandidateBatch.Item(candidate));
                    handle(candidate, batch, who, now);
                    changed.add(candidate);
                }
                continue;
            }
            Optional<CandidateBatch> before = candidate == null || candidate.version != picked.getValue() + 1
                    ? Optional.empty()
                    : CandidateBatch.thatMade(candidate, batch.action, who);
            sentBefore = sentBefore.or(() -> before);
            batch.leftAlone += before.isPresent() ? 0 : 1;
        }
        if (changed.isEmpty()) {
            return sentBefore
                    .map(before -> before.id)
                    .orElseThrow(
                            () -> new Refused(
                                    batch.leftAlone == 0
                                            ? "They are like that already, so nothing was changed."
                                            : "These candidates were changed meanwhile, so nothing was done. Look at them again."));
        }
        database.flush();
        for (int i = 0; i < changed.size(); i++) {
            batch.items.get(i).versionAfter = changed.get(i).version;
        }
        batch.persist();
        changed.forEach(candidate -> record(batch, candidate, now));
        return batch.id;
    }

    /** As it was before, but for what was changed since. */
    @Transactional
    void undo(long batchId) {
        CandidateBatch batch =
                LockedRow.of(database, CandidateBatch.class, batchId).orElseThrow();
        if (batch.isUndone()) {
            return;
        }
        Account who = signedIn.account();
        Instant now = clock.instant();
        int kept = 0;
        for (CandidateBatch.Item item : batch.items) {
            Candidate candidate =
                    LockedRow.of(database, Candidate.class, item.candidateId).orElseThrow();
            if (candidate.version != item.versionAfter) {
                kept++;
                continue;
            }
            candidate.restore(
                    item.assignedBefore == null ? null : Account.findById(item.assignedBefore), item.snoozedBefore);
            AuditEvent.record(
                    who,
                    "decision undone",
                    "candidate",
                    candidate.id,
                    Map.of("state", batch.action.name(), "batch", batchId),
                    Map.of("state", "OPEN"),
                    now);
        }
        batch.undo(who, now, kept);
    }

    private static CandidateBatch asked(BatchForm form, Account who, Instant now) {
        var batch = new CandidateBatch(form.action(), who, now);
        switch (batch.action) {
            case DISMISSED -> batch.dismissReason = form.reason();
            case SNOOZED -> batch.snoozedUntil = form.until(now);
            case ASSIGNED -> batch.assignedTo = form.assignee();
        }
        return batch;
    }

    private static boolean isSo(Candidate candidate, CandidateBatch batch) {
        return switch (batch.action) {
            case DISMISSED -> false;
            case SNOOZED -> Objects.equals(candidate.snoozedUntil, batch.snoozedUntil);
            case ASSIGNED -> Objects.equals(idOf(candidate.assignedTo), idOf(batch.assignedTo));
        };
    }

    private static Long idOf(Account account) {
        return account == null ? null : account.id;
    }

    private static void handle(Candidate candidate, CandidateBatch batch, Account who, Instant now) {
        switch (batch.action) {
            case DISMISSED -> candidate.dismiss(batch.dismissReason, who, now);
            case SNOOZED -> candidate.snooze(batch.snoozedUntil);
            case ASSIGNED -> candidate.assign(batch.assignedTo);
        }
    }

    private static void record(CandidateBatch batch, Candidate candidate, Instant now) {
        Map<String, Object> after = new HashMap<>();
        after.put("batch", batch.id);
        switch (batch.action) {
            case DISMISSED -> after.put("reason", batch.dismissReason.name());
            case SNOOZED -> after.put("until", batch.snoozedUntil.toString());
            case ASSIGNED -> after.put("to", idOf(batch.assignedTo));
        }
        String action = "candidate " + batch.action.name().toLowerCase(Locale.ROOT);
        AuditEvent.record(batch.madeBy, action, "candidate", candidate.id, null, after, now);
    }
}
