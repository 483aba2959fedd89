package org.ontherecord.published;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.Language;
import org.ontherecord.platform.Site;
import org.ontherecord.published.timeline.StepList;
import org.ontherecord.published.timeline.TimelineMessages;
import org.ontherecord.published.timeline.TimelineModel;

/** A claim's public page. The number is the key; the words after it are for people and may be out of date. */
@Path("/claims")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ClaimPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance claim(
                PublishedClaim record, TimelineModel figure, StepList steps, AsOf asOf, FrozenVersion frozen);

        static native TemplateInstance othersClaim(OthersClaim record, AsOf asOf);
    }

    private final PublishedClaims claims;
    private final PublishedMerges merges;
    private final Site site;
    private final Clock clock;

    ClaimPage(PublishedClaims claims, PublishedMerges merges, Site site, Clock clock) {
        this.claims = claims;
        this.merges = merges;
        this.site = site;
        this.clock = clock;
    }

    @GET
    @Path("{number: [1-9][0-9]{0,17}}{slug: (-[^/]*)?}")
    public Response show(@RestPath long number, @RestPath String slug, @RestQuery("as_of") String given) {
        AsOf asOf = AsOf.of(given, clock.instant());
        Optional<PublishedClaim> found = claims.byNumber(number, asOf.moment());
        if (found.isEmpty()) {
            Optional<MergedClaim> merged = merges.of(number, asOf.moment());
            if (merged.isPresent()) {
                return MergedPage.moved(asOf.again(merged.get().page()));
            }
            return claims.byOthers(number, asOf.moment())
                    .map(record -> others(record, slug, asOf))
                    .orElseGet(() -> notYet(number, asOf));
        }
        PublishedClaim record = found.get();
        if (!slug.equals("-" + record.claim().slug())) {
            return AsOfPage.moved(asOf, record.claim().page());
        }
        Response page = AsOfPage.show(asOf, page(record, asOf, null, site.language()));
        String links = asOf.isPast()
                ? Mementos.ofPastPage(record.claim(), site::absolute)
                : Mementos.ofPage(record.claim(), site::absolute);
        return Response.fromResponse(page).header(HttpHeaders.LINK, links).build();
    }

    private static Response others(OthersClaim record, String slug, AsOf asOf) {
        if (!slug.equals("-" + record.slug())) {
            return AsOfPage.moved(asOf, record.page());
        }
        return AsOfPage.show(asOf, Templates.othersClaim(record, asOf));
    }

    /** The page as it is drawn for a moment; {@code frozen} says that it is one version, and may be null. */
    static TemplateInstance page(PublishedClaim record, AsOf asOf, FrozenVersion frozen, Language language) {
        var subject = new TimelineModel.Subject(
                "timeline",
                record.claim().titleQuoted(language),
                "#steps",
                asOf.link("/claims/" + record.claim().number() + "/timeline.csv"));
        var say = language.words(TimelineMessages.class);
        var events = record.eventsIn(language);
        var figure = TimelineModel.of(subject, events, record.asOf(), say);
        var steps = StepList.of(events, record.asOf(), say);
        return Templates.claim(record, figure, steps, asOf, frozen);
    }

    /** The address of the page with a suffix: the same record as data. */
    @GET
    @Path("{number: [1-9][0-9]{0,17}}{suffix: [.](json|csv)}")
    @Produces(MediaType.WILDCARD)
    public Response data(@RestPath long number, @RestPath String suffix, @RestQuery("as_of") String given) {
        AsOf asOf = AsOf.of(given, clock.instant());
        Optional<MergedClaim> merged = merges.of(number, asOf.moment());
        if (merged.isPresent()) {
            return MergedPage.moved(asOf.again("/claims/" + merged.get().into() + suffix));
        }
        String address =
                suffix.equals(".json") ? "/api/v1/claims/" + number : "/claims/" + number + "/timeline" + suffix;
        return Response.status(Response.Status.FOUND)
                .location(URI.create(asOf.again(address)))
                .build();
    }

    private Response notYet(long number, AsOf asOf) {
        Optional<OthersClaim> theirs = claims.byOthers(number, asOf.now());
        Optional<PublishedClaim> ours = claims.byNumber(number, asOf.now());
        Optional<MergedClaim> merged = merges.of(number, asOf.now());
        if (ours.isEmpty() && merged.isPresent()) {
            return MergedPage.moved(asOf.again(merged.get().page()));
        }
        String page = ours.map(today -> today.claim().page())
                .or(() -> theirs.map(OthersClaim::page))
                .orElseThrow(() -> notThere(number));
        Instant begins = theirs.map(today -> today.checkedBy().publishedAt())
                .or(() -> ours.map(PublishedClaim::begins))
                .orElseThrow();
        if (ours.isPresent() && ours.get().begins().isBefore(begins)) {
            begins = ours.get().begins();
        }
        return AsOfPage.show(NotYet.of(asOf, "C-" + number, begins, page));
    }

    private NotFoundException notThere(long number) {
        return new NotFoundException(site.language().words(ClaimMessages.class).notThere("C-" + number));
    }
}
