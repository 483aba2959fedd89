package org.ontherecord.published;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source the verdict in force leans on. */
@Schema(description = "A source the verdict leans on")
public record EvidenceSource(
        @Schema(description = "Its number on the page") int number,

        @Schema(description = "Who published it") String source,

        @Schema(description = "What it is") String title,

        @Schema(description = "Where to read it", nullable = true)
        String url,

        @Schema(description = "The date it carries", nullable = true)
        LocalDate datedOn,

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
        return new EvidenceSource(0, source, title, url, datedOn, null, quote, stance, isPrimary, savedCopyUrl);
    }

    static EvidenceSource of(Row row) {
        return new EvidenceSource(
                (int) row.number("number"),
                row.text("source"),
                row.text("title"),
                row.text("url"),
                row.day("dated_on"),
                row.day("accessed_on"),
                row.text("quote"),
                row.text("stance"),
                row.flag("is_primary"),
                row.text("saved_copy_url"));
    }
}
