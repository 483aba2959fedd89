package org.ontherecord.review.copies;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.People;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.journeys.forms.Drafts;
import org.ontherecord.journeys.forms.Rows;
import org.ontherecord.platform.TestClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A page is saved for good while a check is written, in a real browser; one archive of this machine saves it, one does not. */
@QuarkusTest
class CopyJourneyTest {
    private static final String SAVED = "{\"status\":\"success\",\"timestamp\":\"20261120140642\"}";
    private static final String REFUSED =
            "{\"status\":\"error\",\"message\":\"The site forbids copies of %s.\"}".formatted("longwords".repeat(20));

    @Inject
    People people;

    @Inject
    Drafts drafts;

    @Inject
    Rows rows;

    @Inject
    CopyJob job;

    @Inject
    Config config;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL site;

    private HttpServer archive;
    private volatile String outcome = SAVED;

    @BeforeEach
    void anArchive() throws IOException {
        clock.stopAt("2026-11-20T14:05:00Z");
        archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        archive.createContext("/", exchange -> {
            String said = exchange.getRequestMethod().equals("POST") ? "{\"job_id\":\"spn2-0123abcd\"}" : outcome;
            byte[] body = said.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        archive.start();
        job.use(new ArchiveSettings(address(), "sample:words", Duration.ofMinutes(1)));
    }

    @AfterEach
    void stop() {
        archive.stop(0);
        job.use(ArchiveSettings.of(config));
        rows.change("update copy_request set state = 'REFUSED', trouble = 'The test is over.', finished_at = now()"
                + " where state = 'WAITING'");
    }

    @Test
    void aSourceIsSavedByAnArchiveAndItsCopyIsTakenOverWithOnePress() {
        try (Browser browser = Browser.open()) {
            Page ana = editor(browser);
            ana.fill("#reason", "Typed before the archive was asked.");
            ana.click("#evidence-0 >> text=Ask an archive for a copy");
            assertThat(ana.locator("#evidence-0-url-error")).containsText("Give the web address of source 1 first");
            Reading.isFineForEveryone(ana);
            String source = "https://" + UUID.randomUUID() + ".example/budget";
            ana.fill("#evidence-0-url", source);
            ana.click("#evidence-0 >> text=Ask an archive for a copy");
            assertThat(copy(ana)).containsText("It has not answered yet.");
            assertThat(ana.inputValue("#reason")).isEqualTo("Typed before the archive was asked.");
            Reading.isFineForEveryone(ana);

            answered();
            ana.click("#evidence-0 >> text=Look again");
            assertThat(copy(ana)).containsText("The archive saved it on 20 Nov 2026, 14:06 UTC");
            Reading.isFineForEveryone(ana);
            ana.click("#evidence-0 >> text=Use this copy");
            assertThat(ana.locator("#evidence-0-saved_copy_url")).hasValue(address() + "/web/20261120140642/" + source);
            assertThat(ana.inputValue("#reason")).isEqualTo("Typed before the archive was asked.");
            Reading.isFineForEveryone(ana);
        }
    }

    @Test
    void whatAnArchiveRefusesIsSaidBesideTheSourceAndCanBeAskedForAgain() {
        outcome = REFUSED;
        try (Browser browser = Browser.open()) {
            Page ana = editor(browser);
            ana.fill("#evidence-0-url", "https://" + UUID.randomUUID() + ".example/budget");
            ana.click("#evidence-0 >> text=Ask an archive for a copy");
            assertThat(copy(ana)).containsText("It has not answered yet.");
            answered();
            ana.click("#evidence-0 >> text=Look again");
            assertThat(copy(ana)).containsText("The archive says: “The site forbids copies");
            Reading.isFineForEveryone(ana);
            ana.click("#evidence-0 >> text=Ask again");
            assertThat(copy(ana)).containsText("It has not answered yet.");
        }
    }

    /** Once it is asked, and once it is asked what came of it. */
    private void answered() {
        job.run();
        clock.forward(Duration.ofSeconds(11));
        job.run();
    }

    private Page editor(Browser browser) {
        Page ana = browser.visitor();
        var cookie = people.cookieOf(people.checker()).entrySet().iterator().next();
        ana.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
        ana.navigate(site + "desk/claims/" + drafts.claim());
        ana.click("section:has(#evidence) >> text=Add a source");
        ana.fill("#evidence-0-source", "The sample town");
        ana.fill("#evidence-0-title", "The budget");
        return ana;
    }

    private static Locator copy(Page page) {
        return page.locator("#evidence-0 .copy-request").first();
    }

    private String address() {
        return "http://127.0.0.1:" + archive.getAddress().getPort();
    }
}
