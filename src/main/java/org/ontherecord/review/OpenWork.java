package org.ontherecord.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.ontherecord.account.Account;
import org.ontherecord.account.Role;
import org.ontherecord.review.deadline.DeadlineList;

/** One kind of work that waits for one person, the longest waiting first; {@code all} is where the rest of it stands. */
public record OpenWork(String title, String none, String all, long count, List<Item> items) {
    private static final int MOST = 20;
    private static final Duration SOON = Duration.ofDays(30);

    /** {@code since} is when it began to wait, or when it falls due; null where neither is known. */
    public record Item(String address, String words, String detail, Instant since) {}

    /** Reviews r with their newest revision n and the handover h after it, if there was one. */
    private static final String NEWEST = """
             from review r
             join claim c on c.id = r.claim_id
             join lateral (select * from revision x where x.review_id = r.id order by x.number desc limit 1) n on true
             join account author on author.id = n.author_id
             left join lateral (select * from handover x where x.review_id = r.id order by x.at desc, x.id desc limit 1) h on true
            """;

    /** A draft waits for its author, and once they have left for who took it over. */
    private static final String MINE =
            "(case when author.disabled_at is null then n.author_id else r.owner_id end) = :me";

    private static final Kind CANDIDATES =
            new Kind("Candidates given to you", "no candidates given to you", "/desk/inbox?queue=mine", """
            select '/desk/articles/' || s.article_id || '?candidate=' || c.id as address, c.wording as words,
                   'worth checking ' || c.score || ', in “' || a.title || '”' as detail, cast(null as timestamptz) as since, c.id
              from candidate c join snapshot s on s.id = c.snapshot_id join article a on a.id = s.article_id
             where c.state = 'OPEN' and c.assigned_to = :me and (c.snoozed_until is null or c.snoozed_until <= :now)
             order by c.score desc, c.id""");

    private static final Kind UNSAVED = new Kind("Text you have not saved", "no unsaved text", null, """
            select '/desk/claims/' || c.id as address, c.wording as words, 'kept while you typed' as detail, u.kept_at as since, c.id
              from unsaved_text u join claim c on c.id = u.claim_id
             where u.account_id = :me order by u.kept_at, u.id""");

    private static final Kind SENT_BACK =
            new Kind("Sent back to you", "nothing sent back", null, """
            select '/desk/claims/' || c.id || '/review' as address, n.wording as words,
                   'by ' || sender.name || coalesce(': ' || h.note, '') as detail, h.at as since, r.id
            """ + NEWEST + """
              join account sender on sender.id = h.by_id
             where r.stage = 'DRAFT' and h.step = 'RETURNED' and h.revision_id = n.id and
            """ + MINE + " order by h.at, r.id");

    private static final Kind COMMENTS = new Kind(
            "Comments on what you wrote",
            "no open comments",
            null,
            """
            select '/desk/claims/' || c.id || '/review' as address, n.wording as words,
                   who.name || ': ' || f.text as detail, f.written_at as since, f.id
            """ + NEWEST + """
              join field_comment f on f.revision_id = n.id and f.settled_at is null and f.written_by <> :me
              join account who on who.id = f.written_by
             where
            """ + MINE + " order by f.written_at, f.id");

    private static final Kind DRAFTS = new Kind(
            "Your drafts", "no drafts", "/desk/review", """
            select '/desk/claims/' || c.id as address, n.wording as words, 'not sent to review yet' as detail, n.saved_at as since, r.id
            """ + NEWEST + """
             where r.stage = 'DRAFT' and (h.step = 'RETURNED' and h.revision_id = n.id) is not true and
            """ + MINE + " order by n.saved_at, r.id");

    private static final Kind LEFT = new Kind(
            "Drafts that nobody has", "no drafts without a person", "/desk/claims?stage=DRAFT", """
            select '/desk/claims/' || c.id as address, n.wording as words, 'left by ' || author.name as detail, n.saved_at as since, r.id
            """ + NEWEST + """
             where r.stage = 'DRAFT' and r.owner_id is null and author.disabled_at is not null and c.merged_into is null
             order by n.saved_at, r.id""");

    private static final Kind STARTED = new Kind("Claims you have taken on", "no claims without a draft", null, """
            select '/desk/claims/' || c.id as address, c.wording as words, 'nothing saved yet' as detail, r.opened_at as since, r.id
              from review r join claim c on c.id = r.claim_id
             where r.stage = 'DRAFT' and r.owner_id = :me and c.merged_into is null
               and not exists (select 1 from revision x where x.review_id = r.id)
             order by r.opened_at, r.id""");

    private static final Kind REVIEWS =
            new Kind("To be reviewed by you", "nothing to review", "/desk/review", """
            select '/desk/claims/' || c.id || '/review' as address, n.wording as words, 'by ' || author.name as detail,
                   coalesce(h.at, n.saved_at) as since, r.id
            """ + NEWEST + """
             where r.stage = 'IN_REVIEW' and n.author_id <> :me order by coalesce(h.at, n.saved_at), r.id""");

