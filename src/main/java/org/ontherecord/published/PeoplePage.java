package org.ontherecord.published;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

import org.ontherecord.platform.Paging;
import org.ontherecord.platform.Site;

/** The people and bodies whose claims are on record. */
@Path("/people")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance people(
                List<PublishedPerson.Listed> people, String name, int page, int pages, Instant begins, AsOf asOf);

        static native TemplateInstance person(PublishedPerson person, AsOf asOf);
    }

    private final PublishedPeople people;
    private final PublishedClaims claims;
    private final Clock clock;
    private final Site site;

    PeoplePage(PublishedPeople people, PublishedClaims claims, Clock clock, Site site) {
        this.people = people;
        this.claims = claims;
        this.clock = clock;
        this.site = site;
    }

    @GET
    public Response list(@RestQuery String q, @RestQuery String page, @RestQuery("as_of") String given) {
        int asked = ClaimQuery.page(page);
        String name = ClaimQuery.blank(q);
        AsOf asOf = AsOf.of(given, clock.instant());
        long total = people.count(name, asOf.moment());
        int pages = Paging.pages(total, PublishedPeople.PAGE);
        return AsOfPage.show(
                asOf,
                Templates.people(people.page(name, asOf, asked), name, asked, pages, claims.begins(asOf.now()), asOf));
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}{slug: (-[^/]*)?}")
    public Response show(
            @RestPath long id, @RestPath String slug, @RestQuery String page, @RestQuery("as_of") String given) {
        AsOf asOf = AsOf.of(given, clock.instant());
        Optional<PublishedPerson> found = people.byNumber(id, ClaimQuery.page(page), asOf);
        if (found.isEmpty()) {
            return notYet(id, asOf);
        }
        PublishedPerson person = found.get();
        if (!person.speaker().page().endsWith("/" + id + slug)) {
            return AsOfPage.moved(asOf, person.speaker().page());
        }
        return AsOfPage.show(asOf, Templates.person(person, asOf));
    }

    private Response notYet(long id, AsOf asOf) {
        PublishedPerson today = people.byNumber(id, 1, AsOf.of(null, asOf.now()))
                .orElseThrow(() -> new NotFoundException(
                        site.language().words(ListMessages.class).noSuchPerson()));
        return AsOfPage.show(NotYet.of(
                asOf, today.speaker().name(), today.begins(), today.speaker().page()));
    }
}
