package org.ontherecord.article.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.platform.LockedRow;

/** What a person may do with a bulk under way. Each answers whether there was something to do. */
@ApplicationScoped
class BulkSteering {

    private final EntityManager database;
    private final Clock clock;

    BulkSteering(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    boolean stop(long id, Account who) {
        Bulk bulk = locked(id);
        return bulk.stop() && note(bulk, "bulk stopped", who, Map.of());
    }

    @Transactional
    boolean resume(long id, Account who) {
        Bulk bulk = locked(id);
        return bulk.resume() && note(bulk, "bulk resumed", who, Map.of());
    }

    /** All items that failed and still have an address or their bytes. */
    @Transactional
    boolean retry(long id, Account who) {
        Bulk bulk = locked(id);
        Instant now = clock.instant();
        List<BulkItem> failed = failedButKept(id);
        failed.forEach(item -> item.again(now));
        if (failed.isEmpty()) {
            return false;
        }
        bulk.again();
        return note(bulk, "bulk tried again", who, Map.of("items", failed.size()));
    }

    @SuppressWarnings("unchecked")
    private List<BulkItem> failedButKept(long id) {
        return database.createNativeQuery("""
                        select * from bulk_item where bulk_id = :id and state = 'FAILED'
                          and (address is not null or content is not null)
                        order by position limit :most for update""", BulkItem.class)
                .setParameter("id", id)
                .setParameter("most", BulkIntake.MOST_ITEMS)
                .getResultList();
    }

    private Bulk locked(long id) {
        return LockedRow.of(database, Bulk.class, id).orElseThrow();
    }

    private boolean note(Bulk bulk, String deed, Account who, Map<String, Object> facts) {
        AuditEvent.record(who, deed, "bulk", bulk.id, null, facts, clock.instant());
        return true;
    }
}
