package org.ontherecord.published;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts what one request asks of the database, whatever the jobs and other requests ask meanwhile. */
@ApplicationScoped
@PersistenceUnitExtension
public class SelectCounter implements StatementInspector {
    static final String HEADER = "Selects-Counted";

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    @Inject
    CurrentVertxRequest request;

    /** How many statements the request that is sent with this header made. */
    long during(Consumer<String> request) {
        String asking = UUID.randomUUID().toString();
        counts.put(asking, new AtomicLong());
        request.accept(asking);
        return counts.remove(asking).get();
    }

    @Override
    public String inspect(String sql) {
        if (Arc.container().requestContext().isActive() && request.getCurrent() != null) {
            String asking = request.getCurrent().request().getHeader(HEADER);
            if (asking != null && counts.containsKey(asking)) {
                counts.get(asking).incrementAndGet();
            }
        }
        return sql;
    }
}
