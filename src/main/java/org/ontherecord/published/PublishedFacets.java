package org.ontherecord.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Counts how many claims each value of each filter would show beside the other filters. One select. */
@ApplicationScoped
public class PublishedFacets {
    private static final int MOST = 50;

    private final EntityManager em;

    PublishedFacets(EntityManager em) {
        this.em = em;
    }

    @Transactional
    public ClaimFacets of(ClaimQuery query) {
        var values = new LinkedHashMap<String, Object>();
        values.put("asOf", query.asOf().moment());
        values.put("most", MOST);
        var conditions = query.inSql().conditions(values);
        conditions.put("checked_by", query.inSql().whoseCondition());
        var columns = new StringBuilder();
        conditions.forEach((name, condition) -> columns.append(", coalesce(")
                .append(condition)
                .append(", false) as is_")
                .append(name));
        Set<String> filters = conditions.keySet();
        String sql = "with hits as materialized (select c.kind, c.code, c.speaker_id, c.topics, c.language,"
                + " case when c.publisher is null then 'us' else 'others' end as checker,"
                + " cast(extract(year from c.first_said_on) as integer) as year" + columns
                + " from findable_claim c where" + PublishedClaims.IN_FORCE
                + query.inSql().found(values) + "), "
                + String.join(
                        ", ",
                        alike("same", "kind, code, language, checker, year", "hits h", filters),
                        alike("spoken", "speaker_id", "hits h", filters),
                        alike("about", "topic", "hits h, unnest(h.topics) topic", filters))
                + " "
                + String.join(
                        " union all ",
                        facet("kind", "h.kind", "same", filters),
                        facet("verdict", "h.code", "same", filters),
                        facet("person", "cast(h.speaker_id as text)", "spoken", filters),
                        facet("topic", "h.topic", "about", filters),
                        facet("year", "cast(h.year as text)", "same", filters),
                        facet("language", "h.language", "same", filters),
                        facet("checked_by", "h.checker", "same", filters))
                + " limit 1000";
        Map<String, List<Row>> rows =
                Row.of(em, sql, values).stream().collect(Collectors.groupingBy(row -> row.text("facet")));
        return new ClaimFacets(
                values(rows, "kind"),
                values(rows, "verdict"),
                values(rows, "person"),
                values(rows, "topic"),
                values(rows, "year"),
                values(rows, "language"),
                values(rows, "checked_by"));
    }

    /** Hits alike in some columns counted once, so that the many are read a few times and the few often. */
    private static String alike(String name, String columns, String from, Set<String> filters) {
        String flags = filters.stream().map(filter -> ", is_" + filter).collect(Collectors.joining());
        return name + " as materialized (select " + columns + flags + ", count(*) as claims from " + from + " group by "
                + columns + flags + ")";
    }

    /** By all filters in force but its own. */
    private static String facet(String name, String value, String from, Set<String> filters) {
        String others = filters.stream()
                .filter(other -> !other.equals(name))
                .map(other -> " and h.is_" + other)
                .collect(Collectors.joining());
        String key = name.equals("topic") ? "lower(" + value + ")" : value;
        String label = name.equals("person")
                ? "(select n.name from search_name n where n.kind = 'person' and n.thing = cast(v.value as bigint) limit 1)"
                : "v.value";
        return "(select '" + name + "' as facet, v.value, " + label + " as label, v.claims from (select min(" + value
                + ") as value, cast(sum(h.claims) as bigint) as claims from " + from + " h where " + value
                + " is not null" + others + " group by " + key + " order by sum(h.claims) desc, min(" + value
                + ") limit :most) v)";
    }

    private static List<ClaimFacets.Value> values(Map<String, List<Row>> rows, String name) {
        return rows.getOrDefault(name, List.of()).stream()
                .map(row -> new ClaimFacets.Value(
                        row.text("value"),
                        row.text("label") == null ? row.text("value") : row.text("label"),
                        row.number("claims")))
                .toList();
    }
}
