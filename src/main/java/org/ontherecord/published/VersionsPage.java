package org.ontherecord.published;

import java.net.URI;
import java.time.Clock;

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

import org.ontherecord.platform.NotUnderstood;
import org.ontherecord.platform.Site;

/** The versions of a claim's page: all of them, one as its verdict published it, and two beside each other. */
@Path("/claims/{number: [1-9][0-9]{0,17}}/versions")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class VersionsPage {
    private static final String ONE = "[1-9][0-9]{0,5}";

    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance versions(ClaimVersions versions);

        static native TemplateInstance comparison(VersionComparison comparison);
    }

    private final PublishedVersions versions;
    private final PublishedClaims claims;
    private final Site site;
    private final Clock clock;

    VersionsPage(PublishedVersions versions, PublishedClaims claims, Site site, Clock clock) {
        this.versions = versions;
        this.claims = claims;
        this.site = site;
        this.clock = clock;
    }

    /** With two numbers, the way to their comparison: a form can send them here only as a query. */
    @GET
    public Response list(@RestPath long number, @RestQuery String from, @RestQuery String to) {
        ClaimVersions all = all(number);
        if (from == null && to == null) {
            return Response.ok(Templates.versions(all)).build();
        }
        return compared(all, chosen(from), chosen(to));
    }

    @GET
    @Path("{version: " + ONE + "}")
    public Response show(@RestPath long number, @RestPath int version) {
        ClaimVersions all = all(number);
        PublishedVerdict frozen = known(all, version);
        PublishedClaim record = claims.byVersion(number, version).orElseThrow();
        AsOf asOf = AsOf.published(frozen.publishedAt(), clock.instant());
        return Response.ok(ClaimPage.page(record, asOf, new FrozenVersion(all, frozen), site.language()))
                .header("Memento-Datetime", Mementos.date(frozen.publishedAt()))
                .header(HttpHeaders.LINK, new Mementos(all, site::absolute).of(frozen))
                .build();
    }

    @GET
    @Path("{range: " + ONE + "[.][.]" + ONE + "}")
    public Response compare(@RestPath long number, @RestPath String range) {
        ClaimVersions all = all(number);
        String[] ends = range.split("\\.\\.");
        int from = Integer.parseInt(ends[0]);
        int to = Integer.parseInt(ends[1]);
        if (from >= to) {
            return compared(all, from, to);
        }
        known(all, from);
        known(all, to);
        return Response.ok(Templates.comparison(versions.compare(all, from, to, site.language())))
                .build();
    }

    /** To the one address that a pair has: the older first, and a version beside itself is just that version. */
    private static Response compared(ClaimVersions all, int from, int to) {
        known(all, from);
        known(all, to);
        String address = from == to ? all.version(from).page() : all.comparison(Math.min(from, to), Math.max(from, to));
        return Response.status(Response.Status.FOUND)
                .location(URI.create(address))
                .build();
    }

    private ClaimVersions all(long number) {
        return versions.of(number, clock.instant())
                .orElseThrow(() -> new NotFoundException("There is no claim C-" + number + " on the public record."));
    }

    private static PublishedVerdict known(ClaimVersions all, int version) {
        PublishedVerdict found = all.version(version);
        if (found == null) {
            String newest =
                    all.newest().number() == 1 ? "one version" : all.newest().number() + " versions";
            throw new NotFoundException("There is no version %d of this record. It has %s.".formatted(version, newest));
        }
        return found;
    }

    private static int chosen(String typed) {
        if (typed == null || !typed.strip().matches(ONE)) {
            throw new NotUnderstood("Comparing takes two versions by their numbers: from=4 and to=5.");
        }
        return Integer.parseInt(typed.strip());
    }
}
