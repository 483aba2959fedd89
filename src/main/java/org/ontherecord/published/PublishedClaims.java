package org.ontherecord.published;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

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

    private final EntityManager em;
    private final PublishedParts parts;
    private final PublishedMerges merges;

    PublishedClaims(EntityManager em, PublishedParts parts, PublishedMerges merges) {
        this.em = em;
        this.parts = parts;
        this.merges = merges;
    }

    /** Twelve selects, whatever the claim. None while it is merged into another: {@link PublishedMerges} knows which. */
    @Transactional
    public Optional<PublishedClaim> byNumber(long number, Instant asOf) {
        String sql = "select * from" + THEN + "c where c.claim_number = :number and" + IN_FORCE;
        return Row.of(em, sql, "number", number, "asOf", asOf).stream()
                .findFirst()
                .map(claim -> parts.whole(claim, asOf, null));
    }

    /** The record as one verdict published it. Thirteen selects. */
    @Transactional
    public Optional<PublishedClaim> byVersion(long number, int version) {
        String sql = "select * from public_claim c where c.claim_number = :number and c.number = :version";
        return Row.of(em, sql, "number", number, "version", version).stream()
                .findFirst()
                .map(claim -> parts.whole(
                        claim,
                        claim.instant("published_at"),
                        merges.today(number).orElse(null)));
    }

    /** What another publisher found about a claim that we have no verdict on. Two selects. */
    @Transactional
    public Optional<OthersClaim> byOthers(long number, Instant asOf) {
        return parts.othersCheck(number, asOf).map(check -> OthersClaim.of(check, parts.related(number, asOf), asOf));
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
}
