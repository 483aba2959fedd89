package org.ontherecord.published;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.platform.Slugs;

/** A claim that was merged into another: who answers for it, since when, and why. */
@Schema(description = "A claim that was merged into another one, which answers for both")
public record MergedClaim(
        @Schema(description = "The number that was merged", examples = "1031")
        long number,

        @Schema(description = "The number that answers for it", examples = "1024")
        long into,

        @Schema(description = "The claim that answers for it: its exact words, or its wording")
        String title,

        @Schema(description = "Language of the title, BCP 47")
        String language,

        @Schema(description = "Since when") Instant mergedAt,

        @Schema(description = "Why, as published") String publicReason) {

    static MergedClaim of(Row row) {
        return new MergedClaim(
                row.number("claim_number"),
                row.number("into_number"),
                row.text("title"),
                row.text("language"),
                row.instant("merged_at"),
                row.text("public_reason"));
    }

    @Schema(description = "How we write the number that answers", examples = "C-1024")
    @JsonProperty
    public String id() {
        return "C-" + into;
    }

    @Schema(description = "Path of the page that answers")
    @JsonProperty
    public String page() {
        return "/claims/" + into + "-" + Slugs.of(title);
    }

    @Schema(description = "Path of the record that answers, as JSON")
    @JsonProperty
    public String data() {
        return "/api/v1/claims/" + into;
    }
}
