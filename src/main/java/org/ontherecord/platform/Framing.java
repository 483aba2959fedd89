package org.ontherecord.platform;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** No other site may put our pages into a frame, but embeds are made for that. */
class Framing {
    private static final String POLICY = "Content-Security-Policy";

    @ServerResponseFilter
    void allow(RoutingContext request) {
        if (request.normalizedPath().startsWith("/embed/")) {
            MultiMap headers = request.response().headers();
            String strict = headers.get(POLICY);
            headers.set(POLICY, strict.replace("frame-ancestors 'none'", "frame-ancestors *"));
            headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }
}
