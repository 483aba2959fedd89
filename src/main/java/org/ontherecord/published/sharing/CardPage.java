package org.ontherecord.published.sharing;

import java.net.URI;

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
import org.ontherecord.published.MergedPage;
import org.ontherecord.published.PublishedClaim;

/** The share card of each version of a claim: one address, one picture, for good. */
@Path("/claims/{number: [1-9][0-9]{0,17}}/card.png")
@PermitAll
public class CardPage {
    private final Versions versions;
    private final DerivedFiles files;

    CardPage(Versions versions, DerivedFiles files) {
        this.versions = versions;
        this.files = files;
    }

    @GET
    @Produces("image/png")
    public Response show(@RestPath long number, @RestQuery("v") String version, @Context Request request) {
        var merged = versions.merged(number, version);
        if (merged.isPresent()) {
            return MergedPage.moved("/claims/" + merged.get().into() + "/card.png");
        }
        if (version == null) {
            int newest = record(number, null).claim().verdict().number();
            return Response.status(Response.Status.FOUND)
                    .location(URI.create("/claims/" + number + "/card.png?v=" + newest))
                    .build();
        }
        DerivedFiles.Kept kept =
                files.findOrMake("share-card/" + number + "/" + version, () -> ShareCard.png(record(number, version)));
        var tag = new EntityTag(kept.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(kept.content()) : unchanged)
                .tag(tag)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Content-Disposition", "inline; filename=\"C-" + number + "-version-" + version + ".png\"")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private PublishedClaim record(long number, String version) {
        return versions.find(number, version)
                .orElseThrow(() -> new NotFoundException("There is no such claim or version on the public record."));
    }
}
