package org.ontherecord.platform;

import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** U+0000 stands in no text of ours and PostgreSQL keeps none, so an address that asks for it is refused at the edge. */
class NoNulCharacters {
    private static final Pattern NUL = Pattern.compile("%(25)*00|\u0000");

    @ServerRequestFilter(preMatching = true)
    Response refuse(ContainerRequestContext asked, RoutingContext request) {
        if (!NUL.matcher(request.request().uri()).find()) {
            return null;
        }
        return HttpProblem.builder()
                .withStatus(Response.Status.BAD_REQUEST)
                .withTitle("Bad Request")
                .withDetail("The address contains the character U+0000, which stands in no text of ours.")
                .build()
                .toResponse();
    }
}
