package org.ontherecord.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Everything the record published, newest first. Every page is four selects. */
@ApplicationScoped
public class PublishedChanges {
    /** What put our own words right. */
    public static final Set<String> CORRECTIONS = Set.of("correction", "clarification", "withdrawal");

    /** Nothing left out. */
    public static final Set<String> ALL =
            Set.of("original", "update", "confirmation", "correction", "clarification", "withdrawal");

    private final EntityManager em;
    private final PublishedClaims claims;

    PublishedChanges(EntityManager em, PublishedClaims claims) {
        this.em = em;
        this.claims = claims;
    }

    /** Publications of those kinds, on claims that matched the query when they were published. */
    @Transactional
    public PublicationList find(ClaimQuery query, Set<String> kinds) {
        query.checkedAgainst(claims.scales());
        var values = new LinkedHashMap<String, Object>();
        values.put("asOf", query.asOf().moment());
        values.put("kinds", kinds.toArray(String[]::new));
        String where = "c.published_at <= :asOf and c.verdict_kind = any(cast(:kinds as text[]))"
                + query.inSql().narrowing(values);
        long total = Row.of(
                        em,
                        "select count(*) as total from findable_claim c where c.publisher is null and " + where,
                        values)
                .get(0)
                .number("total");
        values.put("limit", query.limit());
        values.put("offset", query.offset());
        List<Row> rows = Row.of(em, PublishedClaims.chosen(where, "c.published_at desc, c.verdict_id desc"), values);
        Map<String, List<Publication.Reference>> sources = sources(rows);
        return new PublicationList(
                rows.stream().map(row -> publication(row, sources)).toList(), total, query.page(), query.limit());
    }

    private Map<String, List<Publication.Reference>> sources(List<Row> rows) {
        var claims = new ArrayList<Long>();
        var versions = new ArrayList<Integer>();
        rows.forEach(row -> {
            claims.add(row.number("claim_number"));
            versions.add((int) row.number("number"));
        });
        String sql = """
                select e.claim_number, e.verdict_number, e.source, e.title, e.url
                  from unnest(cast(:claims as bigint[]), cast(:versions as integer[])) asked (claim, version)
                  join public_evidence e on e.claim_number = asked.claim and e.verdict_number = asked.version
                 where e.url is not null order by e.claim_number, e.verdict_number, e.number limit 5000""";
        return Row.of(em, sql, "claims", claims.toArray(Long[]::new), "versions", versions.toArray(Integer[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.number("claim_number") + "/" + row.number("verdict_number"),
                        Collectors.mapping(
                                row -> new Publication.Reference(
                                        row.text("title") + ", " + row.text("source"), row.text("url")),
                                Collectors.toList())));
    }

    private static Publication publication(Row row, Map<String, List<Publication.Reference>> sources) {
        var before = row.text("previous_code") == null
                ? null
                : new PublishedArticle.Tag(
                        row.text("previous_code"), row.text("previous_label"), row.text("previous_role"));
        return new Publication(
                ClaimSummary.of(row),
                before,
                sources.getOrDefault(row.number("claim_number") + "/" + row.number("number"), List.of()));
    }
}
