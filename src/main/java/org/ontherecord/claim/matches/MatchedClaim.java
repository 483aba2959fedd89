package org.ontherecord.claim.matches;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.matching.Match;

/** A claim on record that may say the same as a text, as a program is told of it. */
@Schema(name = "MatchedClaim", description = "A claim on record that may say the same")
record MatchedClaim(
        @Schema(description = "The claim's public number") long number,

        @Schema(description = "The id under which another publisher's check of it was taken in", nullable = true)
        String externalId,

        @Schema(description = "Our verdict in force; null when we have none", nullable = true)
        CurrentVerdict verdict,

        @Schema(description = "Another publisher's check, in its words; never ours", nullable = true)
        OthersCheck checkedBy,

        @Schema(description = "The claim as worded on record")
        String wording,

        @Schema(description = "The headline, or the title of the other publisher's check", nullable = true)
        String title,

        @Schema(description = "Who made it", nullable = true)
        String speaker,

        @Schema(
                description = "0 to 1: the share of matches with this score that people took for the same claim",
                example = "0.93")
        BigDecimal score,

        @Schema(description = "How much of the wording is shared, 0 to 100")
        int wordingPercent,

        @Schema(description = "How near the meanings are, 0 to 100")
        int meaningPercent,

        @Schema(description = "What agrees, strongest first")
        List<Reason> reasons,

        @Schema(description = "What does not agree, weightiest first")
        List<Reason> differences,

        @Schema(description = "The claim's page on this site")
        String page) {

    private static final int DECIMALS = 4;

    /** Our verdict in force. */
    @Schema(name = "MatchedVerdict", description = "Our verdict in force")
    record CurrentVerdict(
            @Schema(description = "As in /api/v1/claims, or withdrawn", example = "accuracy.false")
            String code,

            @Schema(description = "The rating in words") String label,

            @Schema(description = "Since when the finding applies without a break")
            LocalDate since,

            @Schema(description = "When we published it") Instant publishedAt) {}

    /** Another publisher's check. */
    @Schema(name = "MatchedCheck", description = "Another publisher's check, in its words")
    record OthersCheck(
            @Schema(description = "Who checked it") String publisher,

            @Schema(description = "Its rating, as given", nullable = true)
            String rating,

            @Schema(description = "The check itself", nullable = true)
            String url,

            @Schema(description = "When it was checked, if known", nullable = true)
            LocalDate checkedOn) {}

    /** One thing that agrees or differs. */
    @Schema(name = "MatchReason", description = "One thing that agrees or differs")
    record Reason(
            @Schema(description = "text, speaker, number, year, deadline, name, negation or direction")
            String code,

            @Schema(description = "The same as a person reads it", example = "Same number: 24")
            String words) {}

    static MatchedClaim of(Match match, ClaimStandings.Standing standing) {
        return new MatchedClaim(
                match.number(),
                standing.externalId(),
                standing.verdict(),
                standing.check(),
                match.wording(),
                standing.title(),
                match.speaker(),
                BigDecimal.valueOf(Math.max(0, Math.min(1, match.score()))).setScale(DECIMALS, RoundingMode.HALF_EVEN),
                match.wordingPercent(),
                match.meaningPercent(),
                match.same().stream()
                        .map(one -> new Reason(code(one.aspect()), same(one)))
                        .toList(),
                match.different().stream()
                        .map(one -> new Reason(code(one.aspect()), different(one)))
                        .toList(),
                standing.page());
    }

    private static String code(Match.Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }

    private static String same(Match.Agreement one) {
        String what = one.aspect() == Match.Aspect.TEXT ? "Same words" : "Same " + noun(one.aspect());
        return isSaid(one.words()) ? what + ": " + one.words() : what;
    }

    private static String different(Match.Difference one) {
        String what = one.aspect() == Match.Aspect.TEXT ? "Other words" : "Different " + noun(one.aspect());
        if (!isSaid(one.here()) && !isSaid(one.onRecord())) {
            return what;
        }
        return what + ": here " + (isSaid(one.here()) ? one.here() : "none") + ", on record "
                + (isSaid(one.onRecord()) ? one.onRecord() : "none");
    }

    private static boolean isSaid(String words) {
        return words != null && !words.isBlank();
    }

    private static String noun(Match.Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }
}
