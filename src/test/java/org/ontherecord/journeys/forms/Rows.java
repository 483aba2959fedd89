package org.ontherecord.journeys.forms;

import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;

/** What the forms leave in the database, and the few things that are put there for them. */
@ApplicationScoped
public class Rows {
    private final EntityManager database;

    Rows(EntityManager database) {
        this.database = database;
    }

    public long count(String from) {
        return number("select count(*) from " + from);
    }

    public long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }

    public void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    /** The address a form that was done leads to, without the host. */
    public static String ledTo(ValidatableResponse answer) {
        return answer.statusCode(303).extract().header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** The number in it that stands for {@code #}. */
    public static long numberIn(String address, String shape) {
        return Long.parseLong(address.replaceFirst(".*" + shape.replace("#", "(\\d+)") + ".*", "$1"));
    }

    static String[] flat(Map<String, String> values) {
        return values.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }
}
