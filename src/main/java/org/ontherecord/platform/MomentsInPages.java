package org.ontherecord.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;

/**
 * Writes a moment in every template to the millisecond: the database keeps six digits of a second, and a {@code datetime}
 * attribute may have three (HTML, "valid time string").
 */
@Singleton
class MomentsInPages implements ResultMapper {
    void tell(@Observes EngineBuilder engine) {
        engine.addResultMapper(this);
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return result instanceof Instant;
    }

    @Override
    public String map(Object result, Expression expression) {
        return ((Instant) result).truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
