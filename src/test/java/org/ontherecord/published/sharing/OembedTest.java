package org.ontherecord.published.sharing;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.ontherecord.published.Known;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** How programs that know only an address of ours come by its embed (oEmbed 1.0). */
@QuarkusTest
class OembedTest {
    @Inject
    PublishedFixture fixture;

    @Test
    void theClaimPageLeadsToItsEmbed() {
        long number = Known.promise(fixture).number;
        var page = Jsoup.parse(given().get("/claims/" + number).asString());
        String discovered = page.select("link[type=application/json+oembed]").attr("href");
        JsonPath answer = given().urlEncodingEnabled(false).get(discovered).jsonPath();
        assertThat(answer.getString("version")).isEqualTo("1.0");
        assertThat(answer.getString("type")).isEqualTo("rich");
        assertThat(answer.getString("title")).contains("24 hours", "Broken");
        assertThat(answer.getString("provider_name")).isEqualTo("On the Record");
        assertThat(answer.getInt("width")).isEqualTo(600);
        assertThat(answer.getInt("height")).isEqualTo(420);
        assertThat(answer.getInt("cache_age")).isPositive();
        assertThat(answer.getString("thumbnail_url")).endsWith("/claims/" + number + "/card.png?v=5");
        var html = Jsoup.parse(answer.getString("html"));
        assertThat(html.select("blockquote > iframe[title]").attr("src"))
                .contains("/embed/claims/" + number + "?size=m");
        assertThat(html.select("blockquote a").attr("href"))
                .isEqualTo(page.select("link[rel=canonical]").attr("href"));
        assertThat(given().get(html.select("iframe").attr("src")).statusCode()).isEqualTo(200);
    }

    @Test
    void everyFormOfAnAddressOfAClaimIsKnown() {
        long number = Known.promise(fixture).number;
        String site = site();
        for (String path : List.of(
                "/claims/" + number,
                "/claims/" + number + "-any-old-words",
                "/claims/" + number + "/",
                "/claims/" + number + "?utm_source=x#steps",
                "/embed/claims/" + number + "?size=s")) {
            assertThat(asked(site + path).jsonPath().getString("html"))
                    .as(path)
                    .contains("/embed/claims/" + number)
                    .doesNotContain("v=");
        }
        for (String path : List.of(
                "/claims/" + number + "/versions/3",
                "/embed/claims/" + number + "?size=m&v=3",
                "/claims/" + number + "/card.png?v=3".replace("/card.png", ""))) {
            JsonPath answer = asked(site + path).jsonPath();
            assertThat(answer.getString("html")).as(path).contains("&amp;v=3");
            assertThat(answer.getString("title")).as(path).contains("Stalled");
        }
    }

    @Test
    void itKeepsWithinTheMeasuresGiven() {
        long number = Known.promise(fixture).number;
        JsonPath small = given().queryParam("url", site() + "/claims/" + number)
                .queryParam("maxwidth", "320")
                .queryParam("maxheight", "300")
                .get("/oembed")
                .jsonPath();
        assertThat(small.getInt("width")).isEqualTo(320);
        assertThat(small.getInt("height")).isEqualTo(220);
        assertThat(small.getString("html")).contains("size=s", "height=\"220\"");
        assertThat(small.getString("thumbnail_url")).isNull();
    }

    @Test
    void whatItCannotDoItSaysAsAProblem() {
        long number = Known.promise(fixture).number;
        String url = site() + "/claims/" + number;
        problem(given().get("/oembed"), 400);
        problem(given().queryParam("url", url).queryParam("maxwidth", "wide").get("/oembed"), 400);
        problem(given().queryParam("url", url).queryParam("format", "xml").get("/oembed"), 501);
        for (String foreign : List.of(
                "https://elsewhere.example/claims/" + number,
                site().replace("://", "://user@") + "/claims/" + number,
                "javascript:alert(1)",
                "not an address",
                site() + "/people/1",
                site() + "/claims/999999999",
                url + "/versions/99",
                url + "/versions/1..2")) {
            problem(asked(foreign), 404);
        }
    }

    @Test
    void wordsOfAClaimAreOnlyWords() {
        String html = asked(site() + "/claims/" + Shared.hostile(fixture).number)
                .jsonPath()
                .getString("html");
        assertThat(Jsoup.parse(html).select("script")).isEmpty();
        assertThat(Jsoup.parse(html).select("blockquote").text()).contains("</script><script>alert(1)</script>");
    }

    private static void problem(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).endsWith(".");
    }

    private static Response asked(String url) {
        return given().queryParam("url", url).get("/oembed");
    }

    private static String site() {
        return io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port;
    }
}
