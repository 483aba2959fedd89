package org.ontherecord.published;

import java.net.URI;
import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;

/** A claim's public page. The number is the key; the words after it are for people and may be out of date. */
@Path("/claims")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ClaimPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance claim(PublishedClaim record);
    }

    private final PublishedClaims claims;
    private final Clock clock;

    ClaimPage(PublishedClaims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    @GET
    @Path("{number: [1-9][0-9]{0,17}}{slug: (-[^/]*)?}")
    public Response show(@RestPath long number, @RestPath String slug) {
        PublishedClaim record = claims.byNumber(number, clock.instant())
                .orElseThrow(() -> new NotFoundException("There is no claim C-" + number + " on the public record."));
        if (!slug.equals("-" + record.claim().slug())) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(record.claim().page()))
                    .build();
        }
        return Response.ok(Templates.claim(record)).build();
    }
}
