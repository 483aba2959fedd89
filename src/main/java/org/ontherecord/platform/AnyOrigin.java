package org.ontherecord.platform;

import jakarta.ws.rs.container.ContainerResponseContext;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Any web page may read the API from a reader's browser. Only the API, and never with the reader's cookies. */
class AnyOrigin {

    @ServerResponseFilter
    void allow(ContainerResponseContext response, RoutingContext request) {
        if (Part.of(request) != Part.API) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("Access-Control-Allow-Origin", "*");
        headers.putSingle("Access-Control-Expose-Headers", "ETag, Link");
        if (request.request().getHeader("Access-Control-Request-Method") != null) {
            headers.putSingle("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            headers.putSingle("Access-Control-Allow-Headers", "Accept, If-None-Match");
            headers.putSingle("Access-Control-Max-Age", "86400");
        }
    }
}
