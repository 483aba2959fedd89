package org.ontherecord.journeys;

import java.net.URL;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.extraction.Readings;

import static org.assertj.core.api.Assertions.assertThat;

/** The inbox begins with its candidates where there is little room, and a key moves the page no further than it must. All invented. */
@QuarkusTest
class InboxOnAPhoneTest {
    private static final int PHONE = 390;
    private static final int HEIGHT = 844;
    private static final Page.WaitForSelectorOptions ATTACHED =
            new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);

    private Browser browser;
    private String mark;

    @Inject
    People people;

    @Inject
    Readings readings;

    @TestHTTPResource("/")
    URL site;

    @BeforeEach
    void anArticleIsRead() {
        browser = Browser.open();
        mark = new Random()
                .ints(9, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .insert(0, 'P')
                .toString();
        DeskBrowser.with(people.cookieOf(people.checker()))
                .post(
                        "/desk/articles/new?by=text",
                        "title",
                        "Sample news " + mark,
                        "text",
                        "Mayor Dana %1$s pledged to build 400 %1$s homes by the end of 2031. Unemployment in %1$s fell to 4 percent in 2023, according to the statistics office."
                                .formatted(mark))
                .statusCode(303);
        readings.run();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theFirstCandidateStandsOnTheFirstScreenOfAPhone() {
        for (Page page : List.of(browser.visitor(), browser.visitorWithoutScripts())) {
            page.setViewportSize(PHONE, HEIGHT);
            signedIn(page).navigate(site + "desk/inbox?q=" + mark);
            BoundingBox row = page.locator(".inbox-row").first().boundingBox();
            assertThat(row.y + row.height).isLessThanOrEqualTo(HEIGHT);
            assertThat(page.locator("#filter-q").isVisible()).isFalse();
            assertThat(page.locator("#name").isVisible()).isFalse();

            page.click("summary:has-text('Filter: “" + mark + "”')");
            page.fill("#filter-q", mark + " homes");
            page.click("button:has-text('Filter')");
            page.waitForSelector("summary:has-text('Filter: “" + mark + " homes”')");
            page.click("summary:has-text('Saved views')");
            assertThat(page.locator("#name").isVisible()).isTrue();
        }
    }

    @Test
    void whereThereIsRoomFiltersAndViewsStandOpen() {
        Page page = signedIn(browser.visitor());
        page.navigate(site + "desk/inbox?q=" + mark);
        assertThat(page.locator("#filter-q").isVisible()).isTrue();
        assertThat(page.locator("#name").isVisible()).isTrue();
        assertThat(page.locator(".inbox-fold > summary:visible").count()).isZero();
        Reading.isFineForEveryone(page);
        page.setViewportSize(PHONE, HEIGHT);
        page.locator(".inbox-fold > summary").all().forEach(fold -> fold.click());
        Reading.isFineForEveryone(page);
    }

    @Test
    void theKeyForTheSearchOpensWhatItStandsIn() {
        Page page = signedIn(browser.visitor());
        page.setViewportSize(PHONE, HEIGHT);
        page.navigate(site + "desk/inbox?q=" + mark);
        page.waitForSelector("#reason kbd:not([hidden])", ATTACHED);
        page.keyboard().press("/");
        page.waitForFunction("() => document.activeElement.id === 'filter-q'");
        assertThat(page.locator("#filter-q").isVisible()).isTrue();
    }

    @Test
    void aViewThatCannotBeSavedIsSaidWhereItWasTyped() {
        Page page = signedIn(browser.visitorWithoutScripts());
        page.setViewportSize(PHONE, HEIGHT);
        page.navigate(site + "desk/inbox?q=" + mark);
        page.click("summary:has-text('Saved views')");
        page.click("button:has-text('Save the view')");
        page.waitForSelector("#name-error");
    }

    @Test
    void theKeyForDismissingMovesThePageNoFurtherThanItMust() {
        Page page = signedIn(browser.visitor());
        page.setViewportSize(1280, 600);
        page.navigate(site + "desk/inbox?q=" + mark);
        page.waitForSelector("#reason kbd:not([hidden])", ATTACHED);
        String reasons = "document.getElementById('reason').getBoundingClientRect()";
        assertThat(number(page, reasons + ".top")).as("below the fold").isGreaterThan(600);
        page.keyboard().press("d");
        page.waitForFunction("() => document.activeElement.closest('#reason')");
        assertThat(number(page, reasons + ".bottom")).isBetween(560.0, 600.5);

        page.evaluate("document.activeElement.blur()");
        page.evaluate("scrollBy(0, 150)");
        double stands = number(page, "scrollY");
        page.keyboard().press("d");
        page.waitForFunction("() => document.activeElement.closest('#reason')");
        assertThat(number(page, "scrollY")).as("all of it was to be seen").isEqualTo(stands);
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private Page signedIn(Page page) {
        var cookie = people.cookieOf(people.checker()).entrySet().iterator().next();
        page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
        return page;
    }
}
