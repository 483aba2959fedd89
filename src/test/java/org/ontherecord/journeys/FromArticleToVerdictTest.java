package org.ontherecord.journeys;

import java.net.URL;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.platform.JobsRun;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The main job, start to end, as three people do it: a checker, an editor, and somebody who reads. */
@QuarkusTest
@JobsRun("extraction")
class FromArticleToVerdictTest {
    private static final Pattern CLAIM_ADDRESS = Pattern.compile(".*/desk/claims/\\d+.*");

    @TestHTTPResource("/")
    URL site;

    @Inject
    People people;

    private Browser browser;

    /** Names the candidate apart in each run, so that nobody's earlier claim is in the way. */
    private final String candidate = "Robin Sample"
            + UUID.randomUUID().toString().replaceAll("[^a-f]", "").toLowerCase();

    @BeforeEach
    void open() {
        browser = Browser.open();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aPromiseFoundInAnArticleIsCheckedSignedOffPublishedAndCorrected() {
        Page checker = signedIn(people.checker());
        pasteTheArticle(checker);
        acceptThePromise(checker);
        String desk = checker.url();
        research(checker);
        saveAndSend(checker);

        Page editor = signedIn(people.editor());
        approve(editor, desk);
        publish(editor, "Original", "First published.");

        Page reader = browser.visitor();
        String claimPage =
                editor.getByRole(AriaRole.LINK, named("See the public page")).getAttribute("href");
        read(reader, claimPage);

        correct(checker, desk);
        approve(editor, desk);
        publish(editor, "Correction", "We were wrong: a partial settlement did come into force in time.");
        readTheCorrection(reader, publicPage(editor));
    }

    private Page signedIn(Account account) {
        Page page = browser.visitor();
        page.navigate(at("/desk/articles"));
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        Reading.isFineForEveryone(page);
        page.getByLabel("E-mail address").fill(account.email);
        page.getByLabel("Password").fill(People.PASSWORD);
        button(page, "Sign in").click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Articles"))).isVisible();
        return page;
    }

    private void pasteTheArticle(Page page) {
        page.getByRole(AriaRole.LINK, named("Add article")).first().click();
        page.getByRole(AriaRole.LINK, named("Pasted text")).click();
        Reading.isFineForEveryone(page);
        page.getByLabel("Text of the article").fill(("""
                Politics
                Next Story
                Sample Wire

                %1$s returns to an old promise

                Send Push
                Presidential candidate %1$s said on Friday that the talks about the strike would go on, according to a statement.

                Unions were asked what they expect. "We have heard it before," a speaker said.

                %1$s's campaign promise to end the rail strike "within 24 hours" of taking office named no plan, and unions asked from which hour it counts.

                Loving Sample Wire? Download the app now""").formatted(candidate));
        page.getByText("Title, outlet, author, date").click();
        page.getByLabel("Outlet").fill("Sample Wire");
        page.getByLabel("Published on").fill("8 Nov 2024");
        button(page, "Find claims").click();
        assertThat(page.getByText("Most worth checking")).isVisible();
        assertThat(page.locator(".candidates")).not().containsText("Download the app");
        assertThat(page.locator(".candidates")).not().containsText("Send Push");
        Reading.isFineForEveryone(page);
    }

    private void acceptThePromise(Page page) {
        page.locator(".worth-first a").first().click();
        Locator card = page.locator(".candidate.is-selected");
        assertThat(card.locator("blockquote")).containsText("within 24 hours");
        assertThat(card.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Promise")))
                .isChecked();
        card.getByLabel("The claim in plain words")
                .fill(candidate + " will end the rail strike within 24 hours of taking office.");
        card.getByLabel("Said by").fill(candidate);
        page.locator("#decide .button.primary").click();
        Reading.isFineForEveryone(page);
        page.locator(".toast a").click();
        assertThat(page).hasURL(CLAIM_ADDRESS);
        Reading.isFineForEveryone(page);
    }

    private void research(Page page) {
        page.locator("#deadline_date").fill("2025-01-21");
        page.locator("#deadline_time").fill("12:00");
        page.getByLabel("Time zone").fill("America/New_York");
        page.getByLabel("The rule in words").fill("24 hours from noon on 20 January 2025, when the term began.");
        source(page, 0, "Ministry of Sample Railways", "Situation report, 21 January 2025", "2025-01-22", true);
        source(page, 1, "Sample Wire", "Trains stand still for a ninth week", "2025-01-23", false);
        page.locator("input[name=rating][value=broken]").check();
        page.getByLabel("In force from").fill("2025-01-22");
        page.getByLabel("Why, in one sentence").fill("The strike had not ended by noon on 21 January 2025.");
        page.getByLabel("What we found").fill("The strike **went on** after the deadline.");
    }

    private void source(Page page, int row, String publisher, String title, String dated, boolean primary) {
        button(page, "Add a source Alt E").click();
        Locator source = page.locator("#evidence-" + row);
        source.getByLabel("Publisher").fill(publisher);
        source.getByLabel("Title").fill(title);
        source.getByLabel("Dated").fill(dated);
        source.getByLabel("Contradicts").check();
        if (primary) {
            source.getByLabel("Primary").check();
        }
    }

    private void saveAndSend(Page page) {
        button(page, "Save draft").last().click();
        assertThat(page.locator(".desk-aside")).containsText("2 sources, at least one of them primary");
        assertThat(page.locator("#deadline-echo")).containsText("17:00 UTC");
        Reading.isFineForEveryone(page);
        button(page, "Send to review").last().click();
        assertThat(page.locator(".stepper [aria-current=step]")).containsText("In review");
        Reading.isFineForEveryone(page);
    }

    private void approve(Page page, String claim) {
        page.navigate(at("/desk/review"));
        Reading.isFineForEveryone(page);
        page.navigate(claim.replaceAll("[?#].*", "") + "/review");
        Reading.isFineForEveryone(page);
        page.getByLabel("Approve this version").check();
        button(page, "Send decision").click();
        assertThat(page.locator(".stepper [aria-current=step]")).containsText("Approved");
    }

    private void publish(Page page, String kind, String reason) {
        page.getByRole(AriaRole.LINK, named("Publish…")).first().click();
        page.getByLabel(kind).check();
        page.getByLabel("Reason for readers").fill(reason);
        Reading.isFineForEveryone(page);
        button(page, "Publish").click();
        assertThat(page.getByRole(AriaRole.LINK, named("See the public page"))).isVisible();
    }

    private static String publicPage(Page editor) {
        return editor.getByRole(AriaRole.LINK, named("See the public page")).getAttribute("href");
    }

    private void read(Page page, String address) {
        page.navigate(at(address));
        assertThat(page.locator("h1")).containsText("will end the rail strike within 24 hours");
        assertThat(page.locator(".verdict-word")).hasText("Broken");
        assertThat(page.locator(".verdict-card")).containsText("The strike had not ended by noon");
        assertThat(page.locator("figure svg[role=img]").first()).isVisible();
        assertThat(steps(page)).containsText("Broken");
        assertThat(steps(page)).containsText("Deadline passed");
        assertThat(page.getByText("went on", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Reading.isFineForEveryone(page);
        for (String path : new String[] {"/", "/claims", "/people", "/articles", "/how-we-rate", "/data"}) {
            page.navigate(at(path));
            Reading.isFineForEveryone(page);
        }
    }

    private void correct(Page page, String claim) {
        page.navigate(claim);
        page.locator("input[name=rating][value=compromise]").check();
        page.getByLabel("Why, in one sentence").fill("A partial settlement was in force by noon on 21 January 2025.");
        page.getByLabel("Note on this change").fill("The first report missed the partial settlement.");
        button(page, "Send to review").last().click();
        assertThat(page.locator(".stepper [aria-current=step]")).containsText("In review");
    }

    private void readTheCorrection(Page page, String address) {
        page.navigate(at(address));
        assertThat(page.locator(".verdict-word")).hasText("Compromise");
        assertThat(page.locator("table.history")).containsText("Broken");
        assertThat(page.locator("table.history")).containsText("We were wrong");
        assertThat(steps(page)).containsText("Broken");
        assertThat(steps(page)).containsText("Compromise");
        Reading.isFineForEveryone(page);
    }

    private static Locator steps(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Step by step"));
    }

    private String at(String path) {
        return site.toString().replaceAll("/$", "") + path;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setLevel(1);
    }
}
