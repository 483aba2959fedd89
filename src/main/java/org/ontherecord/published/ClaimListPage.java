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
                List<ScaleRating> ratings,
                List<String> topics,
                List<PublishedPerson.Listed> people,
                Instant begins,
                AsOf asOf);
    }

    private final PublishedClaims claims;
    private final PublishedPeople people;
    private final Clock clock;

    ClaimListPage(PublishedClaims claims, PublishedPeople people, Clock clock) {
        this.claims = claims;
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
            @RestQuery String sort,
            @RestQuery String page,
            @RestQuery("as_of") String given) {
        AsOf asOf = AsOf.of(given, clock.instant());
        List<ScaleRating> ratings = claims.scales(asOf);
        ClaimQuery query = ClaimQuery.of(q, kind, verdict, person, topic, sort, page, null, asOf)
                .checkedAgainst(ratings);
        return AsOfPage.show(
                asOf,
                Templates.claims(
                        claims.find(query),
                        ratings,
                        claims.topics(asOf.moment()),
                        people.choices(asOf),
                        claims.begins(asOf.now()),
                        asOf));
    }
}
