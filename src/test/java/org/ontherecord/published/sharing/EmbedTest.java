package org.ontherecord.published.sharing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.Known;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class EmbedTest {
    @TestHTTPResource("/")
    URL site;

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @Test
    void itShowsTheVerdictOfTheDayAndSaysWhichDay() {
        clock.stopAt("2026-11-22T12:00:00Z");
        long number = Known.promise(fixture).number;
        Response embed = given().get("/embed/claims/" + number);
        embed.then()
                .statusCode(200)
                .body(
                        containsString("Broken"),
                        containsString("The war did not end by the deadline"),
                        containsString("<time datetime=\"2026-11-22T12:00:00Z\">22 Nov 2026</time>"),
                        containsString("rel=\"noopener\""),
                        not(containsString("<script")),
                        not(containsString("woff2")),
                        not(containsString("<svg class=\"timeline-mini")));
        assertThat(embed.header("Content-Security-Policy"))
                .contains("frame-ancestors *", "default-src 'self'")
                .doesNotContain("frame-ancestors 'none'");
        assertThat(embed.headers().getValues("Content-Security-Policy")).hasSize(1);
        assertThat(embed.header("X-Frame-Options")).isNull();
        assertThat(embed.header("Set-Cookie")).isNull();
        given().get("/embed/claims/" + number + "?size=m").then().body(containsString("<svg class=\"timeline-mini"));
        assertThat(given().get("/claims/" + number).header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
    }

    @Test
    void aFrozenOneStaysAndSaysSo() {
        long number = Known.promise(fixture).number;
        given().get("/embed/claims/" + number + "?v=3")
                .then()
                .body(
                        containsString("Stalled"),
                        containsString("Version 3, published"),
                        containsString("9 Jan 2025"),
                        containsString("See what it says today"),
                        not(containsString("Broken")));
    }

    @Test
    void aWithdrawnOneSaysSo() {
        given().get("/embed/claims/" + Known.withdrawnStatement(fixture).number)
                .then()
                .body(
                        containsString("We withdrew this check."),
                        containsString("the minutes were a draft"),
                        not(containsString("Half true")));
    }

    @Test
    void whatIsNotThereIsSaidInsideTheFrame() {
        long number = Known.promise(fixture).number;
        for (String address : List.of("999999999", "x", "0", number + "?v=99", number + "?v=x")) {
            Response none = given().get("/embed/claims/" + address);
            assertThat(none.statusCode()).as(address).isEqualTo(404);
            assertThat(none.asString())
                    .as(address)
                    .contains("There is no such claim")
                    .doesNotContain("masthead");
            assertThat(none.header("Content-Security-Policy")).contains("frame-ancestors *");
        }
    }

    @Test
    void theThemeCanBeChosen() {
        long number = Known.promise(fixture).number;
        given().get("/embed/claims/" + number + "?theme=dark").then().body(containsString("data-theme=\"dark\""));
        given().get("/embed/claims/" + number + "?theme=auto").then().body(not(containsString("data-theme")));
        given().get("/embed/claims/" + number + "?theme=%22x").then().body(not(containsString("data-theme")));
    }

    @Test
    void anotherSiteCanFrameItWithoutScrollingAndNothingElse() throws Exception {
        clock.stopAt("2026-11-22T12:00:00Z");
        var frames = new ArrayList<String>();
        for (var claim : Shared.all(fixture).entrySet()) {
            frames.add("/embed/claims/" + claim.getValue().number + "?size=s");
            frames.add("/embed/claims/" + claim.getValue().number + "?size=m");
        }
        frames.add("/embed/claims/" + Known.promise(fixture).number + "?size=s&v=3");
        String wordy = "/embed/claims/"
                + fixture.promise("A promise of many words that goes on, and on, ".repeat(4))
                        .by("The Ministry of Long Names, Longer Names and the Longest Names of All")
                        .verdict(
                                "ORIGINAL",
                                "cant-be-rated",
                                "2026-01-01",
                                "2026-01-01T08:00:00Z",
                                "A reason as long as it may be, said in words. "
                                        .repeat(4)
                                        .strip(),
                                "First published.")
                        .number;
        frames.addAll(List.of(wordy + "?size=s", wordy + "?size=m", wordy + "?size=s&v=1", wordy + "?size=m&v=1"));
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        String[] shown = {""};
        other.createContext("/", exchange -> {
            byte[] page = shown[0].getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        String elsewhere = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
        var faults = new ArrayList<String>();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor();
            var refused = new ArrayList<String>();
            page.onConsoleMessage(said -> {
                if (said.type().equals("error")) {
                    refused.add(said.text());
                }
            });
            for (int width : List.of(320, 480, 700)) {
                shown[0] = framed(frames, width);
                page.navigate(elsewhere);
                assertThat(page.frames()).hasSize(frames.size() + 1);
                for (Frame inside : page.frames().subList(1, frames.size() + 1)) {
                    String frame = inside.url();
                    assertThat(inside.locator("main.embed").count()).as(frame).isEqualTo(1);
                    Object over = inside.evaluate("""
                            () => { const d = document.documentElement;
                                    return [d.scrollWidth - d.clientWidth, d.scrollHeight - d.clientHeight].join(' ') }""");
                    if (!"0 0".equals(over)) {
                        faults.add(frame + " at " + width + " scrolls by " + over + ": "
                                + inside.locator("main").textContent().strip().replaceAll("\\s+", " "));
                    }
                }
            }
            assertThat(faults).isEmpty();
            assertThat(refused.stream().filter(said -> !said.contains("favicon")))
                    .isEmpty();
            shown[0] = framed(List.of("/claims"), 700);
            page.navigate(elsewhere);
            assertThat(page.frames().get(1).locator("main").count()).isZero();
            page.waitForCondition(() -> refused.toString().contains("frame-ancestors"));
            page.navigate(site + "embed/claims/" + Known.promise(fixture).number + "?size=m");
            Reading.isFineForEveryone(page);
        } finally {
            other.stop(0);
        }
    }

    private String framed(List<String> paths, int width) {
        return "<!doctype html><html lang=en><title>Elsewhere</title>"
                + paths.stream()
                        .map(path -> "<iframe title=verdict src=\"" + site + path.substring(1) + "\" width=" + width
                                + " height=" + (path.contains("size=s") ? 220 : 420) + "></iframe>")
                        .collect(Collectors.joining());
    }
}
