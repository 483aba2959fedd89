package org.ontherecord.search;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.ontherecord.published.AsOf;
import org.ontherecord.published.AsOfPage;
import org.ontherecord.published.ClaimQuery;
import org.ontherecord.published.PublishedClaims;
import org.ontherecord.published.ScaleRating;

/** All public claims, searched and filtered by a form whose every field stands in the address. */
@Path("/claims")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SearchPage {
    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance claims(
                Found found,
                Names names,
                ClaimQuery query,
                List<Filter> filters,
                Choices choices,
                Instant begins,
                AsOf asOf);
    }

    /** A filter that narrows the list, in words, and the same list without it. */
    public record Filter(String name, String value, String code, String without) {}

    /** People, topics and articles that the words name. */
    public record Names(List<SearchName> all) {
        public List<SearchName> of(String kind) {
            return all.stream().filter(name -> name.kind().equals(kind)).toList();
        }
    }

    private final ClaimSearch search;
    private final PublishedClaims claims;
    private final Clock clock;

    SearchPage(ClaimSearch search, PublishedClaims claims, Clock clock) {
        this.search = search;
        this.claims = claims;
        this.clock = clock;
    }

    @GET
    public Response list(@Context UriInfo address) {
        var given = address.getQueryParameters();
        AsOf asOf = AsOf.of(given.getFirst("as_of"), clock.instant());
        List<ScaleRating> ratings = claims.scales(asOf);
        ClaimQuery query = ClaimQuery.of(given::getFirst, null, asOf).checkedAgainst(ratings);
        Found found = search.find(query);
        var choices = new Choices(query, search.facets(found), ratings);
        return AsOfPage.show(
                asOf,
                Templates.claims(
                        found,
                        new Names(search.names(found)),
                        query,
                        filters(query, choices),
                        choices,
                        claims.begins(asOf.now()),
                        asOf));
    }

    private static List<Filter> filters(ClaimQuery query, Choices choices) {
        return query.filters().entrySet().stream()
                .filter(filter -> !filter.getKey().equals("sort"))
                .map(filter -> new Filter(
                        filter.getKey(),
                        choices.label(filter.getKey(), filter.getValue()),
                        filter.getValue(),
                        query.without(filter.getKey())))
                .toList();
    }
}
