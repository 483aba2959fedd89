package org.ontherecord.extraction;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.Keys;
import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** The two addresses that read a program's own texts. The people in them are invented. */
@QuarkusTest
class ReadingApiTest {
    private static final String EXTRACTIONS = "/api/v1/extractions";
    private static final String WORTH = "/api/v1/check-worthiness";
    private static final String ARTICLE =
            "😀 Jane Roe visited Springfield.\r\n\r\n“We will build 300 schools within two years,” said Jane Roe on Monday."
                    + "\r\n\r\nThe cafe\u0301 owner listened. Roe said that unemployment fell to 4.1 percent last year.";

    @Inject
    Keys keys;

    @Inject
    TestClock clock;

    @Test
    void aTextIsReadForClaimsAndQuotationsAtTheirPlacesAsSent() {
        JsonPath answer = keys.program()
                .body(Map.of("text", ARTICLE, "language", "en", "published_on", "2024-11-08"))
                .post(EXTRACTIONS)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("RateLimit", containsString("\"lines\";r="))
                .extract()
                .jsonPath();
        assertThat(answer.getMap("")).containsOnlyKeys("candidates", "quotations");
        List<Map<String, Object>> quotes = answer.getList("candidates.quote");
        assertThat(quotes).isNotEmpty().allSatisfy(quote -> {
            String exact = (String) quote.get("exact");
            assertThat(between(ARTICLE, (int) quote.get("start"), (int) quote.get("end")))
                    .isEqualTo(exact);
            assertThat(ARTICLE).contains(quote.get("prefix") + exact + quote.get("suffix"));
        });
        assertThat(answer.getList("candidates.score", Integer.class)).isSortedAccordingTo(Collections.reverseOrder());
        answer.setRootPath("candidates.find { it.kind == 'promise' }");
        assertThat(answer.getString("quote.exact")).isEqualTo("We will build 300 schools within two years");
        assertThat(answer.getString("speaker")).isEqualTo("Jane Roe");
        assertThat(answer.getString("said_on.date")).isEqualTo("2024-11-04");
        assertThat(answer.getString("said_on.precision")).isEqualTo("day");
        assertThat(answer.getList("reasons")).contains("Promise");
        answer.setRootPath("");
        Map<String, Object> direct = answer.getMap("quotations.find { it.direct }");
        assertThat(direct).containsEntry("speaker", "Jane Roe").containsKeys("speaker_start", "speaker_end");
        assertThat(between(ARTICLE, (int) direct.get("start"), (int) direct.get("end")))
                .startsWith("We will build");
        assertThat(between(ARTICLE, (int) direct.get("speaker_start"), (int) direct.get("speaker_end")))
                .isEqualTo("Jane Roe");
        Map<String, Object> indirect = answer.getMap("quotations.find { !it.direct }");
        assertThat(between(ARTICLE, (int) indirect.get("start"), (int) indirect.get("end")))
                .contains("unemployment fell");
    }

    @Test
    void whatCannotBeReadIsToldWithItsField() {
        refused(EXTRACTIONS, 422, "{\"text\": 3, \"langage\": \"en\", \"published_on\": \"Friday\"}")
                .body("detail", containsString("“text” must be a string."))
                .body("detail", containsString("There is no field “langage”. Use: language, published_on, text."))
                .body("errors.field", hasItem("published_on"));
        refused(EXTRACTIONS, 422, "{\"text\": \"a\\u0000b\"}").body("detail", containsString("U+0000"));
        refused(EXTRACTIONS, 422, "{\"text\": \"a\\ud83d b\"}").body("detail", containsString("half a character"));
        refused(EXTRACTIONS, 422, "{\"text\": \" \", \"language\": \"not a language\"}");
        refused(EXTRACTIONS, 413, "{\"text\": \"" + "a".repeat(1_000_001) + "\"}")
                .body("detail", containsString("1,000,000"));
        for (String body :
                List.of("", "[]", "null", "{", "{} {}", "{\"text\":\"a\",\"text\":\"b\"}", "[".repeat(500))) {
            refused(EXTRACTIONS, 400, body);
            refused(WORTH, 400, body);
        }
        keys.program()
                .contentType("text/plain")
                .body("a")
                .post(EXTRACTIONS)
                .then()
                .statusCode(415);
    }

