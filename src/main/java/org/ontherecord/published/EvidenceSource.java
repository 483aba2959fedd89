package org.ontherecord.published;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.published.timeline.TimelineEvent.Precision;

/** A source the verdict in force leans on. */
@Schema(description = "A source the verdict leans on")
public record EvidenceSource(
        @Schema(description = "Its number on the page") int number,

        @Schema(description = "Who published it") String source,

        @Schema(description = "What it is") String title,

        @Schema(description = "Where to read it", nullable = true)
        String url,

        @Schema(
                description = "The date it carries; known to less than a day, the first day of the span",
                nullable = true)
        LocalDate datedOn,

        @Schema(
                description = "How exactly that date is known",
                enumeration = {"day", "month", "season", "year"},
                nullable = true)
        Precision datedPrecision,

        @Schema(description = "When we read it", nullable = true)
        LocalDate accessedOn,

        @Schema(description = "The words that matter", nullable = true)
        String quote,

        @Schema(
                description = "What it does to the claim",
                enumeration = {"supports", "contradicts", "context"})
        String stance,

        @JsonProperty("primary")
        @Schema(name = "primary", description = "Whether it is the original and not a report of it")
        boolean isPrimary,

        @Schema(description = "A copy kept by an archive", nullable = true)
        String savedCopyUrl) {

    /** Where it is, short: the name of the site. */
    @JsonIgnore
    public String host() {
        return url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("[/?#:].*$", "");
    }

    /** The same source wherever it stands and whenever we read it. */
    EvidenceSource itself() {
        return new EvidenceSource(
                0, source, title, url, datedOn, datedPrecision, null, quote, stance, isPrimary, savedCopyUrl);
    }

    /** Its date as far as it is known, or null. */
    @JsonIgnore
    public RoughDate dated() {
        return datedOn == null ? null : new RoughDate(datedOn, datedPrecision);
    }

    private static RoughDate dated(Row row) {
        return RoughDate.of(row.day("dated_on"), row.text("dated_precision"));
    }

    static EvidenceSource of(Row row) {
        return new EvidenceSource(
                (int) row.number("number"),
                row.text("source"),
                row.text("title"),
                row.text("url"),
                row.day("dated_on"),
                dated(row) == null ? null : dated(row).precision(),
                row.day("accessed_on"),
                row.text("quote"),
                row.text("stance"),
                row.flag("is_primary"),
                row.text("saved_copy_url"));
    }
}
