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

        @JsonIgnore ClaimList list) {

    static ClaimAnswer of(ClaimList list, boolean moment) {
        ClaimQuery query = list.query();
        return new ClaimAnswer(
                list.total(), query.page(), query.limit(), moment ? query.asOf().moment() : null, list.claims(), list);
    }

    /** RFC 8288, relative to the address asked for. Later pages are of the same moment, so that none is missed or met twice. */
    String links() {
        ClaimQuery query = list.query();
        String rest = query.filterAddress();
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
