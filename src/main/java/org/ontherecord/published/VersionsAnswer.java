package org.ontherecord.published;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The versions of a claim's page as the API answers them. */
@Schema(description = "Every verdict of a claim, each a version of its page")
public record VersionsAnswer(
        @Schema(description = "The claim's number, for good", examples = "1024")
        long number,

        @Schema(description = "Path of the claim's page") String page,

        @Schema(description = "The moment this answer is true of")
        Instant asOf,

        @Schema(description = "Newest first; each with the path of its version of the page")
        List<PublishedVerdict> versions,

        @Schema(
                description = "The claim that answers for this one, if it was merged; its versions stay",
                nullable = true)
        MergedClaim merged) {
    static VersionsAnswer of(ClaimVersions versions, AsOf asOf) {
        return new VersionsAnswer(
                versions.claim().number(), versions.claim().page(), asOf.moment(), versions.all(), versions.merged());
    }
}
