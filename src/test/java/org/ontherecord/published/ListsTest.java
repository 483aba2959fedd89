package org.ontherecord.published;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ListsTest {
    @Inject
    PublishedFixture fixture;

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
}
