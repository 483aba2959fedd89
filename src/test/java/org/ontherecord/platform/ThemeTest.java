package org.ontherecord.platform;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** A reader may choose light or dark; whoever does not gets no cookie. */
@QuarkusTest
class ThemeTest {
    @Test
    void pagesFollowTheSystemUntilSomebodyChooses() {
        given().get("/how-we-rate")
                .then()
                .header("Set-Cookie", nullValue())
                .body(
                        containsString("<html lang=\"en\">"),
                        containsString("value=\"system\" aria-pressed=\"true\""),
                        containsString("name=\"back\" value=\"/how-we-rate\""));
        for (String page : new String[] {"/how-we-rate", "/sign-in", "/no-such-page"}) {
            given().cookie("theme", "dark").get(page).then().body(containsString("data-theme=\"dark\""));
        }
        given().cookie("theme", "\"><b>")
                .get("/how-we-rate")
                .then()
                .body(not(containsString("data-theme")), not(containsString("<b>")));
    }

    @Test
    void theChoiceIsKeptAndCanBeTakenBack() {
        given().redirects()
                .follow(false)
                .queryParam("theme", "dark")
                .queryParam("back", "/claims?q=a&kind=promise")
                .get("/theme")
                .then()
                .statusCode(303)
                .header("Location", "/claims?q=a&kind=promise")
                .header("Cache-Control", "no-store")
                .header("Set-Cookie", allOf(containsString("theme=dark"), containsString("Max-Age=31536000")));
        given().redirects()
                .follow(false)
                .get("/theme?theme=system&back=/")
                .then()
                .statusCode(303)
                .header("Set-Cookie", containsString("Max-Age=0"));
        given().get("/theme?theme=sepia")
                .then()
                .statusCode(400)
                .header("Set-Cookie", nullValue())
                .body(containsString("There is no theme “sepia”. Use one of: system, light, dark."));
        given().get("/theme").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/\t/elsewhere.example",
                "https://elsewhere.example",
                "javascript:alert(1)",
                "elsewhere",
                "/a\r\nSet-Cookie: b=c"
            })
    void nobodyIsSentElsewhere(String back) {
        given().redirects()
                .follow(false)
                .queryParam("theme", "dark")
                .queryParam("back", back)
                .get("/theme")
                .then()
                .statusCode(303)
                .header("Location", "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/how-we-rate", "/claims"})
    void aKeptCopyIsForThatThemeOnly(String page) {
        var answer = given().get(page);
        assertThat(answer.headers().getValues("Vary")).anyMatch(value -> value.contains("Cookie"));
    }

    @Test
    void theStyleOfThePublicSiteIsOneSheet() {
        String page = given().get("/claims").asString();
        assertThat(page.split("rel=\"stylesheet\"")).hasSize(2);
        given().get("/css/public.css")
                .then()
                .statusCode(200)
                .contentType("text/css")
                .header("Cache-Control", containsString("immutable"))
                .body(containsString("--paper"), containsString(".verdict-card"), containsString(".steps"));
    }
}
