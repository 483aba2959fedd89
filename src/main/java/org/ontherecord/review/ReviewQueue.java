package org.ontherecord.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ontherecord.account.Account;

/** One group of the review queue, the longest waiting first. */
public record ReviewQueue(String title, String empty, List<Row> rows) {
    private static final int MOST = 100;

    /** A claim whose newest revision waits. The verdict is the one drafted, null while none is chosen. */
    public record Row(
            long claimId,
            String wording,
            String author,
            boolean mine,
            Instant since,
            String code,
            String verdict,
            String role,
            String address,
            String returnedBy) {}

    static List<ReviewQueue> allFor(Account me) {
        return List.of(
                new ReviewQueue(
                        "In review", "Nothing waits for a second person.", rows(Review.Stage.IN_REVIEW, me, "/review")),
                new ReviewQueue(
                        "Approved, to be published",
                        "Nothing waits to be published.",
                        rows(Review.Stage.APPROVED, me, "")),
                new ReviewQueue("Published, needs review", "Nothing was published without review.", unlooked(me)),
                new ReviewQueue(
                        "Your drafts",
                        "You have no drafts.",
                        rows(Review.Stage.DRAFT, me, "").stream()
                                .filter(Row::mine)
                                .toList()));
    }

    private static List<Row> rows(Review.Stage stage, Account me, String tail) {
        List<Revision> newest = Review.getEntityManager()
                .createQuery("""
                        select rev from Revision rev join fetch rev.review r join fetch rev.author left join fetch rev.rating
                        where r.stage = :stage and rev.number = (select max(n.number) from Revision n where n.review = r)
                        and (:all = true or rev.author = :me)
                        order by rev.savedAt, rev.id""", Revision.class)
                .setParameter("stage", stage)
                .setParameter("all", stage != Review.Stage.DRAFT)
                .setParameter("me", me)
                .setMaxResults(MOST)
                .getResultList();
        Map<Long, String> returned = Handover.openReturns(
                        newest.stream().map(one -> one.review).toList())
                .stream()
                .collect(Collectors.toMap(last -> last.review.id, last -> last.by.name));
        return newest.stream()
                .map(revision -> row(revision, me, tail, returned.get(revision.review.id)))
                .toList();
    }

    private static List<Row> unlooked(Account me) {
        return Review.getEntityManager()
                .createQuery("""
                        select rev from Verdict v join v.revision rev join fetch rev.review join fetch rev.author left join fetch rev.rating
                        where v.withoutReviewBecause is not null
                        and not exists (select 1 from SecondLook l where l.verdict = v)
                        order by v.publishedAt, v.id""", Revision.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(revision -> row(revision, me, "/review", null))
                .toList();
    }

    private static Row row(Revision revision, Account me, String tail, String returnedBy) {
        return new Row(
                revision.review.claim.id,
                revision.wording,
                revision.author.name,
                revision.author.id.equals(me.id),
                revision.savedAt,
                revision.rating == null ? null : revision.rating.code,
                revision.rating == null ? null : revision.rating.label,
                revision.rating == null ? null : revision.rating.role,
                "/desk/claims/" + revision.review.claim.id + tail,
                returnedBy);
    }
}
