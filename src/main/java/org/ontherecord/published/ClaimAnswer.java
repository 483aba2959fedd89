package org.ontherecord.published;

import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of claims as the API answers it. */
@Schema(description = "One page of claims")
public record ClaimAnswer(
        @Schema(description = "Claims in all, on every page together")
        long total,

        @Schema(description = "Which page this is, from 1") int page,

        @Schema(description = "The most claims a page holds")
        int limit,

        @Schema(description = "The moment this answer is true of, when one was asked for", nullable = true)
        Instant asOf,

        @Schema(description = "The claims of this page, in the order asked for")
        List<ClaimSummary> claims,

        @Schema(description = "What the claims were found by; null without words", nullable = true)
        FoundBy found,

        @Schema(
                description =
                        "When words found few claims, on the first page: claims that do not have the words and may say something near them, the nearest first. Not counted in total",
                nullable = true)
        List<ClaimSummary> closeInMeaning,

        @Schema(description = "How the list would narrow; null without words and after the first page", nullable = true)
        ClaimFacets facets,

        @JsonIgnore ClaimList list) {

    /** What claims were found by. */
    @Schema(description = "What the claims were found by")
    public record FoundBy(
            @Schema(
                    description = "By the words as given, by words set right, by a number or by the address of a page",
                    enumeration = {"words", "spelling", "number", "address"})
            String by,

            @Schema(description = "The words looked for: those given, or set right", nullable = true)
            String words,

            @Schema(description = "Words that would find more", nullable = true)
            String better,

            @Schema(description = "Path of the page of the article at the address given", nullable = true)
            String article) {}

    public static ClaimAnswer of(ClaimList list, boolean moment) {
        return of(list, moment, null, null, null);
    }

    public static ClaimAnswer of(
            ClaimList list, boolean moment, FoundBy found, List<ClaimSummary> closeInMeaning, ClaimFacets facets) {
        ClaimQuery query = list.query();
        return new ClaimAnswer(
                list.total(),
                query.page(),
                query.limit(),
                moment ? query.asOf().moment() : null,
                list.claims(),
                found,
                closeInMeaning,
                facets,
                list);
    }

    /** RFC 8288, relative to the address asked for. Later pages are of the same moment, so that none is missed or met twice. */
    public String links() {
        ClaimQuery query = list.query();
        String rest = query.with("checked_by", null).filterAddress();
        String before = "</api/v1/claims?" + (rest.isEmpty() ? "" : rest + "&") + "as_of="
                + query.asOf().moment() + "&limit=" + query.limit() + "&page=";
        var links = new StringJoiner(", ");
        links.add(before + 1 + ">; rel=\"first\"");
        if (query.page() > 1) {
            links.add(before + (query.page() - 1) + ">; rel=\"prev\"");
        }
        if (query.page() < list.pages()) {
            links.add(before + (query.page() + 1) + ">; rel=\"next\"");
        }
        return links.add(before + list.pages() + ">; rel=\"last\"").toString();
    }
}
