package org.ontherecord.published;

import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The record as it stood: nothing published later shows, and nobody can mistake it for today's. */
@QuarkusTest
class AsOfPagesTest {
    private static final Pattern LINK = Pattern.compile("<main.*</main>", Pattern.DOTALL);
    private static final Pattern HREF = Pattern.compile("href=\"(/[^\"]*)\"");

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @BeforeEach
    void today() {
        clock.stopAt("2026-11-22T12:00:00Z");
    }

    @Test
    void everyPageSaysThatItIsNotTodays() {
        var claim = Known.promise(fixture);
        for (String path : pages(claim)) {
            String then = at(path, "2024-12-01").asString();
            assertThat(then)
                    .as(path)
                    .contains(
                            "This is the record as it stood on <time datetime=\"2024-12-01\">1 Dec 2024</time>",
                            "See it today</a>",
                            "<meta name=\"robots\" content=\"noindex\">",
                            "value=\"2024-12-01\"",
                            "max=\"2026-11-22\"");
            assertThat(canonical(then)).as(path).doesNotContain("as_of");
            String today = at(path, null).asString();
            assertThat(today).as(path).doesNotContain("as it stood", "noindex").contains("name=\"as_of\"");
            assertThat(canonical(today)).as(path).isEqualTo(canonical(then));
        }
    }

    @Test
    void theMomentIsKeptByEveryLinkIntoTheRecord() {
        var claim = Known.promise(fixture);
        for (String path : pages(claim)) {
            assertThat(linksIntoTheRecord(at(path, "2024-12-01").asString()))
                    .as(path)
                    .filteredOn(link -> !link.contains("as_of=2024-12-01")
                            && !link.matches("/claims/[0-9]+/(versions|cite|card|challenge).*"))
                    .hasSizeLessThanOrEqualTo(2)
                    .allMatch(link -> link.equals(path) || link.startsWith(path + "-"));
        }
    }

    @Test
    void theClaimPageShowsNothingPublishedLater() {
        var claim = Known.promise(fixture);
        String words = "Later" + UUID.randomUUID();
        long snapshot = fixture.snapshot("Later Gazette", words, "2024-11-20", null, "He said it once more: " + words);
        claim.appears("SAID", snapshot, words, "2024-11-19", null, "2025-02-01T00:00:00Z");
        fixture.statement("Also on record " + words)
                .by(claim.speaker())
                .topics("Foreign policy", "Ukraine")
                .verdict("ORIGINAL", "true", "2024-01-01", "2026-11-20T00:00:00Z", "So.", "First.");
        assertThat(at("/claims/" + claim.number, null).asString())
                .contains("Also on record " + words, "Yearly check", "“" + words + "”", "version 5");
        assertThat(at("/claims/" + claim.number, "2024-12-01").asString())
                .contains("An envoy was named.", "version 2")
                .doesNotContain(words, "Yearly check", "Broken from", "24 Feb 2026", "envoy spoke of 100 days");
    }

    @Test
    void whatAnUpdateSaidOtherwiseIsNotThereBefore() {
        String early = "Early" + UUID.randomUUID();
        String late = "Late" + UUID.randomUUID();
        var claim = fixture.promise("Wording " + early)
                .headline("Words " + early)
                .by("Speaker " + early)
                .as("Capacity " + early)
                .topics("Topic " + early)
                .due("2025-06-30T12:00:00Z", "UTC", "Rule " + early)
                .keptWhen("Criteria " + early)
                .found("Body " + early)
                .evidence(new String[] {"Source " + early, "Title " + early, "CONTEXT", "primary", null})
                .verdict(
                        "ORIGINAL",
                        "not-yet-rated",
                        "2024-11-01",
                        "2024-11-01T12:00:00Z",
                        "So " + early,
                        "Why " + early);
        String speaker = "/people/" + claim.speaker();
        claim.wording("Wording " + late)
                .headline("Words " + late)
                .by("Speaker " + late)
                .as("Capacity " + late)
                .topics("Topic " + late)
                .due("2026-06-30T12:00:00Z", "UTC", "Rule " + late)
                .keptWhen("Criteria " + late)
                .found("Body " + late)
                .evidence(new String[] {"Source " + late, "Title " + late, "CONTEXT", "primary", null})
                .verdict("UPDATE", "broken", "2025-07-01", "2025-07-01T12:00:00Z", "So " + late, "Why " + late);
        for (String path : List.of(
                "/claims/" + claim.number,
                "/api/v1/claims/" + claim.number,
                "/claims/" + claim.number + "/timeline.csv",
                "/claims",
                "/claims?person=" + claim.speaker(),
                "/people",
                speaker)) {
            assertThat(at(path, "2025-07-01T11:59:59Z").asString()).as(path).doesNotContain(late);
        }
        assertThat(at("/claims/" + claim.number, "2024-12-01").asString())
                .contains(
                        "Wording " + early, "Capacity " + early, "Rule " + early, "Criteria " + early, "Title " + early)
                .doesNotContain("30 Jun 2026", "moved");
        assertThat(at("/claims/" + claim.number, "2025-07-01T12:00:00Z").asString())
                .contains("Wording " + late);
        assertThat(given().queryParam("q", late)
                        .queryParam("as_of", "2024-12-01")
                        .get("/claims")
                        .asString())
                .contains("No claims match")
                .doesNotContain("Wording");
    }

