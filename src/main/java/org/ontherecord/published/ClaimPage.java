package org.ontherecord.published;

import java.net.URI;
import java.time.Clock;
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
import org.ontherecord.published.timeline.StepList;
import org.ontherecord.published.timeline.TimelineMessages;
import org.ontherecord.published.timeline.TimelineModel;
import org.ontherecord.published.timeline.TimelineTable;

/** A claim's public page. The number is the key; the words after it are for people and may be out of date. */
@Path("/claims")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ClaimPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance claim(PublishedClaim record, TimelineModel figure, StepList steps, AsOf asOf);
    }

    private final PublishedClaims claims;
    private final Clock clock;
    private final Site site;

    ClaimPage(PublishedClaims claims, Clock clock, Site site) {
        this.claims = claims;
        this.clock = clock;
        this.site = site;
    }

    @GET
    @Path("{number: [1-9][0-9]{0,17}}{slug: (-[^/]*)?}")
    public Response show(@RestPath long number, @RestPath String slug, @RestQuery("as_of") String given) {
        AsOf asOf = AsOf.of(given, clock.instant());
        Optional<PublishedClaim> found = claims.byNumber(number, asOf.moment());
        if (found.isEmpty()) {
            return notYet(number, asOf);
        }
        PublishedClaim record = found.get();
        if (!slug.equals("-" + record.claim().slug())) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(asOf.again(record.claim().page())))
                    .build();
        }
        var subject = new TimelineModel.Subject(
                "timeline",
                record.claim().titleQuoted(site.language()),
                "#steps",
                asOf.link("/claims/" + number + "/timeline.csv"));
        var say = site.language().words(TimelineMessages.class);
        var events = record.eventsIn(site.language());
        var figure = TimelineModel.of(subject, events, record.asOf(), say);
        var steps = StepList.of(events, record.asOf(), say);
        return AsOfPage.show(asOf, Templates.claim(record, figure, steps, asOf));
    }

    private Response notYet(long number, AsOf asOf) {
        PublishedClaim today = claims.byNumber(number, asOf.now()).orElseThrow(() -> notThere(number));
        return AsOfPage.show(NotYet.of(
                asOf,
                "Claim " + today.claim().id(),
                today.begins(),
                today.claim().page()));
    }

    private NotFoundException notThere(long number) {
        return new NotFoundException(site.language().words(ClaimMessages.class).notThere("C-" + number));
    }

    @GET
    @Path("{number: [1-9][0-9]{0,17}}/timeline.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response timeline(@RestPath long number, @RestQuery("as_of") String given) {
        PublishedClaim record = claims.byNumber(
                        number, AsOf.strictly(given, clock.instant()).moment())
                .orElseThrow(() -> notThere(number));
        return Response.ok(TimelineTable.csv(record.events()))
                .header("Content-Disposition", "attachment; filename=\"C-" + number + "-timeline.csv\"")
                .build();
    }
}
