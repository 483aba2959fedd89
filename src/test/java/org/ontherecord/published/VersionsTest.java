package org.ontherecord.published;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** Every published state has an address of its own and can be laid beside any other. */
@QuarkusTest
class VersionsTest {
    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @Test
    void theListSaysWhatEachVersionDidAndWhy() {
        long number = Known.promise(fixture).number;
        String page = given().get("/claims/" + number + "/versions")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .containsSubsequence(
                        "Versions of this record",
                        "Version 5</a>",
                        "Confirmation.",
                        "Yearly check, no change.",
                        "Ana Ferrand, signed off by Jonas Lindqvist",
                        "/versions/4..5",
                        "Version 1</a>",
                        "Original.",
                        "Record opened.",
                        "Compare two versions")
                .doesNotContain("/versions/0..1");
        given().get("/claims/999999999/versions").then().statusCode(404);
    }

    @Test
    void aClaimPageLeadsToItsVersionsAndWhatTheyChanged() {
        long number = Known.promise(fixture).number;
        assertThat(given().get("/claims/" + number).asString())
                .contains(
                        "href=\"/claims/" + number + "/versions\">all versions</a>",
                        "href=\"/claims/" + number + "/versions/4\"",
                        "href=\"/claims/" + number + "/versions/3..4\"",
                        "href=\"/claims/" + number + "/versions/3..4\">What changed with version 4</a>")
                .doesNotContain("/versions/0..1");
    }

    @Test
    void aVersionIsThePageAsItsVerdictPublishedIt() {
        clock.stopAt("2026-11-22T12:00:00Z");
        long number = Known.promise(fixture).number;
        String page = given().get("/claims/" + number + "/versions/2").asString();
        assertThat(page)
                .contains(
                        "Version 2 of 5, published on <time datetime=\"2024-11-28T09:30:00Z\">28 Nov 2024</time>",
                        "The verdict today:",
                        "See the record today</a>",
                        "rel=\"prev\" href=\"/claims/" + number + "/versions/1\"",
                        "rel=\"next\" href=\"/claims/" + number + "/versions/3\"",
                        "href=\"/claims/" + number + "/versions/1..2\"",
                        "An envoy was named.",
                        "<meta name=\"robots\" content=\"noindex\">",
                        "/claims/" + number
                                + "-ill-have-that-done-in-24-hours\">\n<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("ClaimReview", "The war had not ended within the promised time.", "Yearly check");
        assertThat(given().get("/claims/" + number + "/versions/5").asString())
                .contains("Version 5 of 5", "It is the newest.")
                .doesNotContain("rel=\"next\"", "ClaimReview");
        assertThat(given().get("/claims/" + number + "/versions/1").asString()).doesNotContain("rel=\"prev\"");
    }

    @Test
    void aVersionOfAWithdrawnRecordStaysWithWhatBecameOfIt() {
        long number = Known.withdrawnStatement(fixture).number;
        assertThat(given().get("/claims/" + number + "/versions/1").asString())
                .contains("Half true", "The verdict today:", "Withdrawn");
    }

    @Test
    void twoVersionsOfOneInstantAreStillTwo() {
        long number = fixture.statement("Twice in one instant.")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "So it is.", "First words.")
                .verdict("CORRECTION", "false", "2026-01-01", "2026-01-01T00:00:00Z", "It is not.", "Second words.")
                .number;
        assertThat(given().get("/claims/" + number + "/versions/1").asString())
                .contains("First words.", "So it is.")
                .doesNotContain("Second words.");
        assertThat(given().get("/claims/" + number + "/versions/2").asString())
                .contains("First words.", "Second words.");
    }

    @Test
    void thereAreNoVersionsBeyondThoseThatWerePublished() {
        long number = Known.correctedStatement(fixture).number;
        for (String version : List.of("3", "0", "1..3", "3..4", "9..9", "999999", "1..1..2", "-1", "1.5", "x")) {
            given().get("/claims/" + number + "/versions/" + version)
                    .then()
                    .statusCode(404)
                    .body(containsString("<h1>"));
        }
        given().get("/claims/" + number + "/versions/3").then().body(containsString("It has 2 versions."));
    }

