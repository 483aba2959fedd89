package org.ontherecord.published;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The people and bodies whose claims are on record. */
@Path("/people")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance people(List<PublishedPerson.Listed> people, long total, int page, int pages);

        static native TemplateInstance person(PublishedPerson person);
    }

    private final PublishedPeople people;
    private final Clock clock;

    PeoplePage(PublishedPeople people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list(@RestQuery String page) {
        int asked = ClaimQuery.page(page);
        var now = clock.instant();
        long total = people.count(now);
        int pages = (int) Math.max(1, (total + PublishedPeople.PAGE - 1) / PublishedPeople.PAGE);
        return Templates.people(people.page(now, asked), total, asked, pages);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}{slug: (-[^/]*)?}")
    public Response show(@RestPath long id, @RestPath String slug, @RestQuery String page) {
        PublishedPerson person = people.byNumber(id, ClaimQuery.page(page), clock.instant())
                .orElseThrow(() -> new NotFoundException("We have not checked a claim by a person of that number."));
        if (!person.speaker().page().endsWith("/" + id + slug)) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(person.speaker().page()))
                    .build();
        }
        return Response.ok(Templates.person(person)).build();
    }
}
