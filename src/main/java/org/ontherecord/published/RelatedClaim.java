package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.platform.Slugs;

/** Another claim on record and how this one stands to it, said by our newsroom. */
@Schema(description = "Another claim on record and how this one stands to it")
public record RelatedClaim(
        @Schema(
                description =
                        "This claim is the same as the other, narrower or wider than it, the same about another period or"
                                + " place, contradicts it, takes it back later (reverses) or was taken back by it (reversed_by)",
                enumeration = {
                    "same",
                    "narrower",
                    "wider",
                    "other_period",
                    "other_place",
                    "contradicts",
                    "reverses",
                    "reversed_by"
                })
        String relation,

        @Schema(description = "Since when both pages have said so")
        Instant publishedAt,

        @Schema(description = "The other claim's number", examples = "1024")
        long number,

        @Schema(description = "The sentence that was rated") String wording,

        @Schema(description = "Language of the wording, BCP 47")
        String language,

        @Schema(description = "Name of who made it", nullable = true)
        String speaker,

        @Schema(
                description = "Our verdict on it then; null for a claim only another publisher has checked",
                nullable = true)
        PublishedVerdict verdict,

        @Schema(description = "Another publisher's check of it, where we have none", nullable = true)
        OtherCheck otherCheck,

        @JsonIgnore String title) {

    /** What another publisher said of it. */
    @Schema(description = "Another publisher's check, in its words; never our verdict")
    public record OtherCheck(
            @Schema(description = "Who checked it") String publisher,

            @Schema(description = "The rating in the publisher's words", nullable = true)
            String rating,

            @Schema(description = "Where the publisher's check is", nullable = true)
            String url,

            @Schema(description = "When the claim was made, as far as the publisher says", nullable = true)
            LocalDate datedOn) {}

    static RelatedClaim of(Row row) {
        boolean ours = row.id("claim_number") != null;
        String headline = row.text("headline");
        String wording = ours ? row.text("wording") : row.text("their_wording");
        return new RelatedClaim(
                row.text("relation"),
                row.instant("related_since"),
                row.number("other_number"),
                wording,
                ours ? row.text("language") : row.text("their_language"),
                ours ? row.text("speaker_name") : row.text("their_speaker"),
                ours ? PublishedVerdict.of(row) : null,
                ours
                        ? null
                        : new OtherCheck(
                                row.text("publisher"),
                                row.text("their_rating"),
                                row.text("their_url"),
                                row.day("dated_on")),
                headline == null ? wording : headline);
    }

    @Schema(description = "How we write the number", examples = "C-1024")
    @JsonProperty
    public String id() {
        return "C-" + number;
    }

    @Schema(description = "Path of the other claim's page")
    @JsonProperty
    public String page() {
        return "/claims/" + number + "-" + Slugs.of(title);
    }
}
