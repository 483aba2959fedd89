package org.ontherecord.published.sharing;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.DerivedFiles;
import org.ontherecord.published.PublishedClaim;
import org.ontherecord.published.PublishedClaims;
import org.ontherecord.published.PublishedVerdict;

/** The share card of each version of a claim: one address, one picture, for good. */
@Path("/claims/{number: [1-9][0-9]{0,17}}/card.png")
@PermitAll
public class CardPage {
    private final PublishedClaims claims;
    private final DerivedFiles files;
    private final Clock clock;

    CardPage(PublishedClaims claims, DerivedFiles files, Clock clock) {
        this.claims = claims;
        this.files = files;
        this.clock = clock;
    }

    @GET
    @Produces("image/png")
    public Response show(@RestPath long number, @RestQuery("v") String version, @Context Request request) {
        if (version == null) {
            int newest = record(number, clock.instant()).claim().verdict().number();
            return Response.status(Response.Status.FOUND)
                    .location(URI.create("/claims/" + number + "/card.png?v=" + newest))
                    .build();
        }
        String name = "share-card/" + number + "/" + version;
        DerivedFiles.Kept kept =
                files.findOrMake(name, () -> ShareCard.png(record(number, publishedAt(number, version))));
        var tag = new EntityTag(kept.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(kept.content()) : unchanged)
                .tag(tag)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Content-Disposition", "inline; filename=\"C-" + number + "-version-" + version + ".png\"")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private Instant publishedAt(long number, String version) {
        return record(number, clock.instant()).verdicts().stream()
                .filter(verdict -> String.valueOf(verdict.number()).equals(version))
                .findFirst()
                .map(PublishedVerdict::publishedAt)
                .orElseThrow(() -> new NotFoundException("C-" + number + " has no such version."));
    }

    private PublishedClaim record(long number, Instant moment) {
        return claims.byNumber(number, moment)
                .orElseThrow(() -> new NotFoundException("There is no claim C-" + number + " on the public record."));
    }
}