    private static final Kind APPROVED =
            new Kind("Approved, to be published", "nothing to publish", "/desk/review", """
            select '/desk/claims/' || c.id as address, n.wording as words, 'by ' || author.name as detail,
                   coalesce(h.at, n.saved_at) as since, r.id
            """ + NEWEST + """
             where r.stage = 'APPROVED' order by coalesce(h.at, n.saved_at), r.id""");

    private static final Kind UNLOOKED =
            new Kind("Published, needs review", "nothing that needs a second look", "/desk/review", """
            select '/desk/claims/' || v.claim_id || '/review' as address, rev.wording as words,
                   'published by ' || who.name || ': ' || v.without_review_because as detail, v.published_at as since, v.id
              from verdict v join revision rev on rev.id = v.revision_id join account who on who.id = v.published_by
             where v.without_review_because is not null and :me not in (v.author_id, v.published_by)
               and not exists (select 1 from second_look l where l.verdict_id = v.id)
             order by v.published_at, v.id""");

    private static final Kind PASSED =
            new Kind("Passed deadlines of your claims", "no passed deadlines", "/desk/deadlines", """
            select '/desk/claims/' || p.claim_id as address, d.wording as words, 'the deadline has passed' as detail, p.deadline_at as since, p.id
              from deadline_passing p join promise_deadline d on d.claim_id = p.claim_id
              join review r on r.claim_id = p.claim_id and r.owner_id = :me
             where %s order by p.deadline_at, p.id""".formatted(
                            DeadlineList.WAITS));

    private static final Kind AHEAD =
            new Kind("Deadlines of your claims within 30 days", "no deadlines soon", "/desk/deadlines", """
            select '/desk/claims/' || d.claim_id as address, d.wording as words, 'falls due' as detail, d.deadline_at as since, d.claim_id as id
              from promise_deadline d join review r on r.claim_id = d.claim_id and r.owner_id = :me
             where d.deadline_at > :now and d.deadline_at <= :soon and not d.withdrawn and not d.final
             order by d.deadline_at, d.claim_id""");

    private static final Kind CHALLENGES = new Kind("Challenges of readers", "no challenges", "/desk/challenges", """
            select '/desk/challenges#challenge-' || c.id as address, rev.wording as words, c.words as detail, c.received_at as since, c.id
              from challenge c
              join verdict v on v.claim_id = c.claim_id and v.number = c.verdict_number join revision rev on rev.id = v.revision_id
              left join lateral (select outcome from challenge_answer x where x.challenge_id = c.id order by x.id desc limit 1) a on true
             where a.outcome is null or a.outcome = 'REOPENED'
             order by c.received_at, c.id""");

    private static final List<Kind> ANYBODYS =
            List.of(SENT_BACK, COMMENTS, UNSAVED, DRAFTS, STARTED, CANDIDATES, PASSED, AHEAD);
    private static final List<Kind> EDITORS = List.of(REVIEWS, APPROVED, UNLOOKED, LEFT, CHALLENGES);

    /** For the numbers of the desk's bar: what waits of these kinds, with {@code :me} for the person. */
    static final String FOR_REVIEW = any(REVIEWS, APPROVED, UNLOOKED);

    static final String FOR_AN_ANSWER = any(CHALLENGES);

    private static String any(Kind... kinds) {
        return Stream.of(kinds)
                .map(kind -> "select 1 from (" + kind.rows + ") waiting")
                .collect(Collectors.joining(" union all "));
    }

    /** What is asked of the database for one kind; {@code none} says in a list that there is nothing. */
    private record Kind(String title, String none, String all, String rows) {
        OpenWork of(EntityManager database, Account me, Instant now) {
            var query = database.createNativeQuery(
                    "select w.*, count(*) over () as total from (" + rows + ") w limit " + MOST, Tuple.class);
            query.getParameters().forEach(parameter -> {
                switch (parameter.getName()) {
                    case "me" -> query.setParameter("me", me.id);
                    case "now" -> query.setParameter("now", now);
                    default -> query.setParameter("soon", now.plus(SOON));
                }
            });
            @SuppressWarnings("unchecked")
            List<Tuple> found = query.getResultList();
            return new OpenWork(
                    title,
                    none,
                    all,
                    found.isEmpty()
                            ? 0
                            : found.get(0).get("total", Number.class).longValue(),
                    found.stream().map(OpenWork::item).toList());
        }
    }

    static List<OpenWork> of(EntityManager database, Account me, Instant now) {
        var kinds = new java.util.ArrayList<>(ANYBODYS);
        if (me.may(Role.EDITOR)) {
            kinds.addAll(EDITORS);
        }
        return kinds.stream().map(kind -> kind.of(database, me, now)).toList();
    }

    public boolean isMore() {
        return count > items.size();
    }

    private static Item item(Tuple row) {
        return new Item(
                row.get("address", String.class),
                row.get("words", String.class),
                row.get("detail", String.class),
                row.get("since", Instant.class));
    }
}
