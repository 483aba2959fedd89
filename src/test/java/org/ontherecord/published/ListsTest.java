package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.TestClock;
import org.ontherecord.platform.Wording;
import org.ontherecord.speaker.Affiliation;
import org.ontherecord.speaker.Speaker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ListsTest {
    @Inject
    PublishedFixture fixture;

    @Inject
    PublishedNews news;

    @Inject
    TestClock clock;

    @Test
    void theWordsFoundAreMarkedAndTheFiltersStandInTheAddress() {
        String word = "Zebra" + UUID.randomUUID().toString().substring(0, 8);
        fixture.statement("The " + word + " crossing is longer.")
                .by("Ada Finder")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "So it is.", "First.");
        given().queryParam("q", word.toLowerCase())
                .queryParam("kind", "statement")
                .get("/claims")
                .then()
                .statusCode(200)
                .body(
                        containsString("1 claim for"),
                        containsString("<mark>" + word + "</mark>"),
                        containsString("<option value=\"statement\" selected>"),
                        containsString("/api/v1/claims?q=" + word.toLowerCase() + "&amp;kind=statement"));
        given().queryParam("q", word)
                .queryParam("kind", "promise")
                .get("/claims")
                .then()
                .statusCode(200)
                .body(containsString("No claims match"), containsString("Try fewer words"));
    }

    @Test
    void aPageHoldsTwentyFive() {
        String topic = "Many " + UUID.randomUUID();
        for (int i = 0; i < 26; i++) {
            fixture.statement("Claim number " + i + ".")
                    .topics(topic)
                    .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "So.", "First.");
        }
        given().queryParam("topic", topic)
                .get("/claims")
                .then()
                .body(containsString("26 claims"), containsString("page=2"), not(containsString("Claim number 0.")));
        given().queryParam("topic", topic)
                .queryParam("page", 2)
                .get("/claims")
                .then()
                .body(containsString("Claim number 0."), not(containsString("Claim number 1.")));
    }

    @Test
    void eachFilterIsSaidAndCanBeTakenAway() {
        String topic = "Bridges " + UUID.randomUUID();
        long person = fixture.speaker("Ada Builder");
        for (String day : List.of("2020-03-01", "2021-03-01", "2022-03-01")) {
            fixture.promise("A bridge by " + day)
                    .by(person)
                    .topics(topic)
                    .saidElsewhere("A bridge", day, "DAY", null, "A speech")
                    .verdict("ORIGINAL", "kept", "2026-01-01", "2026-01-01T00:00:00Z", "So.", "First.");
        }
        Document page = Jsoup.parse(given().queryParam("topic", topic.toUpperCase())
                .queryParam("person", person)
                .queryParam("from", "2021-01-01")
                .queryParam("to", "2021-12-31")
                .queryParam("sort", "said")
                .get("/claims")
                .asString());
        assertThat(page.select("h1").text()).isEqualTo("1 claim");
        assertThat(page.select(".claim-row-title").text()).isEqualTo("A bridge by 2021-03-01");
        assertThat(page.select(".active-filters a").eachText())
                .containsExactly(
                        "Remove the filter Person: Ada Builder ✕",
                        "Remove the filter Topic: " + topic.toUpperCase() + " ✕",
                        "Remove the filter First said from: 2021-01-01 ✕",
                        "Remove the filter First said until: 2021-12-31 ✕",
                        "Remove all");
        assertThat(page.select(".active-filters a").get(2).attr("href"))
                .isEqualTo("/claims?person=" + person + "&topic=" + Wording.inQuery(topic.toUpperCase())
                        + "&to=2021-12-31&sort=said");
        assertThat(page.select("select#topic option[selected]").val()).isEqualTo(topic);
        assertThat(page.select("select#topic option[selected]").text()).isEqualTo(topic + " (1)");
        assertThat(page.select("input#from").val()).isEqualTo("2021-01-01");
        given().get("/claims?from=2022-01-01&to=2021-01-01")
                .then()
                .statusCode(400)
                .body(containsString("The day in from lies after the day in to."));
        given().get("/claims?from=spring").then().statusCode(400).body(containsString("takes a day"));
    }

    @Test
    void aRibbonStandsBesideTheWrittenVerdict() {
        var claim = Known.promise(fixture);
        Document page = Jsoup.parse(
                given().queryParam("person", claim.speaker()).get("/claims").asString());
        assertThat(page.select(".claim-row .tag").text()).isEqualTo("Broken");
        assertThat(page.select(".ribbon-line[aria-hidden=true] svg.ribbon .seg"))
                .hasSize(4);
        assertThat(page.select(".ribbon-line span").eachText()).containsExactly("2023", "2026");
        assertThat(page.select("svg.ribbon circle.first")).hasSize(1);
        assertThat(page.select("svg.ribbon .flag-small")).hasSize(1);
    }

    @Test
    void anOfficeIsShownAsExactlyAsItsDatesAreKnown() {
        long person = fixture.speaker("Q. Sample");
        QuarkusTransaction.requiringNew().run(() -> {
            Speaker speaker = Speaker.findById(person);
            var began = new RoughDate(LocalDate.of(2019, 3, 1), RoughDate.Precision.SEASON);
            var ended = new RoughDate(LocalDate.of(2024, 12, 1), RoughDate.Precision.SEASON);
            Affiliation.of(speaker, "Mayor of Sampletown", null, began, ended);
            Affiliation.of(
                    speaker,
                    "Member of a sample party",
                    null,
                    new RoughDate(LocalDate.of(2011, 1, 1), RoughDate.Precision.YEAR),
                    null);
        });
        fixture.promise("A promise with an office")
                .by(person)
                .verdict("ORIGINAL", "kept", "2026-01-01", "2026-01-02T00:00:00Z", "So.", "First.");
        assertThat(Jsoup.parse(given().get("/people/" + person + "-q-sample").asString())
                        .select(".roles li")
                        .eachText())
                .containsExactly(
                        "Mayor of Sampletown, spring 2019 to winter 2024–25", "Member of a sample party, since 2011");
        assertThat(Jsoup.parse(given().header("Accept-Language", "fr")
                                .get("/people/" + person + "-q-sample")
                                .asString())
                        .select(".roles")
                        .text())
                .contains("printemps 2019 – hiver 2024–25", "depuis 2011");
    }

    @Test
    void aPersonsPageCountsWithoutJudging() {
        long person = fixture.speaker("R. Sample");
        fixture.affiliation(person, "Health minister", "Sample party", "2023-05-01", null);
        for (String rating : new String[] {"kept", "kept", "broken"}) {
            fixture.promise("A promise, " + rating)
                    .by(person)
                    .verdict("ORIGINAL", rating, "2026-01-01", "2026-01-02T00:00:00Z", "So.", "First.");
        }
        fixture.statement("Not yet published").by(person);
        given().redirects()
                .follow(false)
                .get("/people/" + person)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/people/" + person + "-r-sample"));
        given().get("/people/" + person + "-r-sample")
                .then()
                .statusCode(200)
                .body(
                        containsString("Health minister, Sample party, since 1 May 2023"),
                        containsString("3 claims on record"),
                        containsString("3 promises"),
                        containsString("do not measure how honest a person is"),
                        not(containsString("%")));
        given().get("/people").then().body(containsString("R. Sample"));
        given().get("/people/" + fixture.speaker("Nobody Checked")).then().statusCode(404);
    }

    @Test
    void anArticleShowsItsQuotesAndWhatWeSaidThenAndNow() {
        var claim = Known.promise(fixture);
        given().get("/articles/" + claim.article())
                .then()
                .statusCode(200)
                .body(
                        containsString("“I will get it settled before I even become president”"),
                        containsString("as the article reports it"),
                        containsString("Broken"),
                        containsString("On 8 Nov 2024"),
                        containsString("Not yet rated"),
                        not(containsString("Intro é")));
        long unquoted =
                fixture.snapshot("Sample Gazette", "Unquoted", "2026-01-01", null, "Nothing of this is public.");
        given().get("/articles/" + fixture.articleOf(unquoted)).then().statusCode(404);
        given().get("/articles").then().body(not(containsString("Unquoted")));
    }

    @Test
    void articlesAreFoundByHeadlineOrOutlet() {
        String headline = "Who built the bridge " + System.nanoTime() + "?";
        long bridge = fixture.snapshot(
                "Sample Bridge Weekly", headline, "2026-01-02", null, "He said: We built the bridge in a day.");
        fixture.statement("They built the bridge in a day.")
                .by("Robin Muster")
                .said(bridge, "We built the bridge in a day", "2026-01-02", null)
                .verdict(
                        "ORIGINAL",
                        "false",
                        "2026-01-03",
                        "2026-01-03T08:00:00Z",
                        "It took a year.",
                        "First published.");
        for (String words : List.of(headline.toLowerCase(), "bridge weekly")) {
            given().queryParam("q", words)
                    .get("/articles")
                    .then()
                    .statusCode(200)
                    .body(containsString(headline), not(containsString("Can the war end")));
        }
        given().queryParam("q", "no such headline")
                .get("/articles")
                .then()
                .statusCode(200)
                .body(containsString("No article on record has these words"), not(containsString(headline)));
    }

    @Test
    void theFrontPageSaysWhatChangedAndWhatIsDue() {
        clock.stopAt("2026-11-22T12:00:00Z");
        Known.openPromise(fixture);
        given().get("/")
                .then()
                .statusCode(200)
                .body(
                        containsString("Who said what, when, and what became of it"),
                        containsString("The new bridge will open by the end of June 2027."),
                        containsString("30 Jun 2027"),
                        containsString("The date was moved."));
    }

    @Test
    void newOnTheRecordIsWhatWasPublishedForTheFirstTime() {
        for (int day = 1; day <= 7; day++) {
            var claim = fixture.statement("New on day " + day)
                    .verdict("ORIGINAL", "false", "1991-03-01", "1991-03-0" + day + "T08:00:00Z", "No.", "First.");
            if (day == 2) {
                claim.verdict("UPDATE", "true", "1991-03-07", "1991-03-07T12:00:00Z", "It is.", "New figures.");
                claim.verdict("UPDATE", "half-true", "1991-03-09", "1991-03-09T12:00:00Z", "Not quite.", "Newer.");
            }
        }
        assertThat(news.fresh(Instant.parse("1991-03-08T00:00:00Z")))
                .extracting(claim -> claim.wording() + ": " + claim.verdict().label())
                .containsExactly(
                        "New on day 7: False",
                        "New on day 6: False",
                        "New on day 5: False",
                        "New on day 4: False",
                        "New on day 3: False",
                        "New on day 2: True");
        assertThat(news.fresh(Instant.parse("1991-03-02T09:00:00Z")))
                .extracting(ClaimSummary::wording)
                .containsExactly("New on day 2", "New on day 1");
    }

    @Test
    void theMethodComesFromTheScalesAndTheRecord() {
        clock.stopAt("2026-11-22T12:00:00Z");
        String words = "An example, " + UUID.randomUUID();
        fixture.statement(words)
                .verdict("ORIGINAL", "unproven", "2026-11-22", "2026-11-22T11:59:59Z", "Who knows.", "First.");
        given().get("/how-we-rate")
                .then()
                .statusCode(200)
                .body(
                        containsString("promise.broken"),
                        containsString("accuracy.unproven"),
                        containsString(words),
                        containsString("was given up"));
        given().get("/data")
                .then()
                .statusCode(200)
                .body(containsString("/api/v1/claims?limit=1"), containsString("CC BY 4.0"));
    }

    @Test
    void whatNobodySaidIsSaidToBeUnsaid() {
        given().get("/about")
                .then()
                .statusCode(200)
                .body(
                        containsString("This installation has not said who runs it."),
                        containsString("This installation has not said who pays for it."),
                        containsString("This installation has not said how to reach it."));
        given().get("/how-we-choose").then().body(containsString("no percentages, no averages and no rankings"));
        given().get("/accessibility").then().body(containsString("WCAG"), containsString("Known gaps"));
    }

    @Test
    void promisesStandOnOneAxisAndManyMarksBecomeABar() {
        long person = fixture.speaker("Max Many");
        for (int i = 0; i < 41; i++) {
            fixture.statement("Statement " + i)
                    .by(person)
                    .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-02T00:00:00Z", "So.", "First.");
        }
        for (String year : List.of("1999", "2020")) {
            fixture.promise("A promise of " + year)
                    .by(person)
                    .saidElsewhere("It will come", year + "-05-01", "DAY", null, "A speech")
                    .verdict("ORIGINAL", "stalled", "2026-01-01", "2026-01-02T00:00:00Z", "So.", "First.");
        }
        Document page = Jsoup.parse(given().get("/people/" + person).asString());
        assertThat(page.select(".rating-counts caption").eachText())
                .containsExactly("2 promises", "41 statements of fact");
        assertThat(page.select(".rating-counts .marks .glyph")).hasSize(2);
        assertThat(page.select(".count-bar").attr("width")).isEqualTo("41");
        assertThat(page.select(".rating-counts .number a").last().attr("href"))
                .isEqualTo("/claims?person=" + person + "&verdict=accuracy.true");
        assertThat(page.select(".axis-claim").eachText()).containsExactly("A promise of 2020", "A promise of 1999");
        assertThat(page.select(".axis-verdict").eachText()).containsExactly("Stalled", "Stalled");
        assertThat(page.select(".axis-years text").first().text()).isEqualTo("2000");
        var dots = page.select(".shared-axis circle.first");
        assertThat(Double.parseDouble(dots.first().attr("cx")))
                .isGreaterThan(Double.parseDouble(dots.last().attr("cx")));
        assertThat(page.select("a[href=/how-we-choose]")).isNotEmpty();
        assertThat(page.select("main").text()).doesNotContain("%", "average", "rank");
    }

    @Test
    void peopleAreFoundByAnyPartOfTheirName() {
        String name = "Zoé " + UUID.randomUUID().toString().substring(0, 8);
        fixture.statement("A statement")
                .by(name)
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-02T00:00:00Z", "So.", "First.");
        Document found = Jsoup.parse(given().queryParam("q", name.substring(2).toUpperCase())
                .get("/people")
                .asString());
        assertThat(found.select(".people tbody th").text()).contains(name);
        assertThat(found.select(".people tbody tr")).hasSize(1);
        given().queryParam("q", "nobody of that name")
                .get("/people")
                .then()
                .statusCode(200)
                .body(containsString("We have not checked a claim by anybody of that name."));
    }

    @Test
    void aTopicHasAPageOfItsOwn() {
        clock.stopAt("2026-11-22T12:00:00Z");
        String topic = "Clean Air " + UUID.randomUUID().toString().substring(0, 8);
        String page = "/topics/" + topic.toLowerCase().replace(' ', '-');
        fixture.promise("The air will be clean.")
                .by("Ann Airy")
                .topics(topic)
                .due("2027-06-30T12:00:00Z", "Europe/Paris", "By the end of June.")
                .verdict("ORIGINAL", "in-the-works", "2026-01-01", "2026-01-02T00:00:00Z", "So.", "First.");
        var claim = fixture.statement("The air is clean.")
                .by("Bob Breath")
                .topics(topic.toUpperCase())
                .verdict("ORIGINAL", "false", "2026-01-01", "2026-01-03T00:00:00Z", "So.", "First.");
        Document shown = Jsoup.parse(given().get(page).asString());
        assertThat(shown.select("h1")).hasSize(1);
        assertThat(shown.select(".claim-row-title").eachText())
                .containsExactly("The air is clean.", "The air will be clean.");
        assertThat(shown.select(".rating-counts caption").eachText())
                .containsExactly("1 promise", "1 statement of fact");
        assertThat(shown.select("aside").text()).contains("Deadlines coming", "30 Jun 2027", "Ann Airy", "Bob Breath");
        given().redirects()
                .follow(false)
                .get("/topics/" + topic.replace(" ", "%20"))
                .then()
                .statusCode(301);
        assertThat(Jsoup.parse(given().get("/claims/" + claim.number).asString())
                        .select(".breadcrumb a")
                        .last()
                        .attr("href"))
                .isEqualTo(page);
        given().get("/topics/no-such-topic")
                .then()
                .statusCode(404)
                .body(containsString("No claim on our record is about a topic of that name."));
        given().get("/topics").then().body(containsString(page));
        given().get(page + "?as_of=2025-01-01").then().statusCode(404).body(containsString("2 Jan 2026"));
    }
}
