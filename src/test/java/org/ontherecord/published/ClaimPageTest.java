package org.ontherecord.published;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class ClaimPageTest {
    @Inject
    PublishedFixture fixture;

    @Test
    void aReaderSeesWhoSaidWhatAndWhatWeFound() {
        long number = Known.promise(fixture).number;
        given().get("/claims/" + number + "-ill-have-that-done-in-24-hours")
                .then()
                .statusCode(200)
                .body(
                        containsString("“I&#39;ll have that done in 24 hours.”"),
                        containsString("Donald Trump"),
                        containsString("End the war between Russia and Ukraine"),
                        containsString("The war did not end by the deadline"),
                        containsString("Before that: Not yet rated, then In the works, then Stalled."),
                        containsString("At least 53 times"),
                        containsString("noon, New York"),
                        containsString("<strong>its own</strong>"),
                        containsString("I will get it settled before I even become president"),
                        containsString("Yearly check, no change."),
                        not(containsString("working copy")));
    }

    @Test
    void theNumberIsTheKeyAndAWrongSlugLeadsToTheRightOne() {
        long number = Known.promise(fixture).number;
        for (String path :
                new String[] {"/claims/" + number, "/claims/" + number + "-", "/claims/" + number + "-old-words"}) {
            given().redirects()
                    .follow(false)
                    .get(path)
                    .then()
                    .statusCode(301)
                    .header("Location", endsWith("/claims/" + number + "-ill-have-that-done-in-24-hours"));
        }
    }

    @Test
    void aReportAlsoShowsWhenItWasSaid() {
        String words = "he wasn't amongst those he had spoken with";
        long snapshot =
                fixture.snapshot("Sample Gazette", "Leaders called", "2024-11-08", null, "They say " + words + ".");
        long number = fixture.statement("A sample leader was not among those called.")
                .reportedOfSeason(snapshot, words, "2023-03-01")
                .verdict("ORIGINAL", "true", "2024-11-08", "2024-11-09T10:00:00Z", "It is so.", "Record opened.")
                .number;
        assertThat(given().get("/claims/" + number).asString())
                .containsSubsequence(
                        "First reported</dt>",
                        "8 Nov 2024</time> <small>said spring 2023</small>",
                        "id=\"steps\"",
                        "First reported",
                        "Said about spring 2023",
                        "id=\"said\"",
                        "reported · said spring 2023");
        var json = given().get("/api/v1/claims/" + number).jsonPath();
        assertThat(json.getString("appearances[0].date.date")).isEqualTo("2024-11-08");
        assertThat(json.getString("appearances[0].said_on.date")).isEqualTo("2023-03-01");
        assertThat(json.getString("appearances[0].said_on.precision")).isEqualTo("season");
        assertThat(json.getString("events.find { it.first }.said_on")).isEqualTo("2023-03-01");
        assertThat(json.getString("events.find { it.first }.said_precision")).isEqualTo("season");
    }

    @Test
    void whatIsNotPublishedIsNotThere() {
        long number = fixture.promise("Only a draft.").draft("broken", "Nobody signed this off.").number;
        given().get("/claims/" + number).then().statusCode(404);
        given().get("/claims/999999999").then().statusCode(404);
    }

    @Test
    void thePageHasItsPartsInTheirOrder() {
        long number = Known.promise(fixture).number;
        String page = given().get("/claims/" + number).asString();
        assertThat(page)
                .containsSubsequence(
                        "aria-label=\"Breadcrumb\"",
                        "Donald Trump",
                        "Promise made as a candidate",
                        "<h1",
                        "The promise:",
                        "verdict-card v-neg2",
                        "Since <time datetime=\"2025-01-22\">22 Jan 2025</time>",
                        "aria-current=\"true\"",
                        "First said",
                        "At least 53 times",
                        "Deadline",
                        "Last checked",
                        "24 Feb 2026",
                        "How the verdict changed",
                        "<svg",
                        "What we found",
                        "Step by step",
                        "Every time it was said",
                        "Verdict history",
                        "Sources",
                        "primary",
                        "/api/v1/claims/" + number,
                        "Record C-" + number,
                        "version 5",
                        "CC BY 4.0");
    }

    @Test
    void aWithdrawnClaimKeepsItsPageWithDateAndReason() {
        given().get("/claims/" + Known.withdrawnStatement(fixture).number)
                .then()
                .statusCode(200)
                .body(
                        containsString("Withdrawn"),
                        containsString("We no longer stand by this check: the minutes were a draft."),
                        containsString("20 Sep 2026"),
                        containsString("Before that: Half true."));
    }

    @Test
    void aCorrectionSaysWhatWeHadSaid() {
        given().get("/claims/" + Known.correctedStatement(fixture).number)
                .then()
                .body(
                        containsString("corrected on <time datetime=\"2026-10-20T08:00:00Z\">20 Oct 2026</time>"),
                        containsString("We had said: False."));
    }

    @Test
    void thePageCanBeReadAsItWas() {
        long number = Known.promise(fixture).number;
        given().queryParam("as_of", "2024-12-31")
                .get("/claims/" + number)
                .then()
                .statusCode(200)
                .body(
                        containsString("This is the record as it stood on"),
                        containsString("An envoy was named."),
                        not(containsString("The war had not ended within the promised time.")));
    }

    @Test
    void hostileWordsAreOnlyWords() {
        long number = fixture.statement("<script>alert(1)</script> & \"more\"")
                .by("<b>Bold</b> Name")
                .topics("<i>x</i>&y=1")
                .found("<img src=x onerror=alert(1)> [a](javascript:alert(1))")
                .saidElsewhere("</blockquote><script>alert(2)</script>", "2026-01-01", "DAY", "<u>", "<s>source</s>")
                .verdict(
                        "ORIGINAL",
                        "true",
                        "2026-01-01",
                        "2026-01-01T00:00:00Z",
                        "<script>alert(3)</script>",
                        "<b>why</b>")
                .number;
        for (String path : new String[] {"/claims/" + number, "/claims?q=%3Cscript%3Ealert(1)", "/"}) {
            given().urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(
                            not(containsString("<script>")),
                            not(containsString("<img")),
                            not(containsString("href=\"javascript")),
                            not(containsString("<b>")));
        }
    }

    @Test
    void theTimelineIsAlsoATable() {
        long number = Known.promise(fixture).number;
        given().get("/claims/" + number + "/timeline.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(
                        startsWith("type,date,precision,"),
                        containsString("verdict,2025-01-22,day,,promise.broken,4,2025-01-22,"));
    }
}
