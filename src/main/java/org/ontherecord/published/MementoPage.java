package org.ontherecord.published;

import java.net.URI;
import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.platform.Site;

/** Time travel for programs (RFC 7089): the TimeGate leads to the version of a moment, the TimeMap lists them all. */
@Path("/")
@PermitAll
public class MementoPage {
    private final PublishedVersions versions;
    private final Site site;
    private final Clock clock;

    MementoPage(PublishedVersions versions, Site site, Clock clock) {
        this.versions = versions;
        this.site = site;
        this.clock = clock;
    }

    @GET
    @Path("timegate/claims/{number: [1-9][0-9]{0,17}}")
    @Produces(MediaType.WILDCARD)
    public Response timeGate(@RestPath long number, @HeaderParam("Accept-Datetime") String asked) {
        Mementos mementos = mementos(number);
        PublishedVerdict version = asked == null ? mementos.versions().newest() : mementos.at(Mementos.asked(asked));
        return Response.status(Response.Status.FOUND)
                .location(URI.create(version.page()))
                .header(HttpHeaders.VARY, "accept-datetime")
                .header(HttpHeaders.LINK, mementos.ofTimeGate())
                .build();
    }

    @GET
    @Path("timemap/claims/{number: [1-9][0-9]{0,17}}")
    @Produces(Mementos.LINK_FORMAT)
    public Response timeMap(@RestPath long number) {
        return Response.ok(mementos(number).timeMap()).build();
    }

    private Mementos mementos(long number) {
        return versions.of(number, clock.instant())
                .map(found -> new Mementos(found, site::absolute))
                .orElseThrow(() -> new NotFoundException("There is no claim C-" + number + " on the public record."));
    }
}
