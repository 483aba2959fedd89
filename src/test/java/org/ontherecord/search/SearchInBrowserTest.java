package org.ontherecord.search;

import java.net.URL;
import java.util.List;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static org.assertj.core.api.Assertions.assertThat;

/** The search as a reader meets it: with and without script, with much, little and nothing found. */
@QuarkusTest
class SearchInBrowserTest {
    @TestHTTPResource("/")
    URL site;

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @Test
    void namesAreOfferedWhileTypingAndNothingNeedsThem() {
        clock.stopAt("2026-11-22T12:00:00Z");
        fixture.statement("The Quillonberry bridge is open.")
                .by("Tilda Quillonberry")
                .topics("Quillonberry roads")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "Yes.", "First.");
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor();
            page.navigate(site.toString());
            page.locator("#site-search").pressSequentially("quillonb");
            page.waitForFunction(
                    "names => [...document.querySelector('#site-search').list.options].map(o => o.value).join() === names",
                    "Tilda Quillonberry,Quillonberry roads");
            page.locator("#site-search").fill("Tilda Quillonberry");
            page.keyboard().press("Enter");
            page.waitForURL("**/claims?q=Tilda+Quillonberry");
            assertThat(page.locator(".claim-row-title").first().innerText())
                    .isEqualTo("The Quillonberry bridge is open.");
            assertThat(page.locator(".names dd a").first().innerText()).isEqualTo("Tilda Quillonberry");
        }
    }

    @Test
    void whateverIsFoundThePageIsFineForEveryone() {
        clock.stopAt("2026-11-22T12:00:00Z");
        fixture.statement("A statement on Hollowmere with " + "manylongwords".repeat(12))
                .headline("Hollowmere " + "and on and on ".repeat(30))
                .by("Wendel Hollowmere")
                .topics("Hollowmere " + "topicoftopics".repeat(6))
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "Yes.", "First.");
        fixture.checkedElsewhere(
                "Bureau of " + "Facts".repeat(20),
                "Hollowmere " + "elsewhere".repeat(15),
                "What is true of Hollowmere",
                "Four crowns " + "of".repeat(60),
                "https://check.example/hollowmere");
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor();
            for (String address : List.of(
                    "claims?q=hollowmere",
                    "claims?q=hollowmeer",
                    "claims?q=nothing+has+these+words+" + "x".repeat(300),
                    "claims?q=hollowmere&kind=promise&year=2020&language=fr&checked_by=us",
                    "claims?q=https%3A%2F%2Fnowhere.example%2F" + "path/".repeat(40),
                    "claims?checked_by=others")) {
                page.navigate(site + address);
                Reading.isFineForEveryone(page);
            }
        }
    }
}
