package org.ontherecord.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The desk takes forms only, whose hidden token shows that they are ours; JSON is for {@code /api/}, where cookies do not count. */
class OnlyForms {
    @ServerRequestFilter
    Response refuse(ContainerRequestContext asked, RoutingContext request) {
        HttpMethod method = request.request().method();
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
        MediaType type = asked.getMediaType();
        boolean form = type != null
                && (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                        || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type));
        return reads || form || Part.of(request) == Part.API
                ? null
                : Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE).build();
    }
}
