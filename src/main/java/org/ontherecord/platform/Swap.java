package org.ontherecord.platform;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;

/**
 * Whether the page behind a request takes a part of itself instead of a whole page, as htmx says in its headers. The address is
 * the same for both, so that every form and link works without scripts.
 */
@Singleton
public class Swap {
    private final CurrentVertxRequest request;

    Swap(CurrentVertxRequest request) {
        this.request = request;
    }

    public boolean isAsked() {
        return "true".equals(header("HX-Request"));
    }

    /** Whether the answer is to go into the element of that id. */
    public boolean isInto(String id) {
        return isAsked() && id.equals(header("HX-Target"));
    }

    /** A part of a page. The address, at which a reload finds the whole, is shown unless something was refused: then what was typed is here alone. */
    public Response part(int status, TemplateInstance part, String address) {
        var answer = Response.status(status).entity(part);
        return status < 400 ? answer.header("HX-Replace-Url", address).build() : answer.build();
    }

    /** A part that goes into the element of that id, wherever the request wanted it. */
    public Response partInto(String id, TemplateInstance part, String address) {
        return Response.ok(part)
                .header("HX-Replace-Url", address)
                .header("HX-Retarget", "#" + id)
                .header("HX-Reswap", "innerHTML")
                .build();
    }

    private String header(String name) {
        HttpServerRequest current = Arc.container().requestContext().isActive() && request.getCurrent() != null
                ? request.getCurrent().request()
                : null;
        return current == null ? null : current.getHeader(name);
    }
}
