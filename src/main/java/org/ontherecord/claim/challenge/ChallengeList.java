package org.ontherecord.claim.challenge;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.ontherecord.platform.Paging;

/** One page of the challenges on the desk: those that wait, the oldest first, or those answered, the last first. */
public record ChallengeList(boolean answered, long open, int page, int pages, List<Row> rows) {
    private static final int PAGE = 25;

    private static final String FROM = """
             from challenge c
             left join lateral (select * from challenge_answer x where x.challenge_id = c.id order by x.id desc limit 1) a on true
            """;
    private static final String WHERE = "where (a.id is not null and a.outcome <> 'REOPENED') = :answered";

    /** A challenge with the claim it is about and, if there is one, the answer that holds. {@code seen} is its number, 0 for none. */
    public record Row(
            long id,
            String publicId,
            long claim,
            String wording,
            int version,
            int newest,
            String about,
            String words,
            String source,
            Instant at,
            long seen,
            String outcome,
            String answer,
            boolean onTimeline,
            String by,
            Instant answeredAt) {
        public String number() {
            return "C-" + claim;
        }

        /** The ids of the controls of its form. */
        public String outcomeField() {
            return "outcome-" + id;
        }

        public String wordsField() {
            return "words-" + id;
        }
    }

    static ChallengeList of(EntityManager database, boolean answered, int page) {
        int pages = Paging.pages(count(database, answered), PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                        """
                        select c.id, c.public_id, c.claim_id, c.verdict_number, c.about, c.words, c.source_url, c.received_at,
                               coalesce(a.id, 0) as seen, a.outcome, a.words as answer, coalesce(a.on_timeline, false) as on_timeline,
                               who.name as by, a.answered_at, f.wording, f.number
                        """ + FROM + """
                          left join account who on who.id = a.answered_by
                         cross join lateral (select v.number, r.wording from verdict v join revision r on r.id = v.revision_id
                                              where v.claim_id = c.claim_id order by v.number desc limit 1) f
                        """ + WHERE
                                + (answered
                                        ? " order by a.answered_at desc, c.id desc"
                                        : " order by c.received_at, c.id"),
                        Tuple.class)
                .setParameter("answered", answered)
                .setFirstResult((shown - 1) * PAGE)
                .setMaxResults(PAGE)
                .getResultList();
        return new ChallengeList(
                answered,
                count(database, false),
                shown,
                pages,
                rows.stream().map(ChallengeList::row).toList());
    }

    /** The page of those that wait on which one stands: others may have been answered since it was shown. */
    static int pageOf(EntityManager database, Challenge challenge) {
        Number before = (Number) database.createNativeQuery(
                        "select count(*) " + FROM + WHERE + " and (c.received_at, c.id) < (:at, :id)")
                .setParameter("answered", false)
                .setParameter("at", challenge.receivedAt)
                .setParameter("id", challenge.id)
                .getSingleResult();
        return before.intValue() / PAGE + 1;
    }

    private static long count(EntityManager database, boolean answered) {
        return ((Number) database.createNativeQuery("select count(*) " + FROM + WHERE)
                        .setParameter("answered", answered)
                        .getSingleResult())
                .longValue();
    }

    private static Row row(Tuple row) {
        String outcome = row.get("outcome", String.class);
        return new Row(
                row.get("id", Long.class),
                row.get("public_id", String.class),
                row.get("claim_id", Long.class),
                row.get("wording", String.class),
                row.get("verdict_number", Integer.class),
                row.get("number", Integer.class),
                Challenge.About.valueOf(row.get("about", String.class)).inWords,
                row.get("words", String.class),
                row.get("source_url", String.class),
                row.get("received_at", Instant.class),
                row.get("seen", Number.class).longValue(),
                outcome == null ? null : ChallengeAnswer.Outcome.valueOf(outcome).inWords,
                row.get("answer", String.class),
                row.get("on_timeline", Boolean.class),
                row.get("by", String.class),
                row.get("answered_at", Instant.class));
    }
}
