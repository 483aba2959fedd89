package org.ontherecord.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.HeldWork;

/** The claims that a person has on the table, in whatever stage, and so their deadlines. */
@ApplicationScoped
class OwnedReviews implements HeldWork {
    private final EntityManager database;

    OwnedReviews(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<String> inWords(Account holder) {
        Tuple counts = (Tuple) database.createNativeQuery("""
                        select count(*) filter (where r.stage = 'DRAFT' and written) as drafts,
                               count(*) filter (where r.stage = 'DRAFT' and not written) as started,
                               count(*) filter (where r.stage in ('IN_REVIEW', 'APPROVED')) as sent,
                               count(*) filter (where r.stage = 'PUBLISHED') as published,
                               (select count(*) from unsaved_text u where u.account_id = :holder) as unsaved
                          from review r cross join lateral (select exists (select 1 from revision x where x.review_id = r.id)) has (written)
                         where r.owner_id = :holder""", Tuple.class)
                .setParameter("holder", holder.id)
                .getSingleResult();
        var words = new ArrayList<String>();
        add(words, counts, "drafts", "1 draft", "%,d drafts");
        add(words, counts, "started", "1 claim taken on without a draft", "%,d claims taken on without a draft");
        add(words, counts, "sent", "1 version sent to review", "%,d versions sent to review");
        add(
                words,
                counts,
                "published",
                "1 published claim, with its deadline",
                "%,d published claims, with their deadlines");
        add(
                words,
                counts,
                "unsaved",
                "text not saved at 1 claim, which stays with the account and is shown to nobody else",
                "text not saved at %,d claims, which stays with the account and is shown to nobody else");
        return List.copyOf(words);
    }

    @Override
    public void hold(long holder) {
        locked(holder);
    }

    /** Pages opened before are told by the version that something changed. */
    @Override
    public void handOver(Account holder, Account to, Account who, Instant now) {
        for (Tuple review : locked(holder.id)) {
            long id = review.get("id", Number.class).longValue();
            database.createNativeQuery(
                            "update review set owner_id = cast(:to as bigint), version = version + 1 where id = :id")
                    .setParameter("to", to == null ? null : to.id)
                    .setParameter("id", id)
                    .executeUpdate();
            Map<String, Object> after = new LinkedHashMap<>();
            after.put("owner", to == null ? null : to.id);
            after.put("claim", review.get("claim_id", Number.class).longValue());
            AuditEvent.record(who, "claim handed over", "review", id, Map.of("owner", holder.id), after, now);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> locked(long holder) {
        return database.createNativeQuery(
                        "select id, claim_id from review where owner_id = :holder order by id for update", Tuple.class)
                .setParameter("holder", holder)
                .getResultList();
    }

    private static void add(List<String> words, Tuple counts, String which, String one, String many) {
        long count = counts.get(which, Number.class).longValue();
        if (count > 0) {
            words.add(count == 1 ? one : many.formatted(count));
        }
    }
}
