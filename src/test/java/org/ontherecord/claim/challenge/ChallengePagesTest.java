package org.ontherecord.claim.challenge;

import java.net.URL;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.People;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static org.assertj.core.api.Assertions.assertThat;

/** A challenge from the claim's page to the answer on its timeline, in a real browser. */
@QuarkusTest
class ChallengePagesTest {
    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL site;

    @Test
    void aReaderIsHeardAndAnswered() {
        clock.stopAt("2026-03-01T10:00:00Z");
        String mark = UUID.randomUUID().toString();
        long claim = fixture.statement("The ferry carries 200 cars.")
                .by("Robin Muster")
                .verdict("ORIGINAL", "true", "2026-01-02", "2026-01-02T08:00:00Z", "It does.", "First.")
                .number;
        try (Browser browser = Browser.open()) {
            Page reader = browser.visitor();
            reader.navigate(site + "claims/" + claim);
            reader.click("text=Challenge this claim");
            Reading.isFineForEveryone(reader);
            reader.click("text=Send the challenge");
            assertThat(Reading.title(reader)).startsWith("Error: ");
            Reading.isFineForEveryone(reader);
            reader.check("[value=VERDICT]");
            reader.fill("#words", "The owner says 180 cars, in a leaflet of this year. " + mark + "x".repeat(200));
            reader.click("text=Send the challenge");
            assertThat(Reading.text(reader, "main")).contains("Not answered yet");
            Reading.isFineForEveryone(reader);

            Page jonas = browser.visitor();
            var cookie = people.cookieOf(people.editor()).entrySet().iterator().next();
            jonas.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
            String row = challengeOn(jonas, mark);
            Reading.isFineForEveryone(jonas);
            jonas.click(row + " >> button");
            Reading.isFineForEveryone(jonas);
            row = challengeOn(jonas, mark);
            jonas.selectOption(row + " >> select", "CHANGED");
            jonas.fill(row + " >> textarea", "You are right; the leaflet is now among the sources.");
            jonas.check(row + " >> [name=timeline]");
            jonas.click(row + " >> button");
            jonas.click("text=Answered");
            Reading.isFineForEveryone(jonas);

            String received = reader.url();
            reader = browser.visitor();
            reader.navigate(received);
            assertThat(Reading.text(reader, "main")).contains("We changed the record", "You are right");
            Reading.isFineForEveryone(reader);
            reader = browser.visitor();
            reader.navigate(site + "claims/" + claim);
            assertThat(Reading.text(reader, "#steps")).contains("Challenged by a reader, and put right");
            Reading.isFineForEveryone(reader);
        }
    }

    /** Opens the page of the list that has it; others' tests leave challenges before it. */
    private String challengeOn(Page desk, String mark) {
        String row = ".pair:has-text('" + mark + "')";
        for (int page = 1; page <= 4; page++) {
            desk.navigate(site + "desk/challenges?page=" + page);
            if (desk.locator(row).count() == 1) {
                break;
            }
        }
        return row;
    }
}
