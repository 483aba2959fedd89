package org.ontherecord.platform;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What is true of every answer, whoever wrote the page. */
@QuarkusTest
class AnswersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/claims/999999999",
                "/no-such-page",
                "/desk/no-such-page",
                "/sign-in",
                "/api/v1/claims/999999999",
                "/api/no-such-thing",
                "/css/base.css",
                "/q/health"
            })
    void everyAnswerTellsTheBrowserToBeStrict(String path) {
        given().redirects()
                .follow(false)
                .get(path)
                .then()
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", notNullValue())
                .header("Permissions-Policy", notNullValue());
    }

    @Test
    void aMissingPageIsSaidInPlainWords() {
        given().get("/no-such-page")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .body(containsString("Nothing is here"), containsString("Search claims or people"));
        given().get("/claims/999999999")
                .then()
                .statusCode(404)
                .body(containsString("There is no claim C-999999999 on the public record."));
    }

    @Test
    void programsGetProblems() {
        given().get("/api/v1/claims/999999999")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404), "detail", equalTo("There is no claim C-999999999 on the public record."));
        given().get("/api/no-such-thing").then().statusCode(404).contentType("application/problem+json");
        given().post("/api/v1/claims/1001").then().statusCode(405).contentType("application/problem+json");
        given().accept("application/xml")
                .get("/api/v1/claims/1001")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void aFormWithoutItsTokenIsExplained() {
        given().formParam("email", "a@b.invalid")
                .post("/sign-in")
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("open too long"), containsString("what you typed is still there"));
    }

    @Test
    void wrongWaysOfAskingArePagesToo() {
        given().accept("text/html")
                .delete("/claims/1001")
                .then()
                .statusCode(405)
                .contentType("text/html")
                .body(containsString("does not work that way"));
        given().accept("application/xml")
                .get("/claims/1001")
                .then()
                .statusCode(406)
                .body(containsString("Everything on them is also JSON"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/claims/1001%00",
                "/claims/1001-a%00b",
                "/claims?q=%00",
                "/api/v1/claims?q=a%00",
                "/no%00such",
                "/desk/x?y=%00",
                "/claims/1001?as_of=%00",
                "/claims/99999999999999999999"
            })
    void noAddressIsAnErrorOfOurs(String path) {
        int status = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(path)
                .statusCode();
        org.assertj.core.api.Assertions.assertThat(status).isBetween(300, 499);
    }

    @Test
    void readersGetNoCookie() {
        for (String path : new String[] {"/no-such-page", "/claims/999999999", "/api/v1/claims/999999999"}) {
            given().get(path).then().header("Set-Cookie", nullValue());
        }
        given().get("/sign-in")
                .then()
                .header("Set-Cookie", containsString("csrf-token"))
                .header("Cache-Control", "private, no-store");
    }

    @Test
    void anyWebPageMayReadTheApiAndOnlyThat() {
        given().header("Origin", "https://elsewhere.example")
                .get("/api/v1/claims/999999999")
                .then()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/api/v1/claims/1001")
                .then()
                .statusCode(is(200))
                .header("Access-Control-Allow-Methods", containsString("GET"));
        given().header("Origin", "https://elsewhere.example")
                .get("/sign-in")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept|text/html;q=9",
                "Accept|garbage",
                "Accept|text/html,,",
                "Accept-Language|fr;q=9",
                "Accept-Language|,,,",
                "Accept-Language|<script>"
            })
    void aWishThatCannotBeReadIsPassedOver(String header, String wish) {
        given().header(header, wish)
                .get("/claims")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Language", "en");
    }

    @Test
    void aWishThatCanBeReadIsHeard() {
        given().header("Accept", "text/html;level=1;q=0.5, application/json;q=1.0, */*;q=0")
                .header("Accept-Language", "fr-CA, fr;q=0.9, *;q=0.001")
                .get("/claims")
                .then()
                .statusCode(200)
                .header("Content-Language", "fr");
    }
}
