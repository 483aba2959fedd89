package org.ontherecord.published;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.NotUnderstood;

/** The claims of the public record as JSON, from the same records as the pages. */
@Path("/api/v1/claims")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims", description = "The public record: claims, their verdicts and where they were said")
public class ClaimApi {
    private static final String AS_OF =
            "What the record said then: a day (2025-01-31, meaning its end in UTC) or a moment"
                    + " (2025-01-31T12:00:00Z). Without it, now";

    private final PublishedClaims claims;
    private final PublishedVersions versions;
    private final PublishedMerges merges;
    private final Clock clock;

    ClaimApi(PublishedClaims claims, PublishedVersions versions, PublishedMerges merges, Clock clock) {
        this.claims = claims;
        this.versions = versions;
        this.merges = merges;
        this.clock = clock;
    }

    @GET
    @Path("{number: [1-9][0-9]{0,17}}")
    @Operation(summary = "One claim with its timeline, verdicts, quotes and sources")
    @APIResponse(
            responseCode = "200",
            description = "The record; of a claim that only another publisher has checked, their check and no verdict",
            content = @Content(schema = @Schema(oneOf = {PublishedClaim.class, OthersClaim.class})))
    @APIResponse(
            responseCode = "308",
            description = "The claim was merged into another one, which answers for both; its versions stay",
            content = @Content(schema = @Schema(implementation = MergedClaim.class)))
    @APIResponse(responseCode = "404", description = "No claim of that number is public, or was then")
    public Object show(
            @Parameter(description = "Number of the claim, without C-", example = "1024") @RestPath long number,
            @Parameter(name = "as_of", description = AS_OF, example = "2025-01-31") @RestQuery("as_of") String asOf,
            @Parameter(hidden = true) @Context UriInfo address) {
        refuseUnknown(address.getQueryParameters().keySet(), Set.of("as_of"));
        AsOf asked = AsOf.strictly(asOf, clock.instant());
        Instant moment = asked.moment();
        Optional<MergedClaim> merged = merges.of(number, moment);
        if (merged.isPresent()) {
            return MergedPage.moved(asked.again(merged.get().data()), merged.get());
        }
        return claims.byNumber(number, moment)
                .<Object>map(record -> record)
                .or(() -> claims.byOthers(number, moment))
                .orElseThrow(() -> notThere(number));
    }

    @GET
    @Path("{number: [1-9][0-9]{0,17}}/versions")
    @Operation(summary = "Every verdict of a claim: the versions of its page, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The verdicts",
            content = @Content(schema = @Schema(implementation = VersionsAnswer.class)))
    @APIResponse(responseCode = "404", description = "No claim of that number is public, or was then")
    public VersionsAnswer versions(
            @Parameter(description = "Number of the claim, without C-", example = "1024") @RestPath long number,
            @Parameter(name = "as_of", description = AS_OF, example = "2025-01-31") @RestQuery("as_of") String asOf,
            @Parameter(hidden = true) @Context UriInfo address) {
        refuseUnknown(address.getQueryParameters().keySet(), Set.of("as_of"));
        AsOf moment = AsOf.strictly(asOf, clock.instant());
        return versions.of(number, moment.moment())
                .map(found -> VersionsAnswer.of(found, moment))
                .orElseThrow(() -> notThere(number));
    }

    @GET
    @Path("{number: [1-9][0-9]{0,17}}/versions/{version: [1-9][0-9]{0,5}}")
    @Operation(summary = "One claim as one of its verdicts published it")
    @APIResponse(
            responseCode = "200",
            description = "The record as it stood at that publication",
            content = @Content(schema = @Schema(implementation = PublishedClaim.class)))
    @APIResponse(responseCode = "404", description = "No claim of that number is public, or it has no such version")
    public PublishedClaim version(
            @Parameter(description = "Number of the claim, without C-", example = "1024") @RestPath long number,
            @Parameter(description = "Number of the verdict within the claim", example = "1") @RestPath int version,
            @Parameter(hidden = true) @Context UriInfo address) {
        refuseUnknown(address.getQueryParameters().keySet(), Set.of());
        return claims.byVersion(number, version)
                .filter(record -> !record.asOf().isAfter(clock.instant()))
                .orElseThrow(() -> new NotFoundException(
                        "There is no version " + version + " of a claim C-" + number + " on the public record."));
    }

    private static NotFoundException notThere(long number) {
        return new NotFoundException("There is no claim C-" + number + " on the public record.");
    }

    /** A misspelt filter would otherwise answer with everything. */
    private static void refuseUnknown(Set<String> given, Set<String> known) {
        given.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new NotUnderstood("There is no parameter “" + name + "”. "
                            + (known.isEmpty()
                                    ? "This address takes none."
                                    : "Use any of: " + String.join(", ", new TreeSet<>(known)) + "."));
                });
    }
}
