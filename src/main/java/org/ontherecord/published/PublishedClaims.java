package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.published.timeline.TimelineEvent;

/** What the public record says about a claim, as of any moment. Every page is a fixed number of selects. */
@ApplicationScoped
public class PublishedClaims {
    /** A state of the record is public from its publication until the next one. */
    static final String NEWEST = " c.published_at <= :asOf and (c.superseded_at <= :asOf) is not true ";

    /** The same, but for claims that were merged into another by then: the other one answers for both. */
    static final String IN_FORCE = NEWEST + "and (c.away @> cast(:asOf as timestamptz)) is not true ";

    /** What each claim's page said at that moment, or last before the next version took its place. */
    static final String THEN = """
             (select v.*, said.* from public_verdict v
               cross join lateral said_of(v.claim_number, greatest(v.published_at, least(cast(:asOf as timestamptz), v.superseded_at - interval '1 microsecond'))) said) """;

    private static final int MOST_VERDICTS = 200;
    private static final int MOST_APPEARANCES = 500;
    private static final int MOST_EVIDENCE = 200;
    private static final int ALSO_ON_RECORD = 3;
    private static final int MOST_RELATED = 100;
    private static final int MOST_CHALLENGES = 100;
    private static final int MOST_MERGES = 100;
    private static final int MOST_CONTACTS = 100;

    private final EntityManager em;
    private final PublishedMerges merges;

    PublishedClaims(EntityManager em, PublishedMerges merges) {
        this.em = em;
        this.merges = merges;
    }

    /** Twelve selects, whatever the claim. None while it is merged into another: {@link PublishedMerges} knows which. */
    @Transactional
    public Optional<PublishedClaim> byNumber(long number, Instant asOf) {
        return one("select * from" + THEN + "c where c.claim_number = :number and" + IN_FORCE, number, asOf)
                .map(claim -> whole(claim, asOf, null));
    }

    /** The record as one verdict published it. Thirteen selects. */
    @Transactional
    public Optional<PublishedClaim> byVersion(long number, int version) {
        String sql = "select * from public_claim c where c.claim_number = :number and c.number = :version";
        return Row.of(em, sql, "number", number, "version", version).stream()
                .findFirst()
                .map(claim -> whole(
                        claim,
                        claim.instant("published_at"),
                        merges.today(number).orElse(null)));
    }

    private PublishedClaim whole(Row claim, Instant asOf, MergedClaim merged) {
        long number = claim.number("claim_number");
        int version = (int) claim.number("number");
        return PublishedClaim.of(
                claim,
                asOf,
                verdicts(number, version),
                appearances(number, asOf),
                counted(number, asOf),
                answersAndMerges(number, asOf),
                evidence(number, version),
                contacts(number, asOf),
                related(number, asOf),
                othersCheck(number, asOf).map(OthersCheck::of).orElse(null),
                merged,
                scale(claim),
                alsoOnRecord(claim, asOf));
    }

    /** What another publisher found about a claim that we have no verdict on. Two selects. */
    @Transactional
    public Optional<OthersClaim> byOthers(long number, Instant asOf) {
        return othersCheck(number, asOf).map(check -> OthersClaim.of(check, related(number, asOf), asOf));
    }

    private Optional<Row> othersCheck(long number, Instant asOf) {
        String sql = "select * from public_external_check c where c.claim_number = :number and" + IN_FORCE + "limit 1";
        return one(sql, number, asOf);
    }

    /** Two selects. */
    @Transactional
    public ClaimList find(ClaimQuery query) {
        var values = new LinkedHashMap<String, Object>();
        values.put("asOf", query.asOf().moment());
        String where = IN_FORCE + query.inSql().narrowing(values);
        long total = Row.of(
                        em,
                        "select count(*) as total from findable_claim c where c.publisher is null and" + where,
                        values)
                .get(0)
                .number("total");
        values.put("limit", query.limit());
        values.put("offset", query.offset());
        String page = chosen(where, query.inSql().order());
        return new ClaimList(
                query,
                total,
                Row.of(em, page, values).stream().map(ClaimSummary::of).toList());
    }

    /** The ratings of today's scales. */
    @Transactional
    public List<ScaleRating> scales() {
        return Row.of(em, "select * from public_rating where current order by scale desc, position limit 100").stream()
                .map(ScaleRating::of)
                .toList();
    }

