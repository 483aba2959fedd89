package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

/** One row of a view, read by the names of its columns. */
record Row(Tuple tuple) {

    /** The rows of a native query; parameters are names and values in turn. */
    static List<Row> of(EntityManager em, String sql, Object... namesAndValues) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return of(em, sql, values);
    }

    @SuppressWarnings("unchecked")
    static List<Row> of(EntityManager em, String sql, Map<String, Object> values) {
        var query = em.createNativeQuery(sql, Tuple.class);
        values.forEach(query::setParameter);
        return ((List<Tuple>) query.getResultList()).stream().map(Row::new).toList();
    }

    String text(String column) {
        return tuple.get(column, String.class);
    }

    Instant instant(String column) {
        return tuple.get(column, Instant.class);
    }

    LocalDate day(String column) {
        return tuple.get(column, LocalDate.class);
    }

    boolean flag(String column) {
        return Boolean.TRUE.equals(tuple.get(column, Boolean.class));
    }

    long number(String column) {
        return tuple.get(column, Number.class).longValue();
    }

    /** Null where the column is. */
    Integer smallNumber(String column) {
        Number number = tuple.get(column, Number.class);
        return number == null ? null : number.intValue();
    }

    /** Null where the column is. */
    Long id(String column) {
        Number number = tuple.get(column, Number.class);
        return number == null ? null : number.longValue();
    }

    List<String> texts(String column) {
        String[] texts = tuple.get(column, String[].class);
        return texts == null ? List.of() : List.of(texts);
    }
}
