package org.ontherecord.published;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

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
                ClaimList list, List<ScaleRating> ratings, List<String> topics, List<PublishedPerson.Listed> people);
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
    public TemplateInstance list(
            @RestQuery String q,
            @RestQuery String kind,
            @RestQuery String verdict,
            @RestQuery String person,
            @RestQuery String topic,
            @RestQuery String sort,
            @RestQuery String page) {
        Instant now = clock.instant();
        List<ScaleRating> ratings = claims.scales();
        ClaimQuery query = ClaimQuery.of(q, kind, verdict, person, topic, sort, page, null, now)
                .checkedAgainst(ratings);
        return Templates.claims(claims.find(query), ratings, claims.topics(now), people.choices(now));
    }
}
