package org.ontherecord.review;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;

import org.ontherecord.account.Role;
import org.ontherecord.account.SignedIn;
import org.ontherecord.review.deadline.DeadlineList;

/** How much waits for the person at the desk, for the numbers in its navigation; null where nothing does. */
@RequestScoped
@Named("waiting")
public class WaitingWork {
    /** More than anybody counts: what lies beyond is not looked at. */
    private static final int MOST = 1000;

    private static final String OPEN_CANDIDATES =
            "select 1 from candidate where state = 'OPEN' and (snoozed_until is null or snoozed_until <= :now)";

    private static final String DEADLINES =
            "select 1 from deadline_passing p join promise_deadline d on d.claim_id = p.claim_id where "
                    + DeadlineList.WAITS;

    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;
    private Object[] counts;

    WaitingWork(EntityManager database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    public String inbox() {
        return count(0);
    }

    public String review() {
        return signedIn.may(Role.EDITOR) ? count(1) : null;
    }

    public String deadlines() {
        return count(2);
    }

    public String challenges() {
        return signedIn.may(Role.EDITOR) ? count(3) : null;
    }

    private String count(int which) {
        if (counts == null) {
            counts = (Object[]) database.createNativeQuery(
                            "select " + limited(OPEN_CANDIDATES) + ", " + limited(OpenWork.FOR_REVIEW) + ", "
                                    + limited(DEADLINES) + ", " + limited(OpenWork.FOR_AN_ANSWER))
                    .setParameter("now", clock.instant())
                    .setParameter("me", signedIn.account().id)
                    .getSingleResult();
        }
        long count = ((Number) counts[which]).longValue();
        return count == 0 ? null : count > MOST ? "%,d+".formatted(MOST) : "%,d".formatted(count);
    }

    private static String limited(String rows) {
        return "(select count(*) from (" + rows + " limit " + (MOST + 1) + ") waiting)";
    }
}
