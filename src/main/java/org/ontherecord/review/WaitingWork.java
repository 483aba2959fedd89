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

    /** For editors: what somebody else sent to review, what is approved, and what nobody else has looked at yet. */
    private static final String REVIEWS = """
            select 1 from review r
              join lateral (select author_id from revision where review_id = r.id order by number desc limit 1) newest on true
             where :editor and (r.stage = 'IN_REVIEW' and newest.author_id <> :me or r.stage = 'APPROVED')
            union all
            select 1 from verdict v
             where :editor and v.without_review_because is not null and :me not in (v.author_id, v.published_by)
               and not exists (select 1 from second_look l where l.verdict_id = v.id)""";

    private static final String DEADLINES =
            "select 1 from deadline_passing p join promise_deadline d on d.claim_id = p.claim_id where "
                    + DeadlineList.WAITS;

    private static final String CHALLENGES = """
            select 1 from challenge c
              left join lateral (select outcome from challenge_answer x where x.challenge_id = c.id order by x.id desc limit 1) a on true
             where :editor and (a.outcome is null or a.outcome = 'REOPENED')""";

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
        return count(1);
    }

    public String deadlines() {
        return count(2);
    }

    public String challenges() {
        return count(3);
    }

    private String count(int which) {
        if (counts == null) {
            counts = (Object[]) database.createNativeQuery("select " + limited(OPEN_CANDIDATES) + ", "
                            + limited(REVIEWS) + ", " + limited(DEADLINES) + ", " + limited(CHALLENGES))
                    .setParameter("now", clock.instant())
                    .setParameter("me", signedIn.account().id)
                    .setParameter("editor", signedIn.may(Role.EDITOR))
                    .getSingleResult();
        }
        long count = ((Number) counts[which]).longValue();
        return count == 0 ? null : count > MOST ? "%,d+".formatted(MOST) : "%,d".formatted(count);
    }

    private static String limited(String rows) {
        return "(select count(*) from (" + rows + " limit " + (MOST + 1) + ") waiting)";
    }
}
