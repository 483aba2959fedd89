package org.ontherecord.published.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.platform.Site;
import org.ontherecord.published.PublishedAddresses;
import org.ontherecord.published.PublishedAddresses.Address;
import org.ontherecord.published.PublishedAddresses.Extent;
import org.ontherecord.published.PublishedAddresses.Family;
import org.ontherecord.published.PublishedTopics;
import org.ontherecord.published.Topic;

/** Which pages there are and since when they say what they say, for crawlers (sitemaps.org 0.9; RFC 9309). */
@Path("/")
@PermitAll
public class SitemapFeed {
    private static final String XML = "application/xml;charset=UTF-8";

    /** The format allows 50,000 and 50 MB; the longest of our addresses are 300 bytes. */
    private static final int MOST = 50_000;

    /** Pages that are not one record. They and topics have no date: few would believe one that is nearly always today. */
    private static final List<String> STANDING = List.of(
            "/",
            "/claims",
            "/people",
            "/articles",
            "/topics",
            "/how-we-rate",
            "/how-we-choose",
            "/corrections",
            "/about",
            "/accessibility",
            "/data",
            "/feeds");

    private final PublishedAddresses addresses;
    private final PublishedTopics topics;
    private final Site site;
    private final Clock clock;

    SitemapFeed(PublishedAddresses addresses, PublishedTopics topics, Site site, Clock clock) {
        this.addresses = addresses;
        this.topics = topics;
        this.site = site;
        this.clock = clock;
    }

    @GET
    @Path("robots.txt")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    public String robots() {
        return "User-agent: *\nDisallow: /desk\nDisallow: /sign-in\nDisallow: /theme\n\nSitemap: "
                + site.absolute("/sitemap.xml") + "\n";
    }

    @GET
    @Path("sitemap.xml")
    @Produces(XML)
    public String index() {
        Instant now = clock.instant();
        var maps = new ArrayList<Address>();
        maps.add(new Address(site.absolute("/sitemap-pages-1.xml"), null));
        for (Family family : Family.values()) {
            Extent extent = addresses.extent(family, now);
            for (int page = 1; page <= (extent.pages() + MOST - 1) / MOST; page++) {
                String map = "/sitemap-" + family.code() + "-" + page + ".xml";
                maps.add(new Address(site.absolute(map), extent.changed()));
            }
        }
        return SitemapWriter.index(maps);
    }

    @GET
    @Path("sitemap-{name: [a-z]+}-{page: [1-9][0-9]{0,4}}.xml")
    @Produces(XML)
    public String map(@RestPath String name, @RestPath int page) {
        List<Address> found = found(name, page);
        if (found.isEmpty()) {
            throw new NotFoundException("There is no such part of the sitemap.");
        }
        return SitemapWriter.map(found.stream()
                .map(address -> new Address(site.absolute(address.path()), address.changed()))
                .toList());
    }

    private List<Address> found(String name, int page) {
        if (name.equals("pages")) {
            return page > 1
                    ? List.of()
                    : Stream.concat(
                                    STANDING.stream(),
                                    topics.all(clock.instant()).stream().map(Topic::page))
                            .map(path -> new Address(path, null))
                            .toList();
        }
        return Arrays.stream(Family.values())
                .filter(family -> family.code().equals(name))
                .findFirst()
                .map(family -> addresses.page(family, clock.instant(), page, MOST))
                .orElse(List.of());
    }
}
