package org.ontherecord.claim.merging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Standing;

/**
 * What a merge would do, before it is done: which number stays, what its page shows from then on, what stays behind, and what
 * speaks against it.
 *
 * @param seen changes with everything that stands here
 */
public record MergePreview(
        Side lost,
        Side kept,
        List<Quote> quotes,
        List<String> counted,
        List<String> relations,
        long candidates,
        long contacts,
        long versions,
        List<Obstacle> obstacles,
        String draft,
        String otherPerson,
        String seen) {
    private static final int MOST = 50;

    /** One of the two claims. */
    public record Side(long id, String wording, String speaker, Standing standing, long said, String deadline) {
        public String number() {
            return "C-" + id;
        }
    }

    /** Words that the other page will show too, unless it has the very same already. */
    public record Quote(String exact, String where, LocalDate on, boolean there) {}

    /** What has to be done first, and where. */
    public record Obstacle(String sentence, String address, String link) {}

    static MergePreview of(EntityManager database, Claim lost, Claim kept) {
        Tuple of = one(database, SUMS, lost, kept);
        Map<Long, String> words = PublicWords.of(List.of(lost.id, kept.id));
        Map<Long, Standing> standings = Standing.of(database, List.of(lost.id, kept.id));
        return new MergePreview(
                side(lost, words, standings, of.get("lost_said", Number.class).longValue()),
                side(kept, words, standings, of.get("kept_said", Number.class).longValue()),
                quotes(database, lost, kept),
                counted(database, lost, kept),
                relations(database, lost, kept),
                of.get("candidates", Number.class).longValue(),
                of.get("contacts", Number.class).longValue(),
                of.get("versions", Number.class).longValue(),
                obstacles(of, lost, kept),
                draft(of, lost),
                otherPerson(lost, kept),
                of.get("seen", String.class));
    }

    /** Whether only the reason is missing. */
    public boolean isClear() {
        return obstacles.isEmpty();
    }

    public long newQuotes() {
        return quotes.stream().filter(quote -> !quote.there()).count();
    }

    private static final String SUMS = """
            with side (claim, role) as (values (cast(:lost as bigint), 'lost'), (cast(:kept as bigint), 'kept')),
            newest as (
              select s.role, s.claim, r.id as review, r.stage, r.version,
                     (select max(v.number) from verdict v where v.claim_id = s.claim) as verdicts,
                     (select count(*) from revision x where x.review_id = r.id) as revisions,
                     (select max(x.id) from revision x where x.review_id = r.id) as revision,
                     (select max(v.revision_id) from verdict v where v.claim_id = s.claim) as public_revision
                from side s left join review r on r.claim_id = s.claim)
            select (select count(*) from appearance where claim_id = :lost) as lost_said,
                   (select count(*) from appearance where claim_id = :kept) as kept_said,
                   (select count(*) from candidate where claim_id = :lost) as candidates,
                   (select count(*) from contact_attempt where claim_id = :lost
                     or claim_id in (select carried from claim_carried where claim_number = :lost and until_at is null)) as contacts,
                   coalesce((select verdicts from newest where role = 'lost'), 0) as versions,
                   (select verdicts is not null from newest where role = 'lost') as lost_verdict,
                   (select verdicts is not null from newest where role = 'kept') as kept_verdict,
                   exists (select 1 from external_check e where e.claim_id = :lost
                            or e.claim_id in (select carried from claim_carried where claim_number = :lost and until_at is null)) as lost_check,
                   exists (select 1 from external_check e where e.claim_id = :kept
                            or e.claim_id in (select carried from claim_carried where claim_number = :kept and until_at is null)) as kept_check,
                   (select stage from newest where role = 'lost') as stage,
                   (select revisions from newest where role = 'lost') as revisions,
                   (select revision is distinct from public_revision and revision is not null from newest where role = 'lost') as behind,
                   (select a.name from newest n join revision x on x.id = n.revision join account a on a.id = x.author_id where n.role = 'lost') as author,
                   (select string_agg(a.name, ', ' order by a.name) from unsaved_text u join account a on a.id = u.account_id where u.claim_id = :lost and a.disabled_at is null) as writing,
                   (select count(*) from challenge c where c.claim_id = :lost
                       and coalesce((select x.outcome from challenge_answer x where x.challenge_id = c.id order by x.id desc limit 1), 'REOPENED') = 'REOPENED') as challenges,
                   md5(concat_ws('-', (select string_agg(concat_ws('.', c.id, c.version, coalesce(c.merged_into, 0)), '-' order by c.id) from claim c where c.id in (:lost, :kept)),
                       (select string_agg(concat_ws('.', role, version, coalesce(verdicts, 0)), '-' order by role) from newest),
                       (select string_agg(cast(id as text), '.' order by id) from appearance where claim_id in (:lost, :kept)),
                       (select string_agg(cast(id as text), '.' order by id) from counted_appearance where claim_id in (:lost, :kept)),
                       (select string_agg(cast(id as text), '.' order by id) from claim_relation where withdrawn_at is null
                          and (claim_id in (:lost, :kept) or other_claim_id in (:lost, :kept))))) as seen""";

    private static List<Obstacle> obstacles(Tuple of, Claim lost, Claim kept) {
        var all = new ArrayList<Obstacle>();
        boolean lostCheck = of.get("lost_check", Boolean.class);
        boolean lostPublic = of.get("lost_verdict", Boolean.class) || lostCheck;
        if (lost.kind != kept.kind) {
            all.add(new Obstacle(
                    "One is a promise and the other a statement of fact. They are rated on different scales, so they cannot be one claim. Say how they stand to each other instead.",
                    "/desk/claims/" + lost.id + "/relations?other=C-" + kept.id,
                    "Add a relation"));
        }
        if (lostPublic && !of.get("kept_verdict", Boolean.class)) {
            all.add(new Obstacle(
                    "Readers hold C-%d, and we have published no verdict on C-%d. Keep C-%d instead, or publish C-%d first."
                            .formatted(lost.id, kept.id, lost.id, kept.id),
                    "/desk/claims/" + kept.id + "/merges?into=C-" + lost.id,
                    "Keep C-" + lost.id));
        }
        if (lostCheck && of.get("kept_check", Boolean.class)) {
            all.add(new Obstacle(
                    "Both show the check of another publisher, and a page has room for one. Say that they are the same instead: each page then leads to the other.",
                    "/desk/claims/" + lost.id + "/relations?other=C-" + kept.id,
                    "Add a relation"));
        }
        String stage = of.get("stage", String.class);
        if ("IN_REVIEW".equals(stage) || "APPROVED".equals(stage)) {
            all.add(new Obstacle(
                    "A version of C-%d is %s. Publish it, take it back or return it, and then merge."
                            .formatted(lost.id, stage.equals("APPROVED") ? "approved and not published" : "in review"),
                    "/desk/claims/" + lost.id + "/review",
                    "Look at it"));
        }
        long challenges = of.get("challenges", Number.class).longValue();
        if (challenges > 0) {
            all.add(new Obstacle(
                    "%s to C-%d %s no answer yet. Answer first, and then merge."
                            .formatted(
                                    challenges == 1 ? "A reader’s challenge" : challenges + " readers’ challenges",
                                    lost.id,
                                    challenges == 1 ? "has" : "have"),
                    "/desk/challenges",
                    "Answer challenges"));
        }
        String writing = of.get("writing", String.class);
        if (writing != null) {
            all.add(new Obstacle(
                    "What %s typed at C-%d is not saved. Save or discard it, or ask them to, and then merge."
                            .formatted(writing, lost.id),
                    "/desk/claims/" + lost.id,
                    "Open C-" + lost.id));
        }
        return all;
    }

    /** What of the claim's own work nobody has published; null when there is none. */
    private static String draft(Tuple of, Claim lost) {
        boolean behind = Boolean.TRUE.equals(of.get("behind", Boolean.class));
        return !behind
                ? null
                : "C-%d has a draft that readers have not seen: version %d, by %s."
                        .formatted(
                                lost.id, of.get("revisions", Number.class).longValue(), of.get("author", String.class));
    }

    private static String otherPerson(Claim lost, Claim kept) {
        return lost.speaker == null || kept.speaker == null || Objects.equals(lost.speaker.id, kept.speaker.id)
                ? null
                : "Different people made them: %s (C-%d) and %s (C-%d). What both said will stand under one name."
                        .formatted(lost.speaker.name, lost.id, kept.speaker.name, kept.id);
    }

    private static Side side(Claim claim, Map<Long, String> words, Map<Long, Standing> standings, long said) {
        String deadline = claim.deadlineAt == null
                ? null
                : "%s (%s)"
                        .formatted(
                                claim.deadlineAt
                                        .atZone(java.time.ZoneId.of(claim.deadlineZone))
                                        .format(java.time.format.DateTimeFormatter.ofPattern(
                                                "d MMM uuuu, HH:mm", java.util.Locale.UK)),
                                claim.deadlineZone);
        return new Side(
                claim.id,
                words.get(claim.id),
                claim.speaker == null ? null : claim.speaker.name,
                standings.get(claim.id),
                said,
                deadline);
    }

    private static List<Quote> quotes(EntityManager database, Claim lost, Claim kept) {
        return rows(database, """
                select a.quote_exact, coalesce(concat_ws(', ', article.title, outlet.name), a.source_title) as source, a.said_on,
                       exists (select 1 from appearance same where same.claim_id = :kept and same.snapshot_id = a.snapshot_id
                                and same.quote_start = a.quote_start and same.quote_end = a.quote_end) as there
                  from appearance a
                  left join snapshot s on s.id = a.snapshot_id left join article on article.id = s.article_id left join outlet on outlet.id = article.outlet_id
                 where a.claim_id = :lost or a.claim_id in (select carried from claim_carried where claim_number = :lost and until_at is null)
                 order by a.said_on nulls last, a.id limit :most""", lost, kept).stream()
                .map(row -> new Quote(
                        row.get("quote_exact", String.class),
                        row.get("source", String.class).isEmpty()
                                ? "a source without a title"
                                : row.get("source", String.class),
                        row.get("said_on", LocalDate.class),
                        row.get("there", Boolean.class)))
                .toList();
    }

    private static List<String> counted(EntityManager database, Claim lost, Claim kept) {
        return rows(database, """
                select c.times || ' times from ' || c.from_on || ' to ' || c.to_on || ', counted by ' || c.counted_by
                       || case when exists (select 1 from counted_appearance own where own.claim_id = :kept and own.from_on <= c.to_on and own.to_on >= c.from_on)
                               then ' (not added: C-' || :kept || ' has a total of that time)' else '' end as words
                  from counted_appearance c where c.claim_id = :lost order by c.from_on, c.id limit :most""", lost, kept).stream()
                .map(row -> row.get("words", String.class))
                .toList();
    }

    private static List<String> relations(EntityManager database, Claim lost, Claim kept) {
        return rows(database, """
                select 'C-' || other.id || ': ' || left(other.wording, 200)
                       || case when other.id = :kept then ' (not shown: it would point at itself)' else '' end as words
                  from claim_relation r join claim other on other.id = case when r.claim_id = :lost then r.other_claim_id else r.claim_id end
                 where :lost in (r.claim_id, r.other_claim_id) and r.withdrawn_at is null
                 order by r.id limit :most""", lost, kept).stream()
                .map(row -> row.get("words", String.class))
                .toList();
    }

    private static Tuple one(EntityManager database, String sql, Claim lost, Claim kept) {
        return (Tuple) database.createNativeQuery(sql, Tuple.class)
                .setParameter("lost", lost.id)
                .setParameter("kept", kept.id)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(EntityManager database, String sql, Claim lost, Claim kept) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("lost", lost.id)
                .setParameter("kept", kept.id)
                .setParameter("most", MOST)
                .getResultList();
    }
}
