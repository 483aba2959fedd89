package org.ontherecord.published.feed;

import java.io.StringReader;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

/** The feeds as ROME and a JSON reader see them. */
@QuarkusTest
class FeedTest {
    @Inject
    PublishedFixture fixture;

    @Test
    void everyVerdictIsAnEntryOfItsOwn() throws Exception {
        String topic = topic();
        var claim = fixture.promise("The bridge <opens> & stays open.")
                .headline("I'll have that done")
                .by("Dana Example " + topic)
                .as("Mayor")
                .topics(topic)
                .evidence(new String[] {
                    "A wire", "The \"plan\" & more", "CONTEXT", "primary", "https://wire.example/?a=1&b=2"
                })
                .verdict("ORIGINAL", "stalled", "2026-01-01", "2026-01-02T08:00:00Z", "Nobody built.", "First.")
                .verdict("UPDATE", "broken", "2026-02-01", "2026-02-02T08:00:00Z", "It never opened.", "Time is up.")
                .verdict("CONFIRMATION", "broken", "2026-03-01", "2026-03-02T08:00:00Z", "It never opened.", "Looked.");
        SyndFeed feed = atom("/feeds/claims.atom?topic=" + topic);
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("On the Record: claims on " + topic);
        assertThat(feed.getPublishedDate()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly(
                        "Still Broken: “I'll have that done”",
                        "Broken (was Stalled): “I'll have that done”",
                        "Stalled: “I'll have that done”");
        SyndEntry broken = feed.getEntries().get(1);
        assertThat(broken.getUri())
                .endsWith("/claims/" + claim.number + "/versions/2")
                .startsWith("http://");
        assertThat(broken.getLink()).endsWith("/claims/" + claim.number + "-ill-have-that-done");
        assertThat(broken.getPublishedDate()).isEqualTo("2026-02-02T08:00:00Z");
        assertThat(broken.getUpdatedDate()).isEqualTo("2026-02-02T08:00:00Z");
        assertThat(broken.getAuthor()).isEqualTo("Ana Ferrand");
        assertThat(broken.getContributors()).extracting("name").containsExactly("Jonas Lindqvist");
        assertThat(broken.getDescription().getValue()).isEqualTo("It never opened.");
        assertThat(broken.getCategories()).extracting("name").containsExactly("promise.broken", "promise", topic);
        assertThat(broken.getContents().get(0).getType()).isEqualTo("html");
        assertThat(broken.getContents().get(0).getValue())
                .contains(
                        "The bridge &lt;opens&gt; &amp; stays open.",
                        "Why now: Time is up.",
                        "In force from 1 February 2026. Checked by Ana Ferrand, signed off by Jonas Lindqvist.",
                        "<a href=\"https://wire.example/?a=1&amp;b=2\">The &quot;plan&quot; &amp; more, A wire</a>");
        assertThat(broken.getLinks())
                .filteredOn(link -> link.getRel().equals("via"))
                .extracting(SyndLink::getHref)
                .containsExactly("https://wire.example/?a=1&b=2");
        assertThat(link(feed, "self")).endsWith("/feeds/claims.atom?topic=" + topic);
        assertThat(link(feed, "alternate")).endsWith("/claims?topic=" + topic);
        given().get("/feeds/claims.atom?topic=" + topic)
                .then()
                .contentType("application/atom+xml;charset=UTF-8")
                .body(containsString("<rights>Our words and ratings: CC BY 4.0"), containsString("xml:lang=\"en\""));
    }

    @Test
    void theSameInJsonCarriesTheCodes() {
        String topic = topic();
        var claim = fixture.statement("The rate fell.")
                .topics(topic)
                .verdict("ORIGINAL", "false", "2026-01-01", "2026-01-02T08:00:00Z", "It rose.", "First.")
                .verdict(
                        "CORRECTION",
                        "mostly-false",
                        "2026-01-01",
                        "2026-01-09T08:00:00Z",
                        "It rose a bit.",
                        "We erred.");
        given().get("/feeds/claims.json?topic=" + topic)
                .then()
                .contentType("application/feed+json;charset=UTF-8")
                .body(
                        "version", equalTo("https://jsonfeed.org/version/1.1"),
                        "title", equalTo("On the Record: claims on " + topic),
                        "feed_url", endsWith("/feeds/claims.json?topic=" + topic),
                        "next_url", nullValue(),
                        "_ontherecord.total", equalTo(2),
                        "items", hasSize(2),
                        "items[0].title", equalTo("Corrected to Mostly false (was False): The rate fell."),
                        "items[0].id", endsWith("/claims/" + claim.number + "/versions/2"),
                        "items[0].date_published", equalTo("2026-01-09T08:00:00Z"),
                        "items[0].authors.name", equalTo(List.of("Ana Ferrand", "Jonas Lindqvist")),
                        "items[0].tags", equalTo(List.of("Mostly false", "Statement of fact", topic)),
                        "items[0]._ontherecord.claim", equalTo((int) claim.number),
                        "items[0]._ontherecord.verdict", equalTo("accuracy.mostly-false"),
                        "items[0]._ontherecord.before", equalTo("accuracy.false"),
                        "items[0]._ontherecord.final", equalTo(true),
                        "items[0]._ontherecord.public_reason", equalTo("We erred."));
    }

    @Test
    void aWithdrawalIsAnEntryAndTakesBackTheVersionsBeforeIt() throws Exception {
        String topic = topic();
        long number = fixture.statement("The bridge cost more.")
                .topics(topic)
                .verdict("ORIGINAL", "half-true", "2026-01-01", "2026-01-02T08:00:00Z", "In part.", "First.")
                .verdict(
                        "WITHDRAWAL",
                        "half-true",
                        "2026-01-09",
                        "2026-01-09T08:00:00Z",
                        "x",
                        "The minutes were a draft.")
                .number;
        String address = "/feeds/claims.atom?topic=" + topic;
        assertThat(atom(address).getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly(
                        "Withdrawn (was Half true): The bridge cost more.", "Half true: The bridge cost more.");
        assertThat(atom(address).getEntries().get(0).getDescription().getValue())
                .isEqualTo("The minutes were a draft.");
        given().get(address)
                .then()
                .body(
                        containsString("<at:deleted-entry ref=\"http"),
                        containsString("/claims/" + number + "/versions/1\" when=\"2026-01-09T08:00:00Z\">"));
    }

    @Test
    void theFeedOfCorrectionsHasNothingElse() throws Exception {
        fixture.statement("Right at once.")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-11-21T08:00:00Z", "So it is.", "First.");
        fixture.statement("Reworded.")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-11-21T08:00:00Z", "So it is.", "First.")
                .verdict(
                        "CLARIFICATION",
                        "true",
                        "2026-01-01",
                        "2026-11-21T09:00:00Z",
                        "So it is.",
                        "A word was unclear.");
        given().get("/feeds/corrections.json")
                .then()
                .body(
                        "items.title", hasItem("Made clearer, still True: Reworded."),
                        "items._ontherecord.publication",
                                everyItem(oneOf("correction", "clarification", "withdrawal")));
        assertThat(atom("/feeds/corrections.atom").getTitle()).isEqualTo("On the Record: corrections");
        assertThat(atom("/feeds/verdicts.atom").getEntries()).isNotEmpty().hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void longFeedsGoOnOnTheNextPage() throws Exception {
        String topic = topic();
        for (int i = 0; i < 51; i++) {
            fixture.statement("Claim " + i)
                    .topics(topic)
                    .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-02T08:00:00Z", "So it is.", "First.");
        }
        SyndFeed first = atom("/feeds/claims.atom?topic=" + topic);
        assertThat(first.getEntries()).hasSize(50);
        assertThat(link(first, "next")).endsWith("/feeds/claims.atom?topic=" + topic + "&page=2");
        assertThat(link(first, "previous")).isNull();
        SyndFeed second = atom("/feeds/claims.atom?page=2&topic=" + topic);
        assertThat(second.getEntries()).hasSize(1);
        assertThat(link(second, "next")).isNull();
        assertThat(link(second, "previous")).endsWith("/feeds/claims.atom?topic=" + topic);
        assertThat(second.getUri()).isEqualTo(first.getUri());
        assertThat(first.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
        given().get("/feeds/claims.json?topic=" + topic)
                .then()
                .body("next_url", endsWith("/feeds/claims.json?topic=" + topic + "&page=2"));
        given().get("/feeds/claims.atom?page=3&topic=" + topic).then().statusCode(404);
    }

    @Test
    void whatXmlCannotHoldDoesNotBreakTheFeed() throws Exception {
        String topic = topic();
        fixture.statement("Bell \u0007, form \f, ]]> and 😀 قال.")
                .topics(topic)
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-02T08:00:00Z", "\uFFFESo <b>it</b> is.", "First.");
        SyndEntry entry = atom("/feeds/claims.atom?topic=" + topic).getEntries().get(0);
        assertThat(entry.getTitle()).isEqualTo("True: Bell , form , ]]> and 😀 قال.");
        assertThat(entry.getDescription().getValue()).isEqualTo("So <b>it</b> is.");
    }

    @Test
    void aReaderThatAsksForRssOnlyIsGivenAtom() {
        given().accept("application/rss+xml")
                .get("/feeds/verdicts.atom")
                .then()
                .statusCode(200)
                .contentType("application/atom+xml;charset=UTF-8");
    }

    @Test
    void anEmptyFeedIsAFeed() throws Exception {
        assertThat(atom("/feeds/claims.atom?topic=" + topic()).getEntries()).isEmpty();
        given().get("/feeds/claims.json?topic=" + topic()).then().body("items", hasSize(0));
    }

    @Test
    void aMisspeltFilterIsRefused() {
        for (String address : new String[] {
            "/feeds/claims.atom?verdikt=broken",
            "/feeds/claims.json?verdict=broken",
            "/feeds/claims.atom?person=x",
            "/feeds/claims.atom?page=0",
            "/feeds/verdicts.atom?topic=Ukraine"
        }) {
            given().get(address).then().statusCode(400);
        }
        given().get("/feeds/other.atom").then().statusCode(404);
    }

    private static SyndFeed atom(String address) throws Exception {
        String text = given().get(address).then().statusCode(200).extract().asString();
        return new SyndFeedInput().build(new StringReader(text));
    }

    private static String link(SyndFeed feed, String relation) {
        return feed.getLinks().stream()
                .filter(link -> link.getRel().equals(relation))
                .map(SyndLink::getHref)
                .findFirst()
                .orElse(null);
    }

    private static String topic() {
        return "topic-" + UUID.randomUUID();
    }
}
