package org.ontherecord.published;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.platform.Slugs;

/** A claim that another publisher checked and we did not; page and JSON are both made from it. */
@Schema(description = "A claim that another publisher checked and we did not")
public record OthersClaim(
        @Schema(description = "The claim's number, for good", examples = "1024")
        long number,

        @Schema(description = "The claim in the publisher's words")
        String wording,

        @Schema(description = "Language of the wording, BCP 47")
        String language,

        @Schema(description = "Name of who made it", nullable = true)
        String speaker,

        @Schema(description = "When it was made, as far as the publisher says", nullable = true)
        RoughDate firstSaid,

        @Schema(description = "Always null: we have no verdict on it", nullable = true)
        PublishedVerdict verdict,

        OthersCheck checkedBy,

        @Schema(description = "Other claims on record that this one has to do with, as our newsroom says")
        List<RelatedClaim> related,

        @Schema(description = "The moment this answer is true of")
        Instant asOf) {

    static OthersClaim of(Row row, List<RelatedClaim> related, Instant asOf) {
        return new OthersClaim(
                row.number("claim_number"),
                row.text("wording"),
                row.text("language"),
                row.text("speaker_name"),
                RoughDate.of(row.day("dated_on"), row.text("dated_precision")),
                null,
                OthersCheck.of(row),
                related,
                asOf);
    }

    @Schema(description = "How we write the number", examples = "C-1024")
    @JsonProperty
    public String id() {
        return "C-" + number;
    }

    @Schema(description = "Path of the claim's page")
    @JsonProperty
    public String page() {
        return "/claims/" + number + "-" + slug();
    }

    @JsonIgnore
    public String slug() {
        return Slugs.of(wording);
    }

    /** Where the same is as JSON. */
    @JsonIgnore
    public String data() {
        return "/api/v1/claims/" + number;
    }

    /** Too long for the largest letters. */
    @JsonIgnore
    public boolean isLong() {
        return wording.length() > 70;
    }
}
