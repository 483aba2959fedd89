package org.ontherecord.review;

import java.net.URL;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.published.PublishedFixture;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Writing, reviewing and publishing a check as people do it, in a real browser. */
@QuarkusTest
class EditorJourneyTest {
    private static final String LONG = "Nobody counted the trees of the sample town twice and alike. ".repeat(30);
    private static Browser browser;

    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @TestHTTPResource("/")
    URL site;

    private Claim claim;
    private Page ana;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void aClaimOnTheDesk() {
        claim = Checked.promise(people.checker());
        ana = visit(people.checker());
    }

    @Test
    void twoPeopleWriteOneClaimAndNobodyLosesAWord() {
        open(ana, "");
        save(ana);
        Page mira = visit(people.secondChecker());
        open(mira, "");
        mira.fill("#reason", "Mira found that no ceasefire was in force.");
        mira.fill("#body", "Mira read **every** report. " + LONG);
        save(mira);
        assertThat(mira.locator(".notice").first()).containsText("The draft is saved.");

        ana.fill("#reason", "Ana found that shelling went on.");
        ana.fill("#capacity", "as a candidate for an office made up for this test");
        save(ana);
        assertThat(ana.locator("main")).containsText("Mira Okafor saved this claim while you were writing");
        assertThat(ana.locator("main")).containsText(new String[] {"Ana found that shelling went on."});
        assertThat(ana.locator("main")).containsText(new String[] {"Mira found that no ceasefire was in force."});
        Reading.isFineForEveryone(ana);
        ana.check("[name=take-reason][value=mine]");
        ana.click("text=Save as a draft");
        assertThat(ana.locator(".notice").first()).containsText("The draft is saved.");
        assertThat(ana.inputValue("#reason")).isEqualTo("Ana found that shelling went on.");
        assertThat(ana.inputValue("#capacity")).startsWith("as a candidate");
        assertThat(ana.inputValue("#body")).startsWith("Mira read **every** report.");
        open(mira, "/review");
        assertThat(mira.locator("main")).containsText("saved version");
    }

    @Test
    void whileOneWritesDatesAreSaidBackAndTheTimelineIsDrawnAsReadersWillSeeIt() {
        ana.clock().install();
        open(ana, "");
        ana.click("text=Add an outside source");
        ana.fill("#said-date", "spring 2023");
        ana.fill("#deadline_date", "21 Jan 2025");
        ana.fill("#deadline_time", "12:00");
        ana.fill("#deadline_zone", "New York");
        ana.check("[name=rating][value=broken]");
        ana.fill("#in_force_from", "22 Jan 2025");
        ana.fill("#reason", "The war had not ended by the deadline.");
        ana.clock().runFor(4_000);
        assertThat(ana.locator("#kept-status")).containsText("Saved");
        assertThat(ana.locator("[data-echo=said-date]"))
                .hasText("Understood as about spring 2023: 1 Mar – 31 May 2023.");
        assertThat(ana.locator("#deadline-echo")).containsText("America/New_York (UTC-05:00), that is 17:00 UTC");
        assertThat(ana.locator("#preview .timeline-mini")).isVisible();
        assertThat(ana.locator("#preview-steps")).containsText("22 Jan 2025: Broken new");
        Reading.isFineForEveryone(ana);
    }

    @Test
    void whoIsMeantAndWhomWeAskedAreWrittenDownWithoutLeavingTheDesk() {
        String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
        fixture.speaker("Anna Muster " + mark, "Mayor " + mark);
        fixture.speaker("Berta Muster " + mark, "Mayor " + mark);
        open(ana, "");
        ana.locator("#speaker").fill("");
        ana.locator("#speaker").pressSequentially("Berta Muster " + mark.substring(0, 6));
        ana.waitForFunction(
                "name => [...document.querySelectorAll('#speakers option')].some(one => one.value === name)",
                "Berta Muster " + mark);
        ana.fill("#speaker", "Mayor " + mark);
        save(ana);
        assertThat(ana.locator(".error-summary")).containsText("Choose which of them is meant.");
        Reading.isFineForEveryone(ana);
        ana.check(".which label:has-text('Berta') input");
        save(ana);
        assertThat(ana.inputValue("#speaker")).isEqualTo("Berta Muster " + mark);

        ana.click("text=Write down whom we asked");
        Reading.isFineForEveryone(ana);
        ana.click("button.primary:has-text('Write it down')");
        assertThat(Reading.title(ana)).startsWith("Error: ");
        Reading.isFineForEveryone(ana);
        ana.fill("#asked", "the office of the mayor of the sample town");
        ana.check("[name=way][value=LETTER]");
        ana.fill("#asked_on", "3 Nov 2024");
        ana.fill("#question", LONG);
        ana.click("button.primary:has-text('Write it down')");
        assertThat(ana.locator(".contact")).containsText("by letter on 3 Nov 2024");
        ana.check(".contact [value=ANSWERED]");
        ana.fill(".contact input[name^=on_day]", "5 Nov 2024");
        ana.fill(".contact textarea", "We had planted nine trees by then.");
        ana.click(".contact button");
        assertThat(ana.locator(".contact")).containsText("They answered on 5 Nov 2024");
        Reading.isFineForEveryone(ana);
    }

