package org.ontherecord.claim.matches;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.Keys;
import org.ontherecord.claim.imports.ImportedClaims;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

/** "Checked before?" for programs. People and publishers are invented. */
@QuarkusTest
class MatchApiTest {
    private static final String MATCHES = "/api/v1/matches";

    @Inject
    Keys keys;

    @Inject
    ImportedClaims imported;

    @Inject
    PublishedFixture record;

    /** Letters only, so that it is a word of its own to every way of looking. */
    private final String word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @Test
    void anImportedClaimIsFoundWithItsIdAndWhoCheckedIt() {
        long number = imported.claim(
                "Checkers " + word,
                "x-" + word,
                "The " + word + " bridge cost ten million.",
                "What did it cost?",
                "Jane " + word,
                "2019",
                "Mostly false",
                "https://checkers.example/" + word);
        JsonPath answer = asked(Map.of("text", "The " + word + " bridge cost ten million."));
        answer.setRootPath("claims[0]");
        assertThat(answer.getLong("number")).isEqualTo(number);
        assertThat(answer.getString("external_id")).isEqualTo("x-" + word);
        assertThat(answer.getString("verdict")).isNull();
        assertThat(answer.getMap("checked_by"))
                .containsEntry("publisher", "Checkers " + word)
                .containsEntry("rating", "Mostly false")
                .containsEntry("url", "https://checkers.example/" + word);
        assertThat(answer.getString("title")).isEqualTo("What did it cost?");
        assertThat(answer.getString("speaker")).isEqualTo("Jane " + word);
        assertThat(answer.getDouble("score")).isEqualTo(1);
        assertThat(answer.getString("page"))
                .isEqualTo("/claims/" + number + "-the-" + word + "-bridge-cost-ten-million");
    }

    @Test
    void aClaimOfOursComesWithTheVerdictInForceAndOthersChecksApart() {
        var claim = record.statement("The " + word + " tower is the tallest.").by("Jane " + word);
        claim.verdict("ORIGINAL", "false", "2025-02-01", "2025-02-02T10:00:00Z", "Others are taller.", "First check.");
        imported.checkOf(claim.number, "Checkers " + word, "True", "https://checkers.example/2");
        JsonPath answer = asked(Map.of("text", "The " + word + " tower is the tallest."));
        answer.setRootPath("claims[0]");
        assertThat(answer.getString("verdict.code")).isEqualTo("accuracy.false");
        assertThat(answer.getString("verdict.label")).isEqualTo("False");
        assertThat(answer.getString("verdict.since")).isEqualTo("2025-02-01");
        assertThat(answer.getString("checked_by.publisher")).isEqualTo("Checkers " + word);
        assertThat(answer.getMap("").keySet().stream().toList())
                .startsWith("number", "external_id", "verdict", "checked_by");
    }

    @Test
    void manyTextsAreAnsweredInTheirOrderEachWithWhatIsKnownAboutIt() {
        long one = imported.claim("Checkers " + word, "1", word + " first fell.", null, null, null, null, null);
        long two = imported.claim("Checkers " + word, "2", word + " second rose.", null, null, null, null, null);
        JsonPath answer = asked(Map.of(
                "texts",
                List.of(
                        word + " second rose.",
                        Map.of(
                                "text",
                                word + " first fell.",
                                "speaker",
                                "ROE",
                                "date",
                                "2024-01-31",
                                "context",
                                Map.of("before", "Good evening.", "after", List.of("Thanks.", "Bye."))),
                        "qqqxqq"),
                "limit",
                1));
        assertThat(answer.getList("results")).hasSize(3);
        assertThat(answer.getLong("results[0].claims[0].number")).isEqualTo(two);
        assertThat(answer.getLong("results[1].claims[0].number")).isEqualTo(one);
        assertThat(answer.getList("results[0].claims")).hasSize(1);
    }

    @Test
    void aLeastScoreLeavesOutWhatIsLessLikely() {
        imported.claim("Checkers " + word, "1", word + " prices rose by three percent.", null, null, null, null, null);
        imported.claim("Checkers " + word, "2", word + " prices fell in the spring.", null, null, null, null, null);
        JsonPath answer = asked(Map.of("text", word + " prices rose by three percent.", "min_score", 1, "limit", 20));
        assertThat(answer.getList("claims.score", Double.class)).isNotEmpty().allMatch(score -> score == 1);
    }

    @Test
    void aClaimWithoutAVerdictOrACheckIsNotShown() {
        long draft = record.statement("x").number;
        assertThat(asked(Map.of("text", "Never shown: the working copy", "limit", 100))
                        .getList("claims.number"))
                .doesNotContain((int) draft);
    }

    @Test
    void whatCannotBeTakenIsToldWithItsField() {
        refused(422, "{}").body("detail", containsString("Send either “text” or “texts”."));
        refused(422, "{\"text\":\"a\",\"texts\":[\"b\"]}");
        refused(422, "{\"texts\":[]}").body("detail", containsString("at least one"));
        refused(422, "{\"text\":\" \"}").body("errors.field", hasItem("text"));
        refused(422, "{\"text\":\"a\",\"limit\":0}").body("detail", containsString("from 1 to 100"));
        refused(422, "{\"text\":\"a\",\"limit\":1.5}").body("detail", containsString("whole number"));
        refused(422, "{\"text\":\"a\",\"min_score\":2}").body("errors.field", hasItem("min_score"));
        refused(422, "{\"text\":\"a\",\"date\":\"Friday\"}").body("detail", containsString("2024-11-08"));
        refused(422, "{\"text\":\"a\",\"context\":[\"b\"]}").body("errors.field", hasItem("context"));
        refused(422, "{\"texts\":[\"a\"],\"speaker\":\"ROE\"}").body("detail", containsString("goes with “text”"));
        refused(422, "{\"texts\":[3,{\"text\":\"a\",\"who\":\"b\"},{\"text\":\"a\\u0000\"}]}")
                .body("errors.field", hasItem("texts[0]"))
                .body("errors.field", hasItem("texts[1]"))
                .body("errors.field", hasItem("texts[2].text"));
        refused(422, "{\"text\":\"" + "a".repeat(10_001) + "\"}").body("detail", containsString("10,000"));
        refused(413, "{\"texts\":[" + "\"a\",".repeat(1000) + "\"a\"]}").body("detail", containsString("at most 1000"));
        for (String body : List.of("", "[]", "{", "{} {}")) {
            refused(400, body);
        }
        given().contentType("application/json")
                .body("{\"text\":\"a\"}")
                .post(MATCHES)
                .then()
                .statusCode(401);
    }

    @Test
    void everyTextOfABatchCountsAgainstTheKeysLimit() {
        keys.program()
                .body(Map.of(
                        "texts",
                        IntStream.range(0, 20).mapToObj(i -> "qqqxqq" + i).toList()))
                .post(MATCHES)
                .then()
                .statusCode(200)
                .header("RateLimit", containsString("\"lines\";r=39980"));
    }

    private JsonPath asked(Map<String, Object> body) {
        return keys.program()
                .body(body)
                .post(MATCHES)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    private ValidatableResponse refused(int status, String body) {
        return keys.program()
                .body(body)
                .post(MATCHES)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }
}
