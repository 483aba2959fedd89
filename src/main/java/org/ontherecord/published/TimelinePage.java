package org.ontherecord.published;

import java.time.Clock;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.published.timeline.TimelineTable;

/** The data behind a claim's timeline, and the short addresses of a claim as data. */
@Path("/claims/{number: [1-9][0-9]{0,17}}")
@PermitAll
public class TimelinePage {
    private final PublishedClaims claims;
    private final PublishedMerges merges;
    private final Clock clock;

    TimelinePage(PublishedClaims claims, PublishedMerges merges, Clock clock) {
        this.claims = claims;
        this.merges = merges;
        this.clock = clock;
    }

    @GET
    @Path("timeline.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response csv(@RestPath long number, @RestQuery("as_of") String given) {
        Optional<Response> moved = moved(number, given, ".csv");
        if (moved.isPresent()) {
            return moved.get();
        }
        return Response.ok(TimelineTable.csv(record(number, given).events()), "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"C-" + number + "-timeline.csv\"")
                .build();
    }

    @GET
    @Path("timeline.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(@RestPath long number, @RestQuery("as_of") String given) {
        return moved(number, given, ".json")
                .orElseGet(() ->
                        Response.ok(TimelineAnswer.of(record(number, given))).build());
    }

    private Optional<Response> moved(long number, String given, String suffix) {
        AsOf asOf = AsOf.strictly(given, clock.instant());
        return merges.of(number, asOf.moment()).map(merged -> {
            String address = asOf.again("/claims/" + merged.into() + "/timeline" + suffix);
            return suffix.equals(".json") ? MergedPage.moved(address, merged) : MergedPage.moved(address);
        });
    }

    private PublishedClaim record(long number, String given) {
        return claims.byNumber(number, AsOf.strictly(given, clock.instant()).moment())
                .orElseThrow(() -> new NotFoundException("There is no claim C-" + number + " on the public record."));
    }
}