    @Test
    void fromDraftToPublicationWithASecondPersonAndBackAgain() {
        open(ana, "");
        ana.click("section:has(#evidence) >> text=Add a source");
        DeskPagesTest.fill(ana, new Typing());
        ana.fill("#body", LONG);
        ana.click("form#claim .actions >> text=Send to review");
        Page jonas = visit(people.editor());
        open(jonas, "/review");
        jonas.focus("#field-rating");
        jonas.keyboard().press("v");
        assertThat(jonas.locator("#field-rating.is-seen")).isVisible();
        jonas.locator("#field-reason summary").click();
        jonas.fill("#text-reason", "By whose clock?");
        jonas.click("#field-reason >> text=Add comment");
        jonas.check("[value=RETURNED]");
        jonas.fill("#note", "Please say by whose clock.");
        jonas.click("text=Send decision");

        open(ana, "");
        assertThat(ana.locator(".field:has(#reason) .field-comment")).containsText("By whose clock?");
        ana.fill("#reason", "The war had not ended by noon in Washington.");
        ana.click("form#claim .actions >> text=Send to review");
        open(ana, "/review");
        assertThat(ana.locator("main")).containsText("You can't approve your own change.");
        assertThat(ana.locator("[value=APPROVED]")).hasCount(0);

        open(jonas, "/review");
        jonas.check("[value=APPROVED]");
        jonas.click("text=Send decision");
        jonas.click("text=Publish…");
        assertThat(jonas.locator("main")).containsText("What readers will see");
        assertThat(jonas.locator("main")).containsText("In force from 22 Jan 2025, as approved");
        Reading.isFineForEveryone(jonas);
        jonas.fill("#public_reason", "First verdict.");
        jonas.click("button:has-text('Publish')");
        assertThat(jonas.locator(".notice").first()).containsText("It is public now.");
        jonas.goBack();
        jonas.fill("#public_reason", "Pressed once more.");
        jonas.click("button:has-text('Publish')");
        assertThat(jonas.locator("[role=alert]").first())
                .containsText("This version is public already, published by Jonas");
        Reading.isFineForEveryone(jonas);
        jonas.navigate(site + "claims/" + claim.id);
        assertThat(jonas.locator(".verdict-card")).containsText("Broken");
    }

    @Test
    void aSessionThatEndedWhileOneWroteCostsNoWord() {
        open(ana, "");
        ana.fill("#reason", "Typed before the session ended, and worth keeping.");
        Page window = ana.context().newPage();
        window.navigate(site + "desk/claims");
        window.click("text=Sign out");
        window.close();
        save(ana);
        assertThat(ana.locator("h1")).hasText("You are signed out");
        Reading.isFineForEveryone(ana);
        signIn(ana, people.checker());
        ana.click("text=Send it again");
        assertThat(ana.locator(".notice").first()).containsText("The draft is saved.");
        assertThat(ana.inputValue("#reason")).isEqualTo("Typed before the session ended, and worth keeping.");
    }

    private void save(Page page) {
        page.click("form#claim .actions >> text=Save draft");
    }

    private void open(Page page, String tail) {
        page.navigate(site + "desk/claims/" + claim.id + tail);
        Reading.isFineForEveryone(page);
    }

    private Page visit(Account account) {
        Page page = browser.visitor();
        signIn(page, account);
        return page;
    }

    private void signIn(Page page, Account account) {
        var cookie = people.cookieOf(account).entrySet().iterator().next();
        page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
    }
}
