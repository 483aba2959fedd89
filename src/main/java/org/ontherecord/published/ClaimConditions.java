package org.ontherecord.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

/** What a {@link ClaimQuery} asks of {@code findable_claim}, in SQL. */
final class ClaimConditions {
    private static final List<String> DIALECTS = List.of("en", "fr", "de", "es", "simple");

    /** All end with the number, so that pages never overlap. "best" needs words, which rank. */
    static final Map<String, String> ORDERS = orders();

    private static Map<String, String> orders() {
        var orders = new LinkedHashMap<String, String>();
        orders.put(ClaimQuery.USUAL, "c.published_at desc");
        orders.put("said", "c.first_said_on desc nulls last");
        orders.put("times", "c.times_said desc");
        orders.put("deadline", "c.deadline_at asc nulls last");
        orders.put(ClaimQuery.BEST, "c.published_at desc");
        return orders;
    }

    private final ClaimQuery query;

    ClaimConditions(ClaimQuery query) {
        this.query = query;
    }

    /** The conditions on findable_claim c by the filters they come from, but for the words; puts the values they name. */
    Map<String, String> conditions(Map<String, Object> values) {
        var conditions = new LinkedHashMap<String, String>();
        condition(conditions, values, "kind", query.kind(), "c.kind = :kind");
        condition(conditions, values, "verdict", query.verdict(), "c.code = :verdict");
        condition(conditions, values, "person", query.person(), "c.speaker_id = :person");
        condition(conditions, values, "topic", query.topic(), "c.topic_keys @> array[lower(cast(:topic as text))]");
        condition(conditions, values, "from", query.from(), "c.first_said_on >= :from");
        condition(conditions, values, "to", query.to(), "c.first_said_on <= :to");
        condition(
                conditions,
                values,
                "year",
                query.year(),
                "c.first_said_on between make_date(:year, 1, 1) and make_date(:year, 12, 31)");
        condition(conditions, values, "language", query.language(), "c.language = :language");
        return conditions;
    }

    private static void condition(
            Map<String, String> conditions, Map<String, Object> values, String name, Object value, String sql) {
        if (value != null) {
            conditions.put(name, sql);
            values.put(name, value);
        }
    }

    /** The conditions as SQL that follows another one, words and all; puts the values they name. */
    String narrowing(Map<String, Object> values) {
        var sql = new StringBuilder();
        conditions(values).values().forEach(condition -> sql.append(" and ").append(condition));
        return sql.append(found(values)).toString();
    }

    /**
     * The condition that the words are found, as SQL that follows another one; puts the values it names. Where words stand side
     * by side has to be read in each claim that has them: in the heading alone, since reading all 50,000 findings that have two
     * common words took three seconds.
     */
    String found(Map<String, Object> values) {
        if (query.among() != null) {
            values.put("among", query.among().isEmpty() ? List.of(0L) : query.among());
            return " and c.claim_number in (:among)";
        }
        if (query.words() == null) {
            return "";
        }
        values.put("words", query.words());
        values.put("itsNumber", query.itsNumber());
        String where = query.isQuoting() ? "c.heading" : "c.words";
        return " and (" + where + " @@ asked_for(:words) or c.claim_number = :itsNumber)";
    }

    /** Ours alone, unless others' were asked for or there are words to find them by. */
    String whoseCondition() {
        if (query.checkedBy() == null) {
            return query.q() == null ? "c.publisher is null" : "true";
        }
        return query.checkedBy().equals("us") ? "c.publisher is null" : "c.publisher is not null";
    }

    String whose() {
        return " and " + whoseCondition() + " ";
    }

    /**
     * Words are looked up in their index, in this transaction. PostgreSQL takes reading vectors for as cheap as reading numbers,
     * and would rather read those of all 125,000 claims (half a second) than the index for a word that most have (20 ms).
     */
    void lookUpWords(EntityManager em) {
        if (query.words() != null) {
            em.createNativeQuery(
                            "select set_config('enable_seqscan', 'off', true) || set_config('work_mem', '32MB', true)",
                            String.class)
                    .getSingleResult();
        }
    }

    /** The order of findable_claim c of those that are not ranked: the claim whose number was typed, then as asked for. */
    String orderWithoutRank() {
        return (query.isRanked() ? "(c.claim_number = :itsNumber) desc, " : "") + ORDERS.get(query.sortOrDefault())
                + ", c.claim_number desc";
    }

    /** The order of findable_claim c; with the words, if they rank, as :words. */
    String order() {
        return (query.isRanked() ? ranked() : ORDERS.get(query.sortOrDefault())) + ", c.claim_number desc";
    }

    /** Claims with the words side by side first; a rank rounded to hundredths, so that ours stand before others' as good. */
    private String ranked() {
        return "(c.claim_number = :itsNumber) desc, "
                + (query.words().contains(" ") ? "(c.heading @@ " + inItsDialect("phrase_in") + ") desc, " : "")
                + "round(cast(ts_rank(c.heading, " + inItsDialect("asked_in") + ") as numeric), 2) desc, "
                + "(c.publisher is null) desc, c.published_at desc";
    }

    /** Each dialect's query once, not once for each row. */
    private static String inItsDialect(String function) {
        return DIALECTS.stream()
                .map(dialect -> "when '" + dialect + "' then (select " + function + "('" + dialect + "', :words))")
                .collect(Collectors.joining(" ", "(case c.dialect ", " end)"));
    }
}
