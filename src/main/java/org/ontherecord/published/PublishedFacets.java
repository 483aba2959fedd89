package org.ontherecord.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The filters with a count, and what they count: by columns of findable_claim c. */
    private static final Map<String, String> COUNTED = counted();

    private static Map<String, String> counted() {
        var counted = new LinkedHashMap<String, String>();
        counted.put("kind", "c.kind");
        counted.put("verdict", "c.code");
        counted.put("person", "c.speaker_id");
        counted.put("topic", "c.topics");
        counted.put("year", "cast(extract(year from c.first_said_on) as integer)");
        counted.put("language", "c.language");
        counted.put("checked_by", "case when c.publisher is null then 'us' else 'others' end");
        return counted;
    }

    @Transactional
    public ClaimFacets of(ClaimQuery query) {
        var asked = query.inSql();
        var values = new LinkedHashMap<String, Object>();
        values.put("asOf", query.asOf().moment());
        values.put("most", MOST);
        var conditions = asked.conditions(values);
        conditions.put("checked_by", asked.whoseCondition());
        String found = PublishedClaims.IN_FORCE + asked.found(values);
        var sources =
                new ArrayList<String>(List.of("hits as materialized (" + hits(found + others(conditions, null)) + ")"));
        var facets = new ArrayList<String>();
        COUNTED.forEach((name, column) -> {
            boolean narrowed =
                    conditions.containsKey(name) && !conditions.get(name).equals("true");
            if (narrowed) {
                sources.add("by_" + name + " as materialized (select " + column + " as " + name
                        + ", count(*) as claims from findable_claim c where" + found + others(conditions, name)
                        + " group by 1)");
            }
            facets.add(facet(name, narrowed ? "by_" + name : "hits"));
        });
        asked.lookUpWords(em);
        String sql = "with " + String.join(", ", sources) + " " + String.join(" union all ", facets) + " limit 1000";
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

    /** All conditions but that of one filter, as SQL that follows another. */
    private static String others(Map<String, String> conditions, String name) {
        return conditions.entrySet().stream()
                .filter(condition -> !condition.getKey().equals(name))
                .map(condition -> " and " + condition.getValue())
                .collect(Collectors.joining());
    }

    /** The hits of all filters, counted three ways in one pass: by their traits, by who spoke, by what they are about. */
    private static String hits(String where) {
        return "select grouping(c.traits, c.speaker_id, c.topics_alike) as counted, count(*) as claims, c.speaker_id as person"
                + COUNTED.entrySet().stream()
                        .filter(column -> !column.getKey().equals("person"))
                        .map(column -> ", any_value(" + column.getValue() + ") as " + column.getKey())
                        .collect(Collectors.joining())
                + " from findable_claim c where" + where
                + " group by grouping sets ((c.traits), (c.speaker_id), (c.topics_alike))";
    }

    /** The values of one filter, the most frequent first. Each way of counting has the bit of its column unset. */
    private static String facet(String name, String source) {
        String value = name.equals("topic") ? "one.topic" : "cast(h." + name + " as text)";
        String key = name.equals("topic") ? "lower(" + value + ")" : value;
        String label = name.equals("person")
                ? "(select n.name from search_name n where n.kind = 'person' and n.thing = cast(v.value as bigint) limit 1)"
                : "v.value";
        return "(select '" + name + "' as facet, v.value, " + label + " as label, v.claims from (select min(" + value
                + ") as value, cast(sum(h.claims) as bigint) as claims from " + source + " h"
                + (name.equals("topic") ? " cross join unnest(h.topic) one (topic)" : "") + " where " + value
                + " is not null"
                + (source.equals("hits")
                        ? " and h.counted = "
                                + switch (name) {
                                    case "person" -> 5;
                                    case "topic" -> 6;
                                    default -> 3;
                                }
                        : "")
                + " group by " + key + " order by sum(h.claims) desc, min(" + value + ") limit :most) v)";
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