    @Test
    void aPersonHoldsTheOfficesOfThatDay() {
        var claim = Known.promise(fixture);
        fixture.affiliation(claim.speaker(), "Candidate", null, "2022-11-15", "2025-01-20");
        fixture.affiliation(claim.speaker(), "President", null, "2025-01-20", null);
        assertThat(at("/people/" + claim.speaker(), "2024-12-01").asString())
                .contains("Candidate, since 15 Nov 2022", "In the works", "by its verdict on 1 Dec 2024")
                .doesNotContain("President", "20 Jan 2025", "Broken");
        assertThat(at("/people", "2024-12-01").asString()).contains("Candidate").doesNotContain("President");
        assertThat(at("/people/" + claim.speaker(), null).asString()).contains("President", "Broken");
    }

    @Test
    void anArticleShowsTheVerdictOfThatDay() {
        var claim = Known.promise(fixture);
        assertThat(at("/articles/" + claim.article(), "2024-12-01").asString())
                .contains("1 Dec 2024: ", "In the works", "On 8 Nov 2024: ", "Not yet rated")
                .doesNotContain("Broken", "Today:");
    }

    @Test
    void beforeTheRecordBeginsAPageSaysSinceWhenItIs() {
        var claim = Known.promise(fixture);
        for (String path :
                List.of("/claims/" + claim.number, "/people/" + claim.speaker(), "/articles/" + claim.article())) {
            Response answer = at(path, "2024-11-07");
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.asString())
                    .as(path)
                    .contains(
                            "was not on our record on <time datetime=\"2024-11-07\">7 Nov 2024</time>",
                            "The record of it begins on <time datetime=\"2024-11-08T14:05:00Z\">8 Nov 2024</time>",
                            "See it today</a>",
                            "?as_of=2024-11-08\">See it as it began</a>",
                            "min=\"2024-11-08\"");
            assertThat(at(path, "2024-11-08").statusCode()).as(path).isEqualTo(200);
            assertThat(at(path, "2024-11-08T14:04:59.999999Z").statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(at(path, "2024-11-08T14:05:00Z").statusCode()).as(path).isEqualTo(200);
        }
        for (String path : List.of("/claims/999999999", "/people/999999999", "/articles/999999999")) {
            assertThat(at(path, "2024-11-07").statusCode()).as(path).isEqualTo(404);
        }
        for (String list : List.of("/claims", "/people", "/articles")) {
            Response answer = at(list, "1999-12-31");
            assertThat(answer.statusCode()).as(list).isEqualTo(200);
            assertThat(answer.asString())
                    .as(list)
                    .contains("On 31 Dec 1999 nothing of this was on our record yet.", "See it today");
        }
    }

    @Test
    void aDayThatHasNotComeShowsTodayAndSaysSo() {
        for (String path : pages(Known.promise(fixture))) {
            Response answer = at(path, "2027-01-01");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.asString())
                    .as(path)
                    .contains("That day lies ahead.", "value=\"")
                    .doesNotContain("noindex");
            assertThat(linksIntoTheRecord(answer.asString())).noneMatch(link -> link.contains("as_of"));
        }
    }

    @Test
    void nonsenseIsSaidAboveAPageThatWorks() {
        var claim = Known.promise(fixture);
        for (String path : pages(claim)) {
            Response answer = at(path, "<b>soon");
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.asString())
                    .as(path)
                    .contains("We could not read “&lt;b&gt;soon” as a day.", "name=\"as_of\"", "<h1");
        }
        assertThat(at("/claims/" + claim.number + "/timeline.csv", "soon").statusCode())
                .isEqualTo(400);
    }

    private static List<String> pages(PublishedFixture.OneClaim claim) {
        return List.of(
                "/claims/" + claim.number,
                "/claims",
                "/claims?topic=Ukraine&sort=said",
                "/people",
                "/people/" + claim.speaker(),
                "/topics",
                "/topics/ukraine",
                "/articles",
                "/articles/" + claim.article());
    }

    private static Response at(String path, String asOf) {
        var request = given();
        return asOf == null
                ? request.get(path)
                : request.queryParam("as_of", asOf).get(path);
    }

    private static String canonical(String page) {
        return Pattern.compile("rel=\"canonical\" href=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .reduce((one, other) -> {
                    throw new AssertionError("two canonical addresses");
                })
                .orElseThrow();
    }

    /** Those in the page's own part, less the way back to today. */
    private static List<String> linksIntoTheRecord(String page) {
        String main =
                LINK.matcher(page).results().map(MatchResult::group).findFirst().orElseThrow();
        return HREF.matcher(main)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .filter(link -> link.matches("/(api/v1/claims|claims|people|articles|topics)([/?].*)?"))
                .toList();
    }
}
