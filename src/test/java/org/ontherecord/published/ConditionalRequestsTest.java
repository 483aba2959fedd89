package org.ontherecord.published;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a browser, a cache and a feed reader save when nothing has changed (RFC 9110, 13; RFC 9111). */
@QuarkusTest
class ConditionalRequestsTest {
    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @Test
    void whoHasTheTagOrTheDateGetsNothingAgain() {
        clock.stopAt("2026-11-22T12:00:00Z");
        for (String path : addresses()) {
            Response whole = given().get(path);
            assertThat(whole.statusCode()).as(path).isEqualTo(200);
            String tag = whole.header("ETag");
            String date = whole.header("Last-Modified");
            assertThat(tag).as(path).startsWith("W/\"");
            assertThat(date).as(path).endsWith(" GMT");
            assertThat(whole.header("Cache-Control"))
                    .as(path)
                    .isEqualTo("public, max-age=60, stale-while-revalidate=600");
            for (Response same : List.of(
                    given().header("If-None-Match", tag).get(path),
                    given().header("If-None-Match", "\"other\", " + tag.substring(2))
                            .get(path),
                    given().header("If-None-Match", "*").get(path),
                    given().header("If-Modified-Since", date).get(path),
                    given().header("If-None-Match", tag)
                            .header("If-Modified-Since", "Mon, 01 Jan 2024 00:00:00 GMT")
                            .get(path))) {
                assertThat(same.statusCode()).as(path).isEqualTo(304);
                assertThat(same.asByteArray()).as(path).isEmpty();
                for (String kept : List.of("ETag", "Cache-Control", "Last-Modified")) {
                    assertThat(same.header(kept)).as(path + " " + kept).isEqualTo(whole.header(kept));
                }
                assertThat(same.headers().getValues("Vary"))
                        .as(path)
                        .isEqualTo(whole.headers().getValues("Vary"));
            }
            for (Response new_ : List.of(
                    given().header("If-None-Match", "\"other\"").get(path),
                    given().header("If-None-Match", "\"other\"")
                            .header("If-Modified-Since", date)
                            .get(path),
                    given().header("If-Modified-Since", "Mon, 01 Jan 2024 00:00:00 GMT")
                            .get(path),
                    given().header("If-Modified-Since", "yesterday").get(path))) {
                assertThat(new_.statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void headSaysWhatGetSays() {
        clock.stopAt("2026-11-22T12:00:00Z");
        for (String path : addresses()) {
            Response get = given().get(path);
            Response head = given().head(path);
            assertThat(head.statusCode()).as(path).isEqualTo(200);
            assertThat(head.asByteArray()).as(path).isEmpty();
            // Written JSON gains a charset, which means nothing in JSON (RFC 8259, 11).
            assertThat(head.contentType().split(";")[0])
                    .as(path)
                    .isEqualTo(get.contentType().split(";")[0]);
            for (String name : List.of("ETag", "Last-Modified", "Cache-Control")) {
                assertThat(head.header(name)).as(path + " " + name).isEqualTo(get.header(name));
            }
        }
    }

    @Test
    void aPublicationANewDayAndNothingElseMoveTheDate() {
        clock.stopAt("2036-11-22T12:00:00Z");
        String before = given().get("/feeds/verdicts.atom").header("Last-Modified");
        assertThat(before).isEqualTo("Sat, 22 Nov 2036 00:00:00 GMT");
        clock.forward(Duration.ofHours(1));
        assertThat(given().get("/claims").header("Last-Modified")).isEqualTo(before);
        fixture.statement("New.")
                .verdict("ORIGINAL", "true", "2026-01-01", "2036-11-22T13:00:30.900Z", "So it is.", "First.");
        clock.forward(Duration.ofMinutes(1));
        assertThat(given().get("/claims").header("Last-Modified")).isEqualTo("Sat, 22 Nov 2036 13:00:30 GMT");
        clock.forward(Duration.ofDays(1));
        assertThat(given().get("/claims").header("Last-Modified")).isEqualTo("Sun, 23 Nov 2036 00:00:00 GMT");
    }

    @Test
    void anyWebPageMayReadTheDataAndNoneThePages() {
        long number = Known.promise(fixture).number;
        for (String data : List.of(
                "/api/v1/claims/" + number,
                "/feeds/verdicts.atom",
                "/feeds/corrections.json",
                "/claims/" + number + "/timeline.csv",
                "/sitemap.xml")) {
            Response answer =
                    given().header("Origin", "https://elsewhere.example").get(data);
            assertThat(answer.header("Access-Control-Allow-Origin")).as(data).isEqualTo("*");
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .as(data)
                    .contains("Link", "ETag", "Memento-Datetime", "Retry-After");
            assertThat(answer.header("Access-Control-Allow-Credentials"))
                    .as(data)
                    .isNull();
            assertThat(given().header("Origin", "https://elsewhere.example")
                            .header("Access-Control-Request-Method", "GET")
                            .header("Access-Control-Request-Headers", "If-None-Match")
                            .options(data)
                            .header("Access-Control-Allow-Headers"))
                    .as(data)
                    .contains("If-None-Match");
        }
        for (String page : List.of("/", "/claims", "/corrections", "/sign-in", "/desk")) {
            assertThat(given().redirects()
                            .follow(false)
                            .header("Origin", "https://elsewhere.example")
                            .get(page)
                            .header("Access-Control-Allow-Origin"))
                    .as(page)
                    .isNull();
        }
        assertThat(given().get("/api/v1/claims").header("Link"))
                .contains("rel=\"license\"", "</q/openapi>; rel=\"service-desc\"", "rel=\"last\"");
    }

    private List<String> addresses() {
        var claim = Known.promise(fixture);
        return Stream.of(
                        "/",
                        "/claims?kind=promise",
                        "/claims/" + claim.number + "-ill-have-that-done-in-24-hours",
                        "/people/" + claim.speaker() + "-donald-trump",
                        "/articles",
                        "/how-we-rate",
                        "/about",
                        "/corrections",
                        "/api/v1/claims?limit=2",
                        "/api/v1/claims/" + claim.number,
                        "/claims/" + claim.number + "/timeline.csv",
                        "/feeds/verdicts.atom",
                        "/feeds/claims.json?person=" + claim.speaker(),
                        "/sitemap.xml",
                        "/sitemap-claims-1.xml",
                        "/robots.txt")
                .toList();
    }
}
