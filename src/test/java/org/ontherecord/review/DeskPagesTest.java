package org.ontherecord.review;

import java.net.URL;
import java.util.List;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of a check in a real browser, in every state, for everyone who reads them. */
@QuarkusTest
class DeskPagesTest {
    static Browser browser;

    @Inject
    People people;

    @TestHTTPResource("/")
    URL site;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @Test
    void aCheckFromEmptyEditorToCorrectionIsFineForEveryone() {
        Claim claim = Checked.promise(people.checker());
        Page ana = visit(people.checker());
        Page jonas = visit(people.editor());

        open(ana, "/desk/claims");
        open(ana, "/desk/claims/new");
        ana.click(".button >> text=Add the claim");
        Reading.isFineForEveryone(ana);
        open(ana, "/desk/claims/" + claim.id);

        ana.fill("#reason", "x".repeat(201));
        ana.click("text=Add an outside source");
        ana.fill("#said-quote", "In 24 hours.");
        ana.click("section:has(#evidence) >> text=Add a source");
        assertThat(ana.inputValue("#said-quote")).isEqualTo("In 24 hours.");
        ana.click("form#claim .actions >> text=Save draft");
        assertThat(Reading.title(ana)).startsWith("Error: ");
        Reading.isFineForEveryone(ana);

        fill(ana, new Typing());
        ana.fill("#said-quote", "");
        ana.click("form#claim .actions >> text=Send to review");
        assertThat(Reading.text(ana, ".desk-main")).contains("in review");
        Reading.isFineForEveryone(ana);

        open(jonas, "/desk/review");
        jonas.click("a[href='/desk/claims/" + claim.id + "/review']");
        Reading.isFineInEverySetting(jonas);
        jonas.check("[value=APPROVED]");
        jonas.click("text=Send decision");
        jonas.click("text=Publish…");
        jonas.click("button:has-text('Publish')");
        Reading.isFineInEverySetting(jonas);
        jonas.fill("#public_reason", "First verdict.");
        jonas.click("button:has-text('Publish')");
        Reading.isFineForEveryone(jonas);

        open(ana, "/desk/claims/" + claim.id);
        Page mira = visit(people.secondChecker());
        open(mira, "/desk/claims/" + claim.id);
        mira.fill("#reason", "The war had not ended by noon in Washington on 21 January 2025.");
        mira.fill("#note", "The deadline is said in full.");
        mira.click("form#claim .actions >> text=Save draft");
        ana.fill("#reason", "No ceasefire was in force at the deadline.");
        ana.check("[value=stalled]");
        ana.fill("#note", "One more source.");
        ana.click("form#claim .actions >> text=Save draft");
        Reading.isFineForEveryone(ana);
        ana.check("[name=take-reason][value=mine]");
        ana.click("text=Save as a draft");
        ana.click("form#claim .actions >> text=Send to review");
        open(jonas, "/desk/claims/" + claim.id + "/review");
        open(mira, "/desk/claims/" + claim.id + "/review");
    }

    @Test
    void theEditorCanBeSentWithTheKeyboardAlone() {
        Claim claim = Checked.promise(people.checker());
        Page ana = visit(people.checker());
        ana.navigate(site + "desk/claims/" + claim.id);
        ana.focus("#capacity");
        ana.keyboard().type("as a candidate");
        ana.keyboard().press("Enter");
        ana.waitForSelector("text=The draft is saved.");
        assertThat(ana.inputValue("#capacity")).isEqualTo("as a candidate");
    }

    @Test
    void whatIsTypedIsKeptByItselfAndSurvivesTheBrowser() {
        Claim claim = Checked.promise(people.checker());
        Page ana = visit(people.checker());
        ana.clock().install();
        ana.navigate(site + "desk/claims/" + claim.id);
        ana.check("[name=rating][value=broken]");
        ana.fill("#in_force_from", "2025-01-22");
        ana.fill("#reason", "The war had not ended by the deadline.");
        ana.clock().runFor(4_000);
        ana.waitForSelector("#kept-status:has-text('Saved')");
        ana.waitForSelector("#preview:has-text('Broken'):has-text('The war had not ended by the deadline.')");
        Reading.isFineForEveryone(ana);

        Page again = visit(people.checker());
        open(again, "/desk/claims/" + claim.id);
        assertThat(again.inputValue("#reason")).isEqualTo("The war had not ended by the deadline.");
        again.keyboard().press("Control+s");
        again.waitForSelector("text=The draft is saved.");
    }

    @Test
    void aReviewGoesFieldByFieldWithTheKeyboard() {
        Claim claim = Checked.promise(people.checker());
        Page ana = visit(people.checker());
        ana.navigate(site + "desk/claims/" + claim.id);
        ana.focus("#reason");
        ana.keyboard().press("Alt+e");
        ana.waitForSelector("#evidence-0");
        fill(ana, new Typing());
        ana.focus("#note");
        ana.keyboard().press("Control+Enter");
        ana.waitForSelector("text=sent to review");

        Page jonas = visit(people.editor());
        jonas.navigate(site + "desk/claims/" + claim.id + "/review");
        jonas.keyboard().press("v");
        jonas.waitForSelector("#field-rating.is-seen");
        jonas.navigate(site + "desk/claims/" + claim.id + "/review");
        jonas.keyboard().press("j");
        jonas.waitForSelector("#field-in_force_from:focus");
        jonas.keyboard().press("j");
        jonas.keyboard().press("c");
        jonas.keyboard().type("By whose clock?");
        jonas.click("#field-reason >> text=Add comment");
        jonas.waitForSelector("#field-reason .comments");
        Reading.isFineForEveryone(jonas);
        jonas.navigate(site + "desk/claims/" + claim.id);
        jonas.click("text=Publish without review…");
        Reading.isFineForEveryone(jonas);
        jonas.click("button:has-text('Publish without review')");
        Reading.isFineForEveryone(jonas);
    }

    private void open(Page page, String path) {
        page.navigate(site + path.substring(1));
        Reading.isFineForEveryone(page);
    }

    private Page visit(Account account) {
        Page page = browser.visitor();
        var cookie = people.cookieOf(account).entrySet().iterator().next();
        page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
        return page;
    }

    static void fill(Page page, Typing typing) {
        page.waitForLoadState();
        for (int row = 0; row < 2; row++) {
            if (page.locator("#evidence-" + row).count() == 0) {
                page.click("section:has(#evidence) >> text=Add a source");
                page.waitForSelector("#evidence-" + row);
            }
        }
        String[] values = typing.values();
        for (int i = 0; i < values.length; i += 2) {
            String name = values[i];
            var control = page.locator("main [name='" + name + "']");
            String type = control.first().getAttribute("type");
            if ("radio".equals(type)) {
                page.check("main [name='" + name + "'][value='" + values[i + 1] + "']");
            } else if ("checkbox".equals(type)) {
                control.setChecked(!values[i + 1].isEmpty());
            } else {
                control.fill(values[i + 1].replace("\r", ""));
            }
        }
    }
}
