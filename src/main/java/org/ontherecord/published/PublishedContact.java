package org.ontherecord.published;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody the newsroom asked for a reply, and what came of it by the publication shown. */
@Schema(description = "Somebody we asked for a reply")
public record PublishedContact(
        @Schema(description = "Who was asked") String asked,

        @Schema(
                description = "How they were asked",
                enumeration = {"email", "phone", "letter", "post", "in_person"})
        String way,

        @Schema(description = "When they were asked") LocalDate askedOn,

        @Schema(
                description = "Whether they answered; null while neither an answer nor its lack was noted",
                enumeration = {"answered", "no_answer"},
                nullable = true)
        String outcome,

        @Schema(description = "The day of the answer, or up to which there was none", nullable = true)
        LocalDate onDay,

        @Schema(description = "What they answered, as we sum it up", nullable = true)
        String words,

        @Schema(
                description =
                        "The number of the claim they were asked about, if it is one that was merged into this one",
                nullable = true)
        Long about) {

    @JsonIgnore
    public boolean isAnswered() {
        return "answered".equals(outcome);
    }

    static PublishedContact of(Row row) {
        long about = row.number("about");
        return new PublishedContact(
                row.text("asked"),
                row.text("way"),
                row.day("asked_on"),
                row.text("outcome"),
                row.day("on_day"),
                row.text("words"),
                about == row.number("claim_number") ? null : about);
    }
}
