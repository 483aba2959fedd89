package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.published.timeline.TimelineEvent;

/** One verdict as it was published; the newest is the one in force. */
@Schema(description = "A published verdict. Never changed: a new finding is a new verdict")
public record PublishedVerdict(
        @Schema(description = "1, 2, 3 … within the claim; the version of the record")
        int number,

        @Schema(description = "Path of the claim's page as this verdict published it, for good")
        String page,

        @Schema(
                description = "What this publication did to the one before",
                enumeration = {"original", "update", "correction", "clarification", "confirmation", "withdrawal"})
        String kind,

        @Schema(description = "Scale and rating, or \"withdrawn\"", examples = "promise.broken")
        String code,

        @Schema(description = "The rating in words", examples = "Broken")
        String label,

        @Schema(
                description = "The scale the rating is on",
                enumeration = {"promise", "accuracy"})
        String scale,

        @Schema(description = "Version of that scale; definitions of a version never change", nullable = true)
        Integer scaleVersion,

        @Schema(
                description = "What the rating stands for on any scale: pos2, pos1, mid, neg1, neg2 from supported to"
                        + " contradicted; prog under way, none nothing yet, unk cannot be known",
                enumeration = {"pos2", "pos1", "mid", "neg1", "neg2", "prog", "none", "unk"})
        String role,

        @JsonProperty("final")
        @Schema(
                name = "final",
                description = "Whether the rating settles the claim; interim ratings are expected to move")
        boolean settles,

        @Schema(
                description = "1 to 5, higher is truer, as ClaimReview has it; null for promises and off the scale",
                nullable = true)
        Integer ratingValue,

        @Schema(description = "The finding in one sentence") String reason,

        @Schema(description = "Since when the finding applies, which may be before it was published")
        LocalDate inForceFrom,

        @Schema(description = "When we said so") Instant publishedAt,

        @Schema(description = "Why this verdict was published")
        String publicReason,

        @Schema(description = "Who checked") String checkedBy,

        @Schema(
                description = "Who signed it off, never the same person; null when it was published without review",
                nullable = true)
        String signedOffBy,

        @Schema(
                description = "Why it was published without review, in an emergency; null for all others",
                nullable = true)
        String withoutReviewBecause,

        @JsonIgnore PromiseDeadline deadline) {

    static PublishedVerdict of(Row row) {
        return new PublishedVerdict(
                (int) row.number("number"),
                ClaimVersions.address(row.number("claim_number")) + "/" + row.number("number"),
                row.text("verdict_kind"),
                row.text("code"),
                row.text("label"),
                row.text("scale"),
                row.smallNumber("scale_version"),
                row.text("role"),
                row.flag("final"),
                row.smallNumber("rating_value"),
                row.text("reason"),
                row.day("in_force_from"),
                row.instant("published_at"),
                row.text("public_reason"),
                row.text("checked_by"),
                row.text("signed_off_by"),
                row.text("without_review_because"),
                PromiseDeadline.of(row));
    }

    @JsonIgnore
    public boolean isWithdrawal() {
        return kind.equals("withdrawal");
    }

    /** The rating without its scale: "broken". */
    @JsonIgnore
    public String ratingCode() {
        return code.substring(code.indexOf('.') + 1);
    }

    TimelineEvent event() {
        var rating = isWithdrawal() ? null : new TimelineEvent.Rating(scale, ratingCode(), label, role, settles);
        return TimelineEvent.verdict(
                new TimelineEvent.Verdict(
                        number,
                        TimelineEvent.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                        rating,
                        inForceFrom,
                        publishedAt,
                        checkedBy,
                        signedOffBy),
                publicReason);
    }
}
