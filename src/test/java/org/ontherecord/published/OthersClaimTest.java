package org.ontherecord.published;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.ontherecord.claim.imports.ImportedClaims;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Claims that others checked, as the public sees them. People and publishers are invented. */
@QuarkusTest
class OthersClaimTest {
    @Inject
    ImportedClaims imported;

    @Inject
    PublishedFixture fixture;

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    private long rain() {
        return imported.claim(
                "Checkers " + mark,
                "id-" + mark,
                "It never rained " + mark + ".",
                "Did it rain?",
                "Jane Roe " + mark,
                "May 2019",
                "Four Pinocchios",
                "https://checkers.example/" + mark);
    }

    @Test
    void thePageSaysWhoCheckedItAndThatWeDidNot() {
        Document page = page("/claims/" + rain(), "en");
        assertThat(page.select("h1").text()).isEqualTo("It never rained " + mark + ".");
        assertThat(page.select(".others-card").text())
                .isEqualTo("Checked by Checkers " + mark + " Four Pinocchios Did it rain? Read the check at Checkers "
                        + mark + " We have not checked this claim ourselves.");
        assertThat(page.select(".others-card a").attr("rel")).isEqualTo("external nofollow noopener");
        assertThat(page.select(".others-speaker").text()).isEqualTo("Jane Roe " + mark);
        assertThat(page.select(".facts time").first().attr("datetime")).isEqualTo("2019-05");
        assertThat(page.select(".verdict-card, .verdict-word, .glyph.v-neg1, script[type]"))
                .isEmpty();
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith("-it-never-rained-" + mark);
    }

    @Test
    void thePageIsInFrenchToo() {
        assertThat(page("/claims/" + rain(), "fr").select(".others-card").text())
                .contains("Vérifiée par Checkers " + mark, "Nous n’avons pas vérifié cette déclaration nous-mêmes.");
    }

    @Test
    void asDataItHasTheCheckAndNoVerdict() {
        long number = rain();
        given().get("/claims/" + number + ".json")
                .then()
                .statusCode(200)
                .body("number", equalTo((int) number))
                .body("id", equalTo("C-" + number))
                .body("verdict", nullValue())
                .body("checked_by.publisher", equalTo("Checkers " + mark))
                .body("checked_by.rating", equalTo("Four Pinocchios"))
                .body("checked_by.external_id", equalTo("id-" + mark))
                .body("first_said.date", equalTo("2019-05-01"))
                .body("first_said.precision", equalTo("month"));
    }

    @Test
    void noListFeedOrMarkupOfOursHoldsIt() {
        long number = rain();
        given().queryParam("q", mark).get("/api/v1/claims").then().body("total", equalTo(0));
        given().get("/api/v1/claims/" + number + "/claimreview").then().statusCode(404);
        given().get("/claims/" + number + "/versions").then().statusCode(404);
        given().get("/embed/claims/" + number).then().statusCode(404);
        assertThat(given().get("/sitemap.xml").asString()).doesNotContain("/claims/" + number + "-");
        assertThat(given().get("/feeds/verdicts.atom").asString()).doesNotContain(mark);
    }

    @Test
    void beforeItCameInItIsNotThereAndThePageSaysSince() {
        long number = rain();
        given().queryParam("as_of", "2020-01-01")
                .get("/api/v1/claims/" + number)
                .then()
                .statusCode(404);
        given().accept("text/html")
                .queryParam("as_of", "2020-01-01")
                .get("/claims/" + number)
                .then()
                .statusCode(404)
                .body(org.hamcrest.Matchers.containsString("C-" + number));
    }

    @Test
    void aClaimOfOursShowsOurVerdictAndTheirsBelow() {
        var claim = fixture.statement("The tower " + mark + " is tall.")
                .verdict("ORIGINAL", "false", "2026-01-01", "2026-01-01T00:00:00Z", "It is not.", "First.");
        imported.checkOf(claim.number, "Checkers " + mark, "True", "https://checkers.example/t");
        Document page = page("/claims/" + claim.number, "en");
        assertThat(page.select(".verdict-card .verdict-word").text()).isEqualTo("False");
        assertThat(page.select("#others").text()).startsWith("Also checked by Checkers " + mark + " True");
        given().get("/api/v1/claims/" + claim.number)
                .then()
                .body("verdict.label", equalTo("False"))
                .body("checked_by.rating", equalTo("True"));
    }

    @Test
    void hostileWordsInEveryColumnAreOnlyWords() {
        String hostile = "<script>alert(1)</script>\"'&{inject:site}" + mark;
        long number = imported.claim(
                hostile,
                hostile,
                hostile,
                hostile,
                hostile,
                null,
                hostile,
                "https://checkers.example/?\"><script>" + mark);
        Document page = page("/claims/" + number, "en");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo(hostile);
        assertThat(page.select(".others-card").text()).contains("Checked by " + hostile);
        assertThat(page.select(".others-card a").attr("href"))
                .isEqualTo("https://checkers.example/?\"><script>" + mark);
    }

    private static Document page(String path, String language) {
        return Jsoup.parse(given().accept("text/html")
                .header("Accept-Language", language)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
