package org.ontherecord.published.sharing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.published.MergedPage;
import org.ontherecord.published.PublishedClaim;

/** The markup of a claim's page by itself. */
@Path("/api/v1/claims/{number: [1-9][0-9]{0,17}}/claimreview")
@PermitAll
@Tag(name = "Claims")
public class ClaimReviewApi {
    private final Versions versions;
    private final Sharing sharing;

    ClaimReviewApi(Versions versions, Sharing sharing) {
        this.versions = versions;
        this.sharing = sharing;
    }

    @GET
    @Produces("application/ld+json")
    @Operation(summary = "The verdict in force as schema.org ClaimReview, as it stands on the claim's page")
    @APIResponse(
            responseCode = "200",
            description = "JSON-LD; property names are schema.org's",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .OBJECT)))
    @APIResponse(responseCode = "308", description = "The claim was merged into another one, which answers for both")
    @APIResponse(responseCode = "404", description = "No claim of that number is public, or it was withdrawn")
    public Object show(
            @Parameter(description = "Number of the claim, without C-", example = "1024") @RestPath long number) {
        var merged = versions.merged(number, null);
        if (merged.isPresent()) {
            return MergedPage.moved("/api/v1/claims/" + merged.get().into() + "/claimreview", merged.get());
        }
        PublishedClaim record = versions.today(number)
                .orElseThrow(() -> new NotFoundException("There is no claim C-" + number + " on the public record."));
        if (record.claim().withdrawn()) {
            throw new NotFoundException(
                    "We no longer stand by the check of C-" + number + ", so there is no ClaimReview of it.");
        }
        return sharing.claimReview(record);
    }
}
