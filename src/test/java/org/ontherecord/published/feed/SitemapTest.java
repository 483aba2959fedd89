package org.ontherecord.published.feed;

import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import crawlercommons.robots.SimpleRobotRulesParser;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The map of the site as crawler-commons reads it. */
@QuarkusTest
class SitemapTest {
    @Inject
    PublishedFixture fixture;

    @TestHTTPResource("/")
    URL site;

    @Test
    void aCrawlerFindsEveryPageAndWhenItChanged() throws Exception {
        long snapshot = fixture.snapshot("Sample Gazette", "On the map", "2026-01-01", null, "He said: it is.");
        var claim = fixture.statement("It is on the map.")
                .by("Mapped Speaker")
                .said(snapshot, "it is", "2026-01-01", null)
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-02T08:00:00Z", "It is.", "First.")
                .verdict("CONFIRMATION", "true", "2026-01-01", "2026-03-02T08:00:00Z", "It is.", "Looked.");
        List<SiteMapURL> pages = pages();
        assertThat(pages)
                .extracting(page -> page.getUrl().toString())
                .contains(
                        site + "claims/" + claim.number + "-it-is-on-the-map",
                        site + "people/" + claim.speaker() + "-mapped-speaker",
                        site + "articles/" + claim.article() + "-on-the-map",
                        site + "corrections",
                        site.toString())
                .doesNotHaveDuplicates();
        assertThat(pages)
                .filteredOn(page -> page.getUrl().getPath().matches(".*(on-the-map|mapped-speaker)"))
                .filteredOn(page -> page.getUrl().getPath().contains("/" + claim.number + "-")
                        || page.getUrl().getPath().contains("/" + claim.speaker() + "-"))
                .allSatisfy(page -> assertThat(page.getLastModified())
                        .isEqualTo(java.util.Date.from(Instant.parse("2026-03-02T08:00:00Z"))));
        for (String path : List.of(
                "/claims/" + claim.number + "-it-is-on-the-map", "/articles/" + claim.article() + "-on-the-map")) {
            given().redirects().follow(false).get(path).then().statusCode(200);
        }
    }

    @Test
    void whatIsNotPublishedIsNotOnTheMap() throws Exception {
        long draft = fixture.promise("Only a draft of the map.").draft("broken", "Nobody signed this off.").number;
        assertThat(pages()).noneMatch(page -> page.getUrl().getPath().startsWith("/claims/" + draft + "-"));
        given().get("/sitemap-claims-99.xml").then().statusCode(404);
        given().get("/sitemap-nothing-1.xml").then().statusCode(404);
    }

    @Test
    void robotsMayReadAllButTheDesk() {
        byte[] text = given().get("/robots.txt").asByteArray();
        var rules =
                new SimpleRobotRulesParser().parseContent(site + "robots.txt", text, "text/plain", Set.of("somebot"));
        assertThat(rules.getSitemaps()).containsExactly(site + "sitemap.xml");
        assertThat(rules.isAllowed(site + "claims/1001-x")).isTrue();
        assertThat(rules.isAllowed(site + "api/v1/claims")).isTrue();
        assertThat(rules.isAllowed(site + "desk/inbox")).isFalse();
        assertThat(new String(text, StandardCharsets.UTF_8)).startsWith("User-agent: *");
    }

    private List<SiteMapURL> pages() throws Exception {
        var parser = new SiteMapParser(true);
        var index = (SiteMapIndex)
                parser.parseSiteMap("application/xml", bytes("/sitemap.xml"), new URL(site + "sitemap.xml"));
        var pages = new ArrayList<SiteMapURL>();
        for (var part : index.getSitemaps()) {
            String path = URI.create(part.getUrl().toString()).getPath();
            var map = (SiteMap) parser.parseSiteMap("application/xml", bytes(path), part.getUrl());
            pages.addAll(map.getSiteMapUrls());
        }
        return pages;
    }

    private static byte[] bytes(String path) {
        return given().get(path).then().statusCode(200).extract().asByteArray();
    }
}
