package org.ontherecord.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the home page has been served whole: the first request of a cold start takes seconds, and no visitor should
 * be the one who waits for it. Whether the database answers is a check of its own.
 */
@Readiness
@ApplicationScoped
class PagesAreServed implements HealthCheck {

    private static final int PATIENCE = 10_000;

    private final HttpServer server;
    private volatile boolean served;

    PagesAreServed(HttpServer server) {
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        warmUp();
        return HealthCheckResponse.named("pages").status(served).build();
    }

    synchronized void warmUp() {
        served = served || homePageIsServed();
    }

    private boolean homePageIsServed() {
        try {
            HttpURLConnection visit = (HttpURLConnection) URI.create(server.getLocalBaseUri() + "/")
                    .normalize()
                    .toURL()
                    .openConnection();
            visit.setConnectTimeout(PATIENCE);
            visit.setReadTimeout(PATIENCE);
            visit.setInstanceFollowRedirects(false);
            return visit.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                    && visit.getInputStream().readAllBytes().length >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