    /** The ratings of the scales that verdicts were given on by then. */
    @Transactional
    public List<ScaleRating> scales(AsOf asOf) {
        if (!asOf.isPast()) {
            return scales();
        }
        String sql = """
                select r.* from public_rating r
                 where r.scale_version = coalesce(
                         (select max(v.scale_version) from public_verdict v where v.scale = r.scale and v.published_at <= :asOf), 1)
                 order by r.scale desc, r.position limit 100""";
        return Row.of(em, sql, "asOf", asOf.moment()).stream()
                .map(ScaleRating::of)
                .toList();
    }

    /** When the record of anything begins; now while it is empty. */
    @Transactional
    public Instant begins(Instant now) {
        return Row.of(
                        em,
                        "select coalesce(min(published_at), :now) as begins from findable_claim where publisher is null",
                        "now",
                        now)
                .get(0)
                .instant("begins");
    }

    /** For each rating the claim that has it since the shortest time. */
    @Transactional
    public List<ClaimSummary> oneOfEachRating(Instant asOf) {
        String sql = """
                select c.* from (select distinct on (c.code) c.claim_number, c.number from public_verdict c
                                  where""" + IN_FORCE + """
                                    and not c.withdrawn order by c.code, c.published_at desc, c.claim_number desc) newest
                  join public_claim c on c.claim_number = newest.claim_number and c.number = newest.number
                 order by c.code limit 100""";
        return Row.of(em, sql, "asOf", asOf).stream().map(ClaimSummary::of).toList();
    }

    /** How many claims have which rating, by a condition on public_verdict c. */
    RatingCounts counts(String where, Object... namesAndValues) {
        String sql = """
                select c.code, c.label, c.role, c.kind, count(*) as claims, min(r.position) as position
                  from public_verdict c
                  left join public_rating r on r.code = c.code and r.scale_version = c.scale_version
                 where""" + IN_FORCE + "and " + where + """

                 group by c.code, c.label, c.role, c.kind order by c.kind, position nulls last, c.code limit 100""";
        return RatingCounts.of(Row.of(em, sql, namesAndValues));
    }

    /**
     * Claims by the conditions on findable_claim c and in that order. The rows are chosen first, by an index where one has the
     * order, and their texts and counts put together one by one ("offset 0" keeps PostgreSQL from putting together all claims
     * first): of 100,000 claims, a page took 5 ms instead of 900.
     */
    static String chosen(String where, String order) {
        return "select c.* from (select c.claim_number, c.number, row_number() over (order by " + order
                + ") as place from findable_claim c where c.publisher is null and " + where
                + " order by " + order
                + " limit :limit offset :offset) chosen cross join lateral (select * from" + THEN + "c"
                + " where c.claim_number = chosen.claim_number and c.number = chosen.number offset 0) c"
                + " order by chosen.place";
    }

    private Optional<Row> one(String sql, long number, Instant asOf) {
        return Row.of(em, sql, "number", number, "asOf", asOf).stream().findFirst();
    }

    private List<PublishedVerdict> verdicts(long number, int newest) {
        String sql = """
                select * from public_verdict where claim_number = :number and number <= :newest
                order by number desc limit :most""";
        return Row.of(em, sql, "number", number, "newest", newest, "most", MOST_VERDICTS).stream()
                .map(PublishedVerdict::of)
                .toList();
    }

