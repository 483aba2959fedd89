package org.ontherecord.review.deadline;

import java.net.URL;
import java.util.List;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.People;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static org.assertj.core.api.Assertions.assertThat;

/** The deadline that passed, from the top of the list to settled and back, in a real browser. */
@QuarkusTest
class DeadlinePagesTest {
    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @Inject
    DeadlineJob job;

    @TestHTTPResource("/")
    URL site;

    @BeforeEach
    void stop() {
        clock.stopAt("2026-11-21T12:00:00Z");
    }

    @Test
    void aDeadlineIsSetAsideAndPutBackByAnybodyWhoCanReadThePage() {
        long claim = due("2026-11-20T22:59:59Z");
        due("2027-03-31T21:59:59Z");
        job.run();
        try (Browser browser = Browser.open()) {
            Page ana = browser.visitor();
            var cookie = people.cookieOf(people.checker()).entrySet().iterator().next();
            ana.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
            ana.navigate(site + "desk/deadlines");
            Reading.isFineForEveryone(ana);
            String row = "tr:has(a[href='/desk/claims/" + claim + "'])";
            leafTo(ana, row);
            ana.click(row + " >> button");
            assertThat(Reading.title(ana)).startsWith("Error: ");
            Reading.isFineForEveryone(ana);
            ana.fill(row + " >> [name=note]", "The bridge opens on Monday. " + "Longword".repeat(20));
            ana.click(row + " >> button");
            assertThat(Reading.text(ana, "[role=status]")).contains("Set aside");
            ana.click(".tabs a:has-text('Settled')");
            leafTo(ana, row);
            assertThat(Reading.text(ana, "section:has(#settled) " + row)).contains("Set aside by Ana Ferrand");
            Reading.isFineForEveryone(ana);
            ana.click(row + " >> button");
            leafTo(ana, "section:has(#passed) " + row);
        }
    }

    /** Other tests' deadlines may fill the first pages. */
    private static void leafTo(Page page, String row) {
        page.waitForLoadState();
        while (page.locator(row).count() == 0) {
            page.click("a[rel=next]");
            page.waitForLoadState();
        }
    }

    private long due(String at) {
        return fixture.promise("The longest bridge of the whole province will be open to everybody on foot by then.")
                .due(at, "Europe/Paris", "The end of that day.")
                .verdict("ORIGINAL", "in-the-works", "2026-11-01", "2026-11-01T08:00:00Z", "By the plan.", "Opened.")
                .number;
    }
}
