package org.ontherecord.platform;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** What stands in the database, read and changed behind the application's back, each time in a transaction of its own. */
@ApplicationScoped
public class Rows {
    private final EntityManager database;

    Rows(EntityManager database) {
        this.database = database;
    }

    public long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }

    public String text(String sql) {
        return QuarkusTransaction.requiringNew().call(() ->
                (String) database.createNativeQuery(sql, String.class).getSingleResult());
    }

    /** One column, in the statement's order. */
    public List<String> texts(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql, String.class).getResultList());
    }

    public void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
