package org.ontherecord.search;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.NotUnderstood;
import org.ontherecord.published.AsOf;
import org.ontherecord.published.ClaimAnswer;
import org.ontherecord.published.ClaimList;
import org.ontherecord.published.ClaimQuery;
import org.ontherecord.published.ClaimSummary;
import org.ontherecord.published.Hit;
import org.ontherecord.published.PublishedClaims;

/** The claims we checked as JSON: the list of the page without what others checked. */
@Path("/api/v1/claims")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims", description = "The public record: claims, their verdicts and where they were said")
public class SearchApi {
    private static final Set<String> PARAMETERS = Set.of(
            "q",
            "kind",
            "verdict",
            "person",
            "topic",
            "from",
            "to",
            "year",
            "language",
            "sort",
            "page",
            "limit",
            "as_of");

    private static final String AS_OF =
            "What the record said then: a day (2025-01-31, meaning its end in UTC) or a moment"
                    + " (2025-01-31T12:00:00Z). Without it, now";

    private final ClaimSearch search;
    private final PublishedClaims claims;
    private final Clock clock;

    SearchApi(ClaimSearch search, PublishedClaims claims, Clock clock) {
        this.search = search;
        this.claims = claims;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Claims, filtered and sorted, a page at a time")
    @APIResponse(
            responseCode = "200",
            description = "One page of claims",
            headers =
                    @Header(
                            name = "Link",
                            description = "first, prev, next and last page (RFC 8288), all as of the same moment",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ClaimAnswer.class)))
    @APIResponse(responseCode = "400", description = "A parameter or a value there is none of; says what there is")
    public Response list(
            @Parameter(
                            description =
                                    "Words that all stand, in any form, in the claim, its quotes, its topics, the speaker's"
                                            + " names or the finding; “\"…\"” around words that stand side by side (not"
                                            + " looked for in findings, nor if they are all of the commonest), a minus before a word that must not; the number of a claim; or the address"
                                            + " of a page, for the claims made there. Up to 1,000 characters",
                            example = "\"peace deal\" ukraine -war")
                    @RestQuery
                    String q,
            @Parameter(description = "promise or statement") @RestQuery String kind,
            @Parameter(description = "Code of the verdict in force, or withdrawn", example = "promise.broken")
                    @RestQuery
                    String verdict,
            @Parameter(description = "Number of the speaker", example = "17") @RestQuery String person,
            @Parameter(description = "Topic, in any case", example = "ukraine") @RestQuery String topic,
            @Parameter(description = "First said on this day or later", example = "2023-01-01") @RestQuery String from,
            @Parameter(description = "First said on this day or earlier", example = "2024-12-31") @RestQuery String to,
            @Parameter(description = "First said in this year", example = "2024") @RestQuery String year,
            @Parameter(description = "Language of the wording, BCP 47", example = "fr") @RestQuery String language,
            @Parameter(
                            description =
                                    "published (newest verdict first), said (last to be first said), times (most often"
                                            + " said), deadline (earliest first) or best (best match first); best when"
                                            + " there are words, otherwise published")
                    @RestQuery
                    String sort,
            @Parameter(description = "From 1", example = "1") @RestQuery String page,
            @Parameter(description = "Claims on a page, 1 to 100; 25 when not given", example = "25") @RestQuery
                    String limit,
            @Parameter(name = "as_of", description = AS_OF, example = "2025-01-31") @RestQuery("as_of") String asOf,
            @Parameter(hidden = true) @Context UriInfo address) {
        refuseUnknown(address.getQueryParameters().keySet());
        ClaimQuery query = ClaimQuery.of(
                        address.getQueryParameters()::getFirst, limit, AsOf.strictly(asOf, clock.instant()))
                .checkedAgainst(claims.scales());
        ClaimAnswer answer = query.q() == null
                ? ClaimAnswer.of(claims.find(query), asOf != null)
                : answer(search.find(query.ours()), asOf != null);
        return Response.ok(answer).header("Link", answer.links()).build();
    }

    private ClaimAnswer answer(Found found, boolean moment) {
        ClaimQuery query = found.list().query();
        var by = new ClaimAnswer.FoundBy(
                found.how().name().toLowerCase(Locale.ROOT),
                query.words(),
                found.better(),
                found.at() == null ? null : found.at().page());
        return ClaimAnswer.of(
                new ClaimList(
                        query, found.list().total(), summaries(found.list().hits())),
                moment,
                by,
                summaries(found.near()),
                query.page() == 1 ? search.facets(found) : null);
    }

    private static List<ClaimSummary> summaries(List<Hit> hits) {
        return hits.stream().map(hit -> hit.line().claim()).toList();
    }

    /** A misspelt filter would otherwise answer with everything. */
    private static void refuseUnknown(Set<String> given) {
        given.stream()
                .filter(name -> !PARAMETERS.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new NotUnderstood("There is no parameter “" + name + "”. Use any of: "
                            + String.join(", ", new TreeSet<>(PARAMETERS)) + ".");
                });
    }
}
