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

import org.ontherecord.platform.Site;

/** Topics: what is claimed and promised about one thing, by whom. */
@Path("/topics")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class TopicPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance topics(List<Topic> topics, Instant begins, AsOf asOf);

        static native TemplateInstance topic(PublishedTopic record, AsOf asOf);
    }

    private final PublishedTopics topics;
    private final PublishedClaims claims;
    private final Clock clock;
    private final Site site;

    TopicPage(PublishedTopics topics, PublishedClaims claims, Clock clock, Site site) {
        this.topics = topics;
        this.claims = claims;
        this.clock = clock;
        this.site = site;
    }

    @GET
    public Response list(@RestQuery("as_of") String given) {
        AsOf asOf = AsOf.of(given, clock.instant());
        return AsOfPage.show(asOf, Templates.topics(topics.all(asOf.moment()), claims.begins(asOf.now()), asOf));
    }

    @GET
    @Path("{slug}")
    public Response show(@RestPath String slug, @RestQuery String page, @RestQuery("as_of") String given) {
        AsOf asOf = AsOf.of(given, clock.instant());
        String usual = Topic.slug(slug);
        if (!usual.equals(slug)) {
            return AsOfPage.moved(asOf, Topic.page(slug));
        }
        Optional<PublishedTopic> found = topics.bySlug(slug, ClaimQuery.page(page), asOf);
        return found.isPresent() ? AsOfPage.show(asOf, Templates.topic(found.get(), asOf)) : notYet(slug, asOf);
    }

    private Response notYet(String slug, AsOf asOf) {
        PublishedTopic today = topics.bySlug(slug, 1, AsOf.of(null, asOf.now()))
                .orElseThrow(() -> new NotFoundException(
                        site.language().words(ListMessages.class).noSuchTopic()));
        return AsOfPage.show(NotYet.of(
                asOf, today.topic().name(), today.begins(), today.topic().page()));
    }
}
