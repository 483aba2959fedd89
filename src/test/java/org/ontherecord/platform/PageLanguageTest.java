package org.ontherecord.platform;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class PageLanguageTest {
    private static final String ENGLISH = "Skip to the content";
    private static final String FRENCH = "Aller au contenu";

    @Test
    void withoutAWishAPageIsEnglish() {
        assertThat(opened(given(), "/")).isEqualTo(ENGLISH);
    }

    @Test
    void theBrowsersWishIsHeard() {
        assertThat(opened(given().header("Accept-Language", "fr-CA, en;q=0.8"), "/"))
                .isEqualTo(FRENCH);
        assertThat(opened(given().header("Accept-Language", "de, en;q=0.8, fr;q=0.6"), "/"))
                .isEqualTo(ENGLISH);
        assertThat(opened(given().header("Accept-Language", "de, fr;q=0.6"), "/"))
                .isEqualTo(FRENCH);
    }

    @Test
    void aChoiceGoesBeforeTheBrowsersWish() {
        assertThat(opened(given().header("Accept-Language", "fr").cookie("language", "en"), "/"))
                .isEqualTo(ENGLISH);
    }

    @Test
    void theAddressGoesBeforeAll() {
        assertThat(opened(given().header("Accept-Language", "en").cookie("language", "en"), "/?lang=fr"))
                .isEqualTo(FRENCH);
    }

    @Test
    void aLanguageWeDoNotHaveIsEnglishAndIsNotRemembered() {
        Response answer = given().header("Accept-Language", "fr").get("/?lang=xx");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(skipLink(answer)).isEqualTo(ENGLISH);
        assertThat(opened(given().cookie("language", "\"><script>"), "/")).isEqualTo(ENGLISH);
    }

    @Test
    void onlyAChoiceIsRemembered() {
        assertThat(given().header("Accept-Language", "fr").get("/").header("Set-Cookie"))
                .isNull();
        String cookie = given().get("/?lang=fr").header("Set-Cookie");
        assertThat(cookie).startsWith("language=fr;");
        assertThat(List.of(cookie.split(";\\s*"))).contains("Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=31536000");
    }

    /** Some resources return the template, others a response around it. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/claims", "/people", "/topics", "/articles", "/how-we-rate", "/corrections"})
    void everyPageSaysItsLanguageAndRemembersTheChoice(String address) {
        Response page = given().get(address + "?lang=fr");
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.header("Content-Language")).isEqualTo("fr");
        assertThat(page.header("Set-Cookie")).startsWith("language=fr;");
    }

    @Test
    void cachesKeepTheLanguagesApart() {
        Response page = given().header("Accept-Language", "fr").get("/");
        assertThat(page.header("Content-Language")).isEqualTo("fr");
        assertThat(page.headers().getValues("Vary"))
                .containsExactlyInAnyOrder("Accept-Encoding", "Accept-Language", "Cookie");
        Response data = given().header("Accept-Language", "fr").get("/api/v1/claims");
        assertThat(data.headers().getValues("Vary")).doesNotContain("Cookie", "Accept-Language");
        assertThat(data.header("Content-Language")).isNull();
    }

    @Test
    void aPageLeadsToItselfInEachLanguageAndKeepsWhatWasAsked() {
        Document page = page(given().urlEncodingEnabled(false).get("/claims?q=war+%26+peace&lang=fr&sort=said"));
        assertThat(page.select("footer a[hreflang]").eachAttr("href"))
                .containsExactly(
                        "/claims?q=war+%26+peace&sort=said&lang=en", "/claims?q=war+%26+peace&sort=said&lang=fr");
        assertThat(page.select("footer a[hreflang]").eachText()).containsExactly("English", "Français");
        assertThat(page.select("footer a[aria-current=true]").eachText()).containsExactly("Français");
        assertThat(page.select("link[rel=alternate][hreflang]").eachAttr("hreflang"))
                .containsExactly("x-default", "en", "fr");
        assertThat(page.select("link[hreflang=x-default]").attr("href"))
                .matches("http://[^/]+/claims\\?q=war\\+%26\\+peace&sort=said");
    }

    @Test
    void theDeskStaysEnglish() {
        Response door = given().header("Accept-Language", "fr").get("/sign-in?lang=fr");
        assertThat(page(door).selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(door.header("Content-Language")).isEqualTo("en");
        assertThat(door.headers().getValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("language="));
    }

    private static String opened(RequestSpecification reader, String path) {
        return skipLink(reader.get(path));
    }

    private static String skipLink(Response answer) {
        Document page = page(answer);
        String words = page.selectFirst(".skip-link").text();
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(words.equals(FRENCH) ? "fr" : "en");
        return words;
    }

    private static Document page(Response answer) {
        return Jsoup.parse(answer.asString());
    }
}
