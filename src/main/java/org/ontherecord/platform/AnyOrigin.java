package org.ontherecord.platform;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Any web page may read the data from a reader's browser: JSON, feeds, tables, pictures. Never the pages, which look at
 * the reader's choices, and never the desk. Says with the API what it is and under which licence (RFC 8288, RFC 8631).
 */
class AnyOrigin {
    private static final String EXPOSED =
            "ETag, Last-Modified, Link, Content-Disposition, Memento-Datetime, Retry-After";

    private static final String ABOUT = "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\", "
            + "</q/openapi>; rel=\"service-desc\", </data>; rel=\"service-doc\"";

    @ServerResponseFilter
    void allow(ContainerResponseContext response, RoutingContext request) {
        boolean asksFirst = request.request().getHeader("Access-Control-Request-Method") != null;
        if (!isData(response, request, asksFirst)) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("Access-Control-Allow-Origin", "*");
        headers.putSingle("Access-Control-Expose-Headers", EXPOSED);
        if (asksFirst) {
            headers.putSingle("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            headers.putSingle(
                    "Access-Control-Allow-Headers", "Accept, Accept-Datetime, If-None-Match, If-Modified-Since");
            headers.putSingle("Access-Control-Max-Age", "86400");
        } else if (Part.of(request) == Part.API) {
            headers.putSingle(
                    "Link",
                    Stream.concat(headers.getOrDefault("Link", List.of()).stream(), Stream.of(ABOUT))
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static boolean isData(ContainerResponseContext response, RoutingContext request, boolean asksFirst) {
        return switch (Part.of(request)) {
            case API -> true;
            case PUBLIC ->
                asksFirst
                        || response.getMediaType() != null
                                && !response.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
            default -> false;
        };
    }
}
