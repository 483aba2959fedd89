package org.ontherecord.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Claims by filters and words: ours, those that others checked, or both, best first. At most four selects. */
@ApplicationScoped
public class PublishedHits {
    /** The whole text, with every found word between two signs. */
    private static final String ALL_OF_IT = "HighlightAll=true, StartSel=" + Marked.BEGINS + ", StopSel=" + Marked.ENDS;

    private static final String A_PASSAGE =
            "MaxFragments=1, MinWords=8, MaxWords=24, StartSel=" + Marked.BEGINS + ", StopSel=" + Marked.ENDS;

    private final EntityManager em;
    private final PublishedRibbons ribbons;

    PublishedHits(EntityManager em, PublishedRibbons ribbons) {
        this.em = em;
        this.ribbons = ribbons;
    }

    @Transactional
    public HitList find(ClaimQuery query) {
        var conditions = query.inSql();
        var values = new LinkedHashMap<String, Object>();
        values.put("asOf", query.asOf().moment());
        values.put("limit", query.limit());
        values.put("offset", query.offset());
        String where = PublishedClaims.IN_FORCE + conditions.whose() + conditions.narrowing(values);
        conditions.lookUpWords(em);
        boolean ranked = query.isRanked() && query.offset() < mostRanked(query);
        if (ranked) {
            values.put("most", mostRanked(query));
        }
        String sql = ranked ? ranked(where, conditions) : inOrder(where, conditions.orderWithoutRank());
        List<Row> rows = Row.of(em, sql, values);
        List<Row> page =
                rows.stream().filter(row -> row.id("claim_number") != null).toList();
        return new HitList(query, rows.get(0).number("total"), hits(query, page));
    }

    /** Whether words in quotation marks are such that nearly every claim has them; those are not looked for. */
    @Transactional
    public boolean areTooCommon(ClaimQuery query) {
        return query.isQuoting()
                && Row.of(em, "select only_common_words(:words) as common", "words", query.words())
                        .get(0)
                        .flag("common");
    }

    /** Whole pages, so that none has hits of both kinds. */
    private static int mostRanked(ClaimQuery query) {
        return HitList.MOST_RANKED / query.limit() * query.limit();
    }

    /** Where an index has the order, most rows need not be looked at but to be counted. */
    private static String inOrder(String where, String order) {
        return "select counted.total, page.claim_number, page.publisher from (select count(*) as total from findable_claim c where"
                + where
                + ") counted left join lateral (select c.claim_number, c.publisher, row_number() over (order by "
                + order + ") as place from findable_claim c where" + where
                + " order by " + order + " limit :limit offset :offset) page on true order by page.place";
    }

    /**
     * The newest hits are ranked, each looked at again by its place in the table; all are counted, once more only if there are
     * too many to rank.
     */
    private static String ranked(String where, ClaimConditions conditions) {
        return "with newest as materialized (select c.ctid as place_of_row from findable_claim c where" + where
                + " order by " + conditions.orderWithoutRank() + " limit :most),"
                + " hits as materialized (select c.claim_number, c.publisher, row_number() over (order by "
                + conditions.order() + ") as place from newest join findable_claim c on c.ctid = newest.place_of_row)"
                + " select counted.total, page.claim_number, page.publisher from (select case when (select count(*) from newest) < :most"
                + " then (select count(*) from newest) else (select count(*) from findable_claim c where" + where
                + ") end as total) counted"
                + " left join hits page on page.place > :offset and page.place <= :offset + :limit order by page.place";
    }

    private List<Hit> hits(ClaimQuery query, List<Row> page) {
        var hits = new LinkedHashMap<Long, Hit>();
        page.forEach(row -> hits.put(row.number("claim_number"), null));
        var ours = new ArrayList<Long>();
        var others = new ArrayList<Long>();
        page.forEach(row -> (row.text("publisher") == null ? ours : others).add(row.number("claim_number")));
        if (!ours.isEmpty()) {
            ours(query, ours).forEach(hit -> hits.put(hit.number(), hit));
        }
        if (!others.isEmpty()) {
            others(query, others).forEach(hit -> hits.put(hit.number(), hit));
        }
        return new ArrayList<>(hits.values());
    }

    private List<Hit> ours(ClaimQuery query, List<Long> numbers) {
        String sql =
                "select c.*" + marked(query, "coalesce(c.headline, c.wording)", "c.wording") + passage(query) + " from"
                        + PublishedClaims.THEN + "c where c.claim_number in (:numbers) and" + PublishedClaims.IN_FORCE;
        var values = values(query, numbers);
        values.put("asOf", query.asOf().moment());
        List<Row> rows = Row.of(em, sql, values);
        Map<Long, ClaimLine> lines = ribbons
                .each(rows.stream().map(ClaimSummary::of).toList(), query.asOf())
                .stream()
                .collect(Collectors.toMap(line -> line.claim().number(), Function.identity()));
        return rows.stream()
                .map(row -> {
                    var title = Marked.of(row.text("marked_title"));
                    var wording = row.text("headline") == null ? null : Marked.of(row.text("marked_wording"));
                    var said = row.text("passage") == null ? null : Marked.of(row.text("passage"));
                    boolean elsewhere = !title.isFound() && (wording == null || !wording.isFound());
                    return new Hit(
                            lines.get(row.number("claim_number")),
                            null,
                            title,
                            wording,
                            elsewhere && said != null && said.isFound() ? said : null);
                })
                .toList();
    }

    private List<Hit> others(ClaimQuery query, List<Long> numbers) {
        String sql = "select c.*" + marked(query, "c.wording", "coalesce(c.title, '')")
                + " from public_external_check c where c.claim_number in (:numbers) and" + PublishedClaims.IN_FORCE;
        var values = values(query, numbers);
        values.put("asOf", query.asOf().moment());
        return Row.of(em, sql, values).stream()
                .map(row -> new Hit(
                        null,
                        OtherCheck.of(row),
                        Marked.of(row.text("marked_title")),
                        row.text("title") == null ? null : Marked.of(row.text("marked_wording")),
                        null))
                .toList();
    }

    private static Map<String, Object> values(ClaimQuery query, List<Long> numbers) {
        var values = new LinkedHashMap<String, Object>(Map.of("numbers", numbers));
        if (query.words() != null) {
            values.put("words", query.words());
            values.put("signs", Marked.BEGINS + Marked.ENDS);
            values.put("all", ALL_OF_IT);
        }
        return values;
    }

    private static String marked(ClaimQuery query, String title, String wording) {
        return ", " + marked(query, title) + " as marked_title, " + marked(query, wording) + " as marked_wording";
    }

    private static String marked(ClaimQuery query, String text) {
        return query.words() == null ? text : headline(text, ":all");
    }

    private static String passage(ClaimQuery query) {
        return query.words() == null
                ? ", cast(null as text) as passage"
                : ", " + headline("""
                        (select left(string_agg(a.quote_exact, ' … ' order by a.appearance_id), 5000) from public_appearance a
                          where a.claim_number = c.claim_number and a.published_at <= :asOf and (a.superseded_at <= :asOf) is not true)""", "'" + A_PASSAGE + "'") + " as passage";
    }

    private static String headline(String text, String how) {
        return "ts_headline(cast('record_' || dialect_of(c.language) as regconfig), translate(" + text
                + ", :signs, ''), asked_in(dialect_of(c.language), :words), " + how + ")";
    }
}
