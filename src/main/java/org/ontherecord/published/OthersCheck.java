package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another publisher's check of a claim, in its words; shown as theirs and never as our verdict. */
@Schema(description = "Another publisher's check, in its words; never our verdict")
public record OthersCheck(
        @Schema(description = "Who checked it", examples = "Example Checkers")
        String publisher,

        @Schema(description = "The rating in the publisher's words", nullable = true)
        String rating,

        @Schema(description = "Title of the check", nullable = true)
        String title,

        @Schema(description = "Where the check is", nullable = true)
        String url,

        @Schema(description = "When it was checked, if known", nullable = true)
        LocalDate checkedOn,

        @Schema(description = "The id under which it was taken in")
        String externalId,

        @Schema(description = "Language of the publisher's words, BCP 47")
        String language,

        @Schema(description = "Since when it is on this record")
        Instant publishedAt) {

    static OthersCheck of(Row row) {
        return new OthersCheck(
                row.text("publisher"),
                row.text("rating"),
                row.text("title"),
                row.text("url"),
                row.day("checked_on"),
                row.text("external_id"),
                row.text("language"),
                row.instant("published_at"));
    }
}
