package org.ontherecord.published;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.platform.Language;
import org.ontherecord.platform.Slugs;

/** A claim as lists show it: what was said, by whom, and the verdict in force. */
@Schema(description = "A claim with the verdict in force")
public record ClaimSummary(
        @Schema(description = "The claim's number, for good", examples = "1024")
        long number,

        @Schema(description = "The sentence that was rated") String wording,

        @Schema(description = "The speaker's exact words for the top of the page", nullable = true)
        String headline,

        @Schema(
                description = "What is rated: what became of a promise, or whether a statement of fact is right",
                enumeration = {"promise", "statement"})
        String kind,

        @Schema(description = "Language of the wording, BCP 47")
        String language,

        @Schema(description = "Topics, the widest first") List<String> topics,

        @Schema(description = "Who made it", nullable = true)
        SpeakerRef speaker,

        @Schema(description = "In what capacity they spoke", nullable = true)
        String capacity,

        @Schema(
                description =
                        "When it was first said, as far as we know; first reported when we hold no words of the speaker",
                nullable = true)
        RoughDate firstSaid,

        @Schema(description = "Where it was first said", nullable = true)
        String firstSaidAt,

        TimesSaid timesSaid,

        @Schema(
                description = "When the promise is due; null when it names no time, and for statements",
                nullable = true)
        PromiseDeadline deadline,

        @Schema(description = "Whether we no longer stand by the verdict; the record stays")
        boolean withdrawn,

        @Schema(description = "The verdict in force") PublishedVerdict verdict) {

    static ClaimSummary of(Row row) {
        return new ClaimSummary(
                row.number("claim_number"),
                row.text("wording"),
                row.text("headline"),
                row.text("kind"),
                row.text("language"),
                row.texts("topics"),
                SpeakerRef.of(row),
                row.text("capacity"),
                RoughDate.of(row.day("first_said_on"), row.text("first_said_precision")),
                row.text("first_said_at"),
                TimesSaid.of(row),
                PromiseDeadline.of(row),
                row.flag("withdrawn"),
                PublishedVerdict.of(row));
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

    /** Where the whole record is as JSON. */
    @JsonIgnore
    public String data() {
        return "/api/v1/claims/" + number;
    }

    @JsonIgnore
    public String versions() {
        return ClaimVersions.address(number);
    }

    @JsonIgnore
    public String slug() {
        return Slugs.of(title());
    }

    /** The exact words where we have them, else the wording; without quotation marks. */
    @JsonIgnore
    public String title() {
        return headline == null ? wording : headline;
    }

    /** The exact words in quotation marks, or the wording without. */
    @JsonIgnore
    public String titleQuoted() {
        return headline == null ? wording : PublishedAppearance.inQuotationMarks(headline);
    }

    /** The same, with the quotation marks of a language. */
    public String titleQuoted(Language language) {
        return headline == null ? wording : language.quoted(PublishedAppearance.withoutMarks(headline));
    }

    /** Too long for the largest letters; measured on the claim page at 1280 pixels. */
    @JsonIgnore
    public boolean isLong() {
        return title().length() > 70;
    }

    @JsonIgnore
    public boolean isPromise() {
        return kind.equals("promise");
    }
}
