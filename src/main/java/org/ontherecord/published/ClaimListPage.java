package org.ontherecord.published;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** All public claims, filtered by a form whose every field stands in the address. */
@Path("/claims")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ClaimListPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance claims(
                ClaimList list,
                List<ClaimLine> lines,
                List<Filter> filters,
                List<ScaleRating> ratings,
                List<String> topics,
                List<PublishedPerson.Listed> people,
                Instant begins,
                AsOf asOf);
    }

    /** A filter that narrows the list, in words, and the same list without it. */
    public record Filter(String name, String value, String without) {}

    private final PublishedClaims claims;
    private final PublishedRibbons ribbons;
    private final PublishedPeople people;
    private final Clock clock;

    ClaimListPage(PublishedClaims claims, PublishedRibbons ribbons, PublishedPeople people, Clock clock) {
        this.claims = claims;
        this.ribbons = ribbons;
        this.people = people;
        this.clock = clock;
    }

    @GET
    public Response list(
            @RestQuery String q,
            @RestQuery String kind,
            @RestQuery String verdict,
            @RestQuery String person,
            @RestQuery String topic,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String sort,
            @RestQuery String page,
            @RestQuery("as_of") String given) {
        AsOf asOf = AsOf.of(given, clock.instant());
        List<ScaleRating> ratings = claims.scales(asOf);
        ClaimQuery query = ClaimQuery.of(q, kind, verdict, person, topic, from, to, sort, page, null, asOf)
                .checkedAgainst(ratings);
        ClaimList list = claims.find(query);
        List<PublishedPerson.Listed> choices = people.choices(asOf);
        return AsOfPage.show(
                asOf,
                Templates.claims(
                        list,
                        ribbons.each(list.claims(), asOf),
                        filters(query, ratings, choices),
                        ratings,
                        claims.topics(asOf.moment()),
                        choices,
                        claims.begins(asOf.now()),
                        asOf));
    }

    private static List<Filter> filters(
            ClaimQuery query, List<ScaleRating> ratings, List<PublishedPerson.Listed> people) {
        return query.filters().entrySet().stream()
                .filter(filter -> !filter.getKey().equals("sort"))
                .map(filter -> new Filter(
                        filter.getKey(),
                        switch (filter.getKey()) {
                            case "verdict" -> label(filter.getValue(), ratings);
                            case "person" -> name(query, people);
                            default -> filter.getValue();
                        },
                        query.without(filter.getKey())))
                .toList();
    }

    private static String label(String code, List<ScaleRating> ratings) {
        return ratings.stream()
                .filter(rating -> rating.code().equals(code))
                .map(ScaleRating::label)
                .findFirst()
                .orElse("Withdrawn");
    }

    private static String name(ClaimQuery query, List<PublishedPerson.Listed> people) {
        return people.stream()
                .map(PublishedPerson.Listed::speaker)
                .filter(query::isBy)
                .map(SpeakerRef::name)
                .findFirst()
                .orElse(String.valueOf(query.person()));
    }
}