    @Test
    void aPairHasOneAddress() {
        long number = Known.promise(fixture).number;
        String versions = "/claims/" + number + "/versions";
        leads(versions + "/4..4", versions + "/4");
        leads(versions + "/5..4", versions + "/4..5");
        leads(versions + "?from=1&to=3", versions + "/1..3");
        leads(versions + "?from=3&to=1", versions + "/1..3");
        leads(versions + "?from=2&to=2", versions + "/2");
        given().get(versions + "?from=two&to=1")
                .then()
                .statusCode(400)
                .body(containsString("Comparing takes two versions"));
        given().get(versions + "?from=2").then().statusCode(400);
        given().get(versions + "?from=2&to=70").then().statusCode(404);
    }

    @Test
    void theComparisonShowsTheChangedFieldsWordByWord() {
        long number = Known.promise(fixture).number;
        String page = given().get("/claims/" + number + "/versions/3..4").asString();
        assertThat(page)
                .contains(
                        "What changed from version 3 to version 4",
                        "3 fields changed",
                        "<option value=\"3\" selected>",
                        "The war had not ended within the promised time.",
                        "Checked by Ana Ferrand, signed off by Jonas Lindqvist.",
                        "<time datetime=\"2025-01-22T14:05:00Z\">22 Jan 2025</time>")
                .containsSubsequence("Removed:", "Stalled", "Added:", "Broken")
                .containsSubsequence("In force from", "<del>", "8", "</del>", "<ins>", "22", "</ins>")
                .doesNotContain("What we found", "Exact words", "Yearly check");
        assertThat(given().get("/claims/" + number + "/versions/1..4").asString())
                .containsSubsequence("22 Jan 2025", "9 Jan 2025", "28 Nov 2024")
                .doesNotContain("Record opened.");
    }

    @Test
    void theComparisonNamesEveryFieldThatDiffers() {
        String word = "W" + UUID.randomUUID();
        long snapshot = fixture.snapshot("Sample Gazette", "New " + word, "2026-01-05", null, "Again: " + word + ".");
        var claim = fixture.promise("The bridge will open.")
                .headline("It will open.")
                .by("Ada First")
                .as("Mayor")
                .topics("Transport")
                .due("2026-06-30T12:00:00Z", "UTC", "By the plan.")
                .keptWhen("Cars cross it.")
                .found("The plan is old.\n\nA second paragraph.")
                .evidence(
                        new String[] {"City", "The plan", "SUPPORTS", "primary", "https://city.example/plan"},
                        new String[] {"Paper", "A report", "CONTEXT", "secondary", null})
                .verdict("ORIGINAL", "not-yet-rated", "2026-01-01", "2026-01-01T00:00:00Z", "Too early.", "Opened.")
                .appears("SAID", snapshot, word, "2026-01-04", null, "2026-01-06T00:00:00Z")
                .wording("The new bridge will open.")
                .headline("It will open soon.")
                .by("Ada Second")
                .as("Former mayor")
                .topics("Transport", "Bridges")
                .due("2026-07-31T12:00:00Z", "UTC", "By the new plan.")
                .keptWhen("Lorries cross it.")
                .found("The plan is new.\n\nA second paragraph.")
                .evidence(
                        new String[] {"Paper", "A report", "CONTEXT", "secondary", null},
                        new String[] {"City", "The new plan", "CONTRADICTS", "primary", "https://www.city.example/new"})
                .verdict("UPDATE", "stalled", "2026-02-01", "2026-02-01T00:00:00Z", "It is late.", "The plan moved.");
        String page = given().get("/claims/" + claim.number + "/versions/1..2").asString();
        assertThat(page)
                .contains("14 fields changed")
                .contains("The <ins><span class=\"visually-hidden\">Added: </span>new </ins>bridge will open.")
                .contains("The plan is <del>")
                .contains("<ins><span class=\"visually-hidden\">Added: </span>The new plan, City</ins>")
                .contains("<del><span class=\"visually-hidden\">Removed: </span>The plan, City</del>")
                .contains(">city.example</a>", "Contradicts", word)
                .contains("A second paragraph.")
                .doesNotContain("A report");
        for (String field : List.of(
                "Why, in one sentence",
                "In force from",
                "The sentence that is rated",
                "Exact words",
                "Person",
                "Capacity",
                "Topics",
                "Deadline",
                "The deadline’s rule",
                "What counts as kept",
                "What we found",
                "Sources",
                "Times said that came onto the page")) {
            assertThat(page).as(field).contains(">" + field + "</h3>");
        }
    }