    @Test
    void sentencesAreScoredInOrderAndTheSameEachTime() {
        String asked =
                "{\"sentences\": [\"Unemployment fell to 4.1 percent last year.\", \"Thank you very much.\", \"\"]}";
        byte[] first = scored(asked);
        assertThat(scored(asked)).isEqualTo(first);
        List<Double> scores = new JsonPath(new String(first)).getList("scores", Double.class);
        assertThat(scores).hasSize(3).allMatch(score -> score >= 0 && score <= 100);
        assertThat(scores.get(0)).isGreaterThan(scores.get(1));
    }

    @Test
    void aTranscriptIsScoredLineByLine() {
        keys.program()
                .body(
                        "{\"lines\": [{\"speaker\": \"ROE\", \"text\": \"We built 300 schools.\"}, {\"speaker\": null, \"text\": \"(applause)\"}]}")
                .post(WORTH)
                .then()
                .statusCode(200)
                .body("scores.size()", equalTo(2));
    }

    @Test
    void thousandsAreScoredAtOnceAndMoreIsRefused() {
        List<String> many = Collections.nCopies(20_000, "We built 300 schools.");
        given().header("Authorization", "Bearer " + keys.unlimited())
                .contentType("application/json")
                .body(Map.of("sentences", many))
                .post(WORTH)
                .then()
                .statusCode(200)
                .header("RateLimit", nullValue())
                .body("scores.size()", equalTo(20_000));
        refused(WORTH, 413, "{\"sentences\": [" + "1,".repeat(20_000) + "1]}")
                .body("detail", containsString("at most 20000"));
        refused(WORTH, 413, "{\"sentences\": [\"" + "a".repeat(5 * 1024 * 1024) + "\"]}")
                .body("detail", containsString("5 MB"));
    }

    @Test
    void badSentencesAndLinesAreToldWithTheirPlace() {
        refused(WORTH, 422, "{}").body("detail", containsString("either “sentences” or “lines”"));
        refused(WORTH, 422, "{\"sentences\": [], \"lines\": []}");
        refused(WORTH, 422, "{\"sentences\": \"a\"}").body("detail", containsString("must be a list"));
        refused(WORTH, 422, "{\"sentences\": [\"a\", null]}").body("errors.field", equalTo(List.of("sentences[1]")));
        refused(WORTH, 422, "{\"lines\": [\"a\", {\"text\": 4, \"who\": \"b\"}]}")
                .body("errors.field", equalTo(List.of("lines[0]", "lines[1]", "lines[1].text")));
    }

    @Test
    void aKeyThatAskedTooMuchIsToldWhenToComeBack() {
        clock.forward(Duration.ZERO);
        String key = keys.fresh();
        String lines = "{\"sentences\": [" + "\"a\",".repeat(19_999) + "\"a\"]}";
        for (int i = 0; i < 2; i++) {
            ask(key, lines).statusCode(200).header("RateLimit-Policy", containsString("\"lines\";q=40000;w=3600"));
        }
        ask(key, lines)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .header("RateLimit", containsString("\"lines\";r="))
                .body("detail", containsString("40000 lines an hour"));
        for (int i = 3; i < 120; i++) {
            ask(key, "{}").statusCode(422);
        }
        ask(key, "{}").statusCode(429).body("detail", containsString("120 times a minute"));
        ask(keys.fresh(), "{\"sentences\": []}").statusCode(200).body("scores", equalTo(List.of()));
        clock.forward(Duration.ofHours(1));
        ask(key, lines).statusCode(200);
    }

    @Test
    void strangersAreTurnedAwayBeforeAnythingIsRead() {
        for (String address : List.of(EXTRACTIONS, WORTH)) {
            given().contentType("application/json")
                    .body("{")
                    .post(address)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Bearer"));
        }
    }

    @Test
    void theDescriptionNamesBothAndTheKey() {
        given().get("/q/openapi?format=json")
                .then()
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
                .body("paths.'/api/v1/extractions'.post.security[0].bearer", notNullValue())
                .body("paths.'/api/v1/check-worthiness'.post.requestBody", notNullValue())
                .body("paths.'/api/v1/claims'.get.security", nullValue());
    }

    private static String between(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private byte[] scored(String body) {
        return keys.program()
                .body(body)
                .post(WORTH)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static io.restassured.response.ValidatableResponse ask(String key, String body) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(body)
                .post(WORTH)
                .then();
    }

    private io.restassured.response.ValidatableResponse refused(String address, int status, String body) {
        return keys.program()
                .body(body)
                .post(address)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", notNullValue());
    }
}