    private List<PublishedAppearance> appearances(long number, Instant asOf) {
        String sql = """
                select * from public_appearance where claim_number = :number and published_at <= :asOf and (superseded_at <= :asOf) is not true
                order by happened_on desc nulls last, appearance_id desc limit :most""";
        return Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_APPEARANCES).stream()
                .map(PublishedAppearance::of)
                .toList();
    }

    private List<CountedTotal> counted(long number, Instant asOf) {
        String sql = """
                select * from public_counted_appearance where claim_number = :number and published_at <= :asOf and (superseded_at <= :asOf) is not true
                order by from_on, counted_appearance_id limit :most""";
        return Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_APPEARANCES).stream()
                .map(CountedTotal::of)
                .toList();
    }

    /** What the newsroom answered to readers, where it says that it belongs on the timeline. */
    private List<TimelineEvent> challenges(long number, Instant asOf) {
        String sql = """
                select * from public_challenge c where c.claim_number = :number and""" + NEWEST + """
                order by published_at desc, answer_id desc limit :most""";
        return Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_CHALLENGES).stream()
                .map(row -> TimelineEvent.challenge(
                        LocalDate.ofInstant(row.instant("published_at"), ZoneOffset.UTC),
                        new TimelineEvent.Challenge(row.text("public_id"), row.text("outcome")),
                        row.text("words")))
                .toList();
    }

    private List<TimelineEvent> answersAndMerges(long number, Instant asOf) {
        var events = new ArrayList<>(challenges(number, asOf));
        String sql = """
                select m.*, coalesce(v.headline, v.wording, e.wording) as title from public_merge m
                  left join lateral (select r.headline, r.wording from verdict w join revision r on r.id = w.revision_id
                                      where w.claim_id = m.other_number order by w.number desc limit 1) v on true
                  left join external_check e on e.claim_id = m.other_number
                 where m.claim_number = :number and m.published_at <= :asOf
                 order by m.published_at, m.merge_id limit :most""";
        Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_MERGES).stream()
                .map(row -> TimelineEvent.merge(
                        LocalDate.ofInstant(row.instant("published_at"), ZoneOffset.UTC),
                        new TimelineEvent.Merge(row.number("other_number"), row.text("what")),
                        row.text("public_reason"),
                        row.text("title")))
                .forEach(events::add);
        return events;
    }

    private List<EvidenceSource> evidence(long number, int verdict) {
        String sql = """
                select * from public_evidence where claim_number = :number and verdict_number = :verdict
                order by number limit :most""";
        return Row.of(em, sql, "number", number, "verdict", verdict, "most", MOST_EVIDENCE).stream()
                .map(EvidenceSource::of)
                .toList();
    }

    private List<PublishedContact> contacts(long number, Instant asOf) {
        String sql = """
                select * from public_contact c where c.claim_number = :number and""" + NEWEST + """
                order by asked_on, attempt_id limit :most""";
        return Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_CONTACTS).stream()
                .map(PublishedContact::of)
                .toList();
    }

    /** The other claims as they stood then, with another publisher's check where we had no verdict. */
    private List<RelatedClaim> related(long number, Instant asOf) {
        String sql = """
                select distinct on (r.other_number, r.relation) r.relation, r.relation_id, r.published_at as related_since, r.other_number, c.*, e.publisher, e.wording as their_wording,
                       e.language as their_language, e.speaker_name as their_speaker, e.rating as their_rating, e.url as their_url, e.dated_on
                  from public_relation r
                  left join public_verdict c on c.claim_number = r.other_number and""" + IN_FORCE + """
                  left join public_external_check e on e.claim_number = r.other_number and c.claim_number is null and e.published_at <= :asOf
                        and (e.superseded_at <= :asOf) is not true and (e.away @> cast(:asOf as timestamptz)) is not true
                 where r.claim_number = :number and r.published_at <= :asOf and (r.superseded_at <= :asOf) is not true
                   and (c.claim_number is not null or e.claim_number is not null)
                 order by r.other_number, r.relation, r.published_at, r.relation_id""";
        sql = "select * from (" + sql + ") found order by related_since, relation_id limit :most";
        return Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_RELATED).stream()
                .map(RelatedClaim::of)
                .toList();
    }

    /** The scale the verdict was given on, not a newer one. */
    private List<ScaleRating> scale(Row claim) {
        String sql = """
                select * from public_rating where scale = :scale
                   and case when cast(:version as integer) is null then current else scale_version = :version end
                order by position limit 50""";
        return Row.of(em, sql, "scale", claim.text("scale"), "version", claim.smallNumber("scale_version")).stream()
                .map(ScaleRating::of)
                .toList();
    }

    /** Claims by the same speaker or on the same topics, the most alike first. */
    private List<ClaimSummary> alsoOnRecord(Row claim, Instant asOf) {
        String sql = chosen(
                IN_FORCE + """
                and c.claim_number <> :number
                and (c.speaker_id = :speaker or c.topics && cast(:topics as text[]))""", "(c.topics && cast(:topics as text[])) desc, c.published_at desc, c.claim_number desc");
        return Row.of(
                        em,
                        sql,
                        "asOf",
                        asOf,
                        "number",
                        claim.number("claim_number"),
                        "speaker",
                        claim.id("speaker_id") == null ? -1L : claim.id("speaker_id"),
                        "topics",
                        claim.texts("topics").toArray(String[]::new),
                        "limit",
                        ALSO_ON_RECORD,
                        "offset",
                        0)
                .stream()
                .map(ClaimSummary::of)
                .toList();
    }
}