    @Test
    void aCheckThatChangedNothingSaysSo() {
        long number = fixture.statement("Plain.")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "So it is.", "First.")
                .verdict("CONFIRMATION", "true", "2026-01-01", "2026-05-01T00:00:00Z", "So it is.", "Looked again.")
                .number;
        given().get("/claims/" + number + "/versions/1..2")
                .then()
                .body(containsString("Nothing of what the page says changed"), containsString("Looked again."));
    }

    @Test
    void hostileWordsAreOnlyWordsInAComparisonToo() {
        long number = fixture.statement("<script>alert(1)</script>")
                .found("<img src=x>")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "a", "b")
                .wording("<script>alert(2)</script>")
                .found("<img src=y>")
                .verdict("UPDATE", "false", "2026-01-01", "2026-02-01T00:00:00Z", "<b>a", "<i>b")
                .number;
        given().get("/claims/" + number + "/versions/1..2")
                .then()
                .body(not(containsString("<script")), not(containsString("<img")), not(containsString("<b>")));
    }

    @Test
    void aProgramReadsTheVersionsAndEachOfThem() {
        long number = Known.promise(fixture).number;
        given().get("/api/v1/claims/" + number + "/versions")
                .then()
                .statusCode(200)
                .body(
                        "number", equalTo((int) number),
                        "versions", hasSize(5),
                        "versions[0].page", equalTo("/claims/" + number + "/versions/5"),
                        "versions[4].kind", equalTo("original"));
        given().get("/api/v1/claims/" + number + "/versions?as_of=2024-12-01")
                .then()
                .body("versions", hasSize(2), "as_of", equalTo("2024-12-01T23:59:59.999999Z"));
        given().get("/api/v1/claims/" + number + "/versions/2")
                .then()
                .statusCode(200)
                .body(
                        "verdict.code", equalTo("promise.in-the-works"),
                        "verdict.page", equalTo("/claims/" + number + "/versions/2"),
                        "verdicts", hasSize(2),
                        "as_of", equalTo("2024-11-28T09:30:00Z"));
        for (String path : List.of("/versions/6", "/versions?as_of=2024-11-07")) {
            given().get("/api/v1/claims/" + number + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
        given().get("/api/v1/claims/" + number + "/versions/2?as_of=2024-12-01")
                .then()
                .statusCode(400)
                .body("detail", containsString("takes none"));
    }

    @Test
    void theTimelineIsAlsoDataAsOfAnyDay() {
        long number = Known.promise(fixture).number;
        String claim = "/claims/" + number;
        given().get(claim + "/timeline.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(
                        "number", equalTo((int) number),
                        "events.find { it.type == 'verdict' && it.version == 4 }.verdict", equalTo("promise.broken"),
                        "events.findAll { it.type == 'said' && it.first }", hasSize(1),
                        "events.find { it.type == 'deadline' }.deadline.zone", equalTo("America/New_York"));
        given().get(claim + "/timeline.json?as_of=2024-12-01")
                .then()
                .body("as_of", equalTo("2024-12-01T23:59:59.999999Z"), "events.version.max()", equalTo(2));
        assertThat(given().get(claim + "/timeline.csv?as_of=2024-12-01").asString())
                .contains("promise.in-the-works")
                .doesNotContain("promise.broken");
        for (String suffix : List.of("csv", "json")) {
            given().get(claim + "/timeline." + suffix + "?as_of=2024-11-07")
                    .then()
                    .statusCode(404);
            given().get(claim + "/timeline." + suffix + "?as_of=soon").then().statusCode(400);
        }
        leads(claim + ".json", "/api/v1/claims/" + number);
        leads(claim + ".csv?as_of=2024-12-01", claim + "/timeline.csv?as_of=2024-12-01");
        assertThat(given().get(claim).asString())
                .contains("href=\"" + claim + "/timeline.csv\"", "href=\"" + claim + "/timeline.json\"");
        assertThat(given().get(claim + "?as_of=2024-12-01").asString())
                .contains(claim + "/timeline.csv?as_of=2024-12-01", claim + "/timeline.json?as_of=2024-12-01");
    }

    private static void leads(String from, String to) {
        Response answer = given().redirects().follow(false).get(from);
        assertThat(answer.statusCode()).as(from).isEqualTo(302);
        assertThat(answer.header("Location")).as(from).matches("https?://[^/]+" + java.util.regex.Pattern.quote(to));
    }
}
