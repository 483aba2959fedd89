package org.ontherecord.claim.likeness;

import java.net.URL;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.InventedWord;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.extraction.Readings;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static org.assertj.core.api.Assertions.assertThat;

/** Suggestions, duplicates and relations in a real browser: with keys, while typing, and for everyone who reads them. */
@QuarkusTest
class LikenessPagesTest {
    static Browser browser;

    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    EntityManager database;

    @Inject
    TestClock clock;

    @Inject
    Readings readings;

    @TestHTTPResource("/")
    URL site;

    private String mark;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void nameThem() {
        mark = InventedWord.beginningWith('Q');
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from likely_duplicate")
                        .executeUpdate());
    }

    @Test
    void oneKeyLinksACandidateAndNeverActsInAField() {
        String quote = "The " + mark + " council will build 400 homes by 2027";
        long claim = claim(quote + ".");
        Page ana = visit(people.checker());
        ana.navigate(site + candidate(quote).substring(1));
        Reading.isFineForEveryone(ana);
        ana.focus("#wording");
        ana.keyboard().press("l");
        assertThat(ana.inputValue("#wording")).contains("l");
        assertThat(Reading.text(ana, ".toast")).isBlank();
        assertThat(Reading.text(ana, "[data-key~='1'] kbd")).isEqualTo("L");
        ana.focus(".candidate.is-selected");
        ana.keyboard().press("l");
        ana.waitForSelector(".toast >> text=Linked to C-" + claim);
        ana.focus(".candidate.is-selected, .candidate-link");
        ana.keyboard().press("u");
        ana.waitForSelector("#match-" + claim);
        ana.click("#match-" + claim + " >> text=Not the same");
        ana.waitForSelector(".toast >> text=C-" + claim + " is not suggested");
        Reading.isFineForEveryone(ana);
        assertThat(ana.locator("#match-" + claim).count()).isZero();
        ana.keyboard().press("u");
        ana.waitForSelector("#match-" + claim);
    }

    @Test
    void earlierClaimsAppearWhileAClaimIsTypedAndAreAnnounced() {
        long claim = claim("The city of " + mark + " has planted 900 trees.");
        Page ana = visit(people.checker());
        ana.navigate(site + "desk/claims/new");
        // In one go, so that one answer comes.
        ana.fill("#wording", "The city of " + mark + " has planted 900 trees");
        ana.waitForSelector("#earlier .match:has-text('C-" + claim + "')");
        assertThat(Reading.text(ana, "#earlier")).contains("C-" + claim);
        assertThat(Reading.text(ana, "#earlier-status")).contains("may say the same");
        assertThat(ana.evaluate("document.activeElement.id")).isEqualTo("wording");
        Reading.isFineForEveryone(ana);
        ana.click("#earlier .match:has-text('C-" + claim + "') >> text=Not the same");
        ana.waitForLoadState();
        assertThat(ana.inputValue("#wording")).contains(mark);
        ana.waitForSelector(
                "#earlier .match:has-text('C-" + claim + "')",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        Reading.isFineForEveryone(ana);
    }

    @Test
    void oneKeyTakesAnEarlierClaimAndNeverActsInAField() {
        long claim = claim("The valley of " + mark + " has 70 windmills.");
        Page ana = visit(people.checker());
        ana.navigate(site + "desk/claims/new");
        ana.fill("#wording", "The valley of " + mark + " has 70 windmills");
        ana.waitForSelector("#earlier .match:has-text('C-" + claim + "')");
        assertThat(ana.locator("#earlier .match kbd").first().textContent()).isEqualTo("L");
        ana.keyboard().press("l");
        ana.keyboard().press("1");
        assertThat(ana.inputValue("#wording")).endsWith("windmillsl1");
        ana.focus("#earlier .match");
        ana.keyboard().press("l");
        ana.waitForSelector(".error-summary");
        assertThat(Reading.title(ana)).startsWith("Error: ");
        assertThat(ana.inputValue("#wording")).contains(mark);
    }

    @Test
    void keysDecideOnDuplicatesAndTheNextIsAtHand() {
        long one = published("The ferry of " + mark + " sailed 40 times in 2019.");
        long other = published("The ferry of " + mark + " sailed 40 times in 2024.");
        long third = published("The ferry of " + mark + " sailed 40 times in 2025.");
        likelyDuplicate(one, other);
        likelyDuplicate(one, third);
        Page jonas = visit(people.editor());
        open(jonas, "desk/duplicates");
        String pair = ".pair:has-text('C-" + other + "'):has-text('" + mark + "')";
        assertThat(jonas.locator(pair + " button kbd").allTextContents()).containsExactly("S", "N");
        jonas.focus(pair + " select");
        jonas.keyboard().press("n");
        assertThat(jonas.url()).doesNotContain("done=");
        jonas.focus(pair);
        jonas.keyboard().press("r");
        assertThat(jonas.evaluate("document.activeElement.tagName")).isEqualTo("SELECT");
        jonas.focus(pair);
        jonas.keyboard().press("n");
        jonas.waitForURL("**done=**");
        assertThat(Reading.text(jonas, ".toast")).contains("C-" + one + " and C-" + other + ": not the same claim");
        assertThat(jonas.evaluate("document.activeElement.className")).isEqualTo("pair");
        Reading.isFineForEveryone(jonas);
        jonas.keyboard().press("u");
        jonas.waitForSelector(".toast:has-text('Taken back')");
        jonas.focus(pair);
        jonas.keyboard().press("s");
        jonas.waitForSelector(".toast:has-text(': the same claim')");
    }

    @Test
    void duplicatesAndRelationsAreFineForEveryone() {
        Page jonas = visit(people.editor());
        Page ana = visit(people.checker());
        long one = published("The bridge of " + mark + " cost 12 million more than planned in 2019.");
        long other =
                published(("A long sentence about the bridge of " + mark + " and its cost ").repeat(9) + "in 2025.");
        open(jonas, "desk/claims/" + one + "/relations");
        jonas.click("text=Add the relation");
        assertThat(Reading.title(jonas)).startsWith("Error: ");
        Reading.isFineForEveryone(jonas);
        jonas.selectOption("#way", "OTHER_PERIOD");
        jonas.fill("#other", "C-" + other);
        jonas.fill("#note", "They speak of different bills. ".repeat(9));
        jonas.click("text=Add the relation");
        assertThat(Reading.text(jonas, "[role=status]")).contains("The relation is added");
        Reading.isFineForEveryone(jonas);
        open(ana, "desk/claims/" + one + "/relations");
        open(ana, "claims/" + one);
        jonas.click("button:has-text('Withdraw')");
        Reading.isFineForEveryone(jonas);

        likelyDuplicate(one, other);
        open(ana, "desk/duplicates");
        open(jonas, "desk/duplicates");
        jonas.click(".pair:has-text('" + mark + "') >> button:has-text('Not the same')");
        assertThat(Reading.text(jonas, ".toast")).contains("not the same claim");
        Reading.isFineForEveryone(jonas);
        open(jonas, "desk/duplicates?show=decided");
        open(ana, "desk/claims/" + one);
    }

    private void open(Page page, String path) {
        page.navigate(site + path);
        Reading.isFineForEveryone(page);
    }

    private Page visit(Account account) {
        Page page = browser.visitor();
        var cookie = people.cookieOf(account).entrySet().iterator().next();
        page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
        return page;
    }

    private String candidate(String quote) {
        DeskBrowser desk = DeskBrowser.with(people.cookieOf(people.checker()));
        String article = desk.post(
                        "/desk/articles/new?by=text", "text", "News " + mark + ".\n\n" + quote + ". It rained.")
                .statusCode(303)
                .extract()
                .header("Location");
        String marked = desk.post(article.substring(article.indexOf("/desk/")) + "/candidates", "words", quote)
                .statusCode(303)
                .extract()
                .header("Location");
        readings.run();
        return marked.substring(marked.indexOf("/desk/"));
    }

    private long claim(String wording) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Claim.of(wording, Claim.Kind.STATEMENT, null, "en", people.checker(), clock.instant()).id);
    }

    private long published(String wording) {
        return fixture.statement(wording)
                .by("Robin Muster")
                .verdict("ORIGINAL", "half-true", "2026-11-01", "2026-11-02T08:00:00Z", "In part.", "First published.")
                .number;
    }

    private void likelyDuplicate(long one, long other) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into likely_duplicate (claim_id, other_claim_id, score, wording_percent, meaning_percent, agrees, differs, found_at)"
                                        + " values (" + one + ", " + other
                                        + ", 0.99, 80, 90, '{same speaker,wording 80 %}', '{\"other year: 2019 here, 2025 there\"}', now())"
                                        + " on conflict (claim_id, other_claim_id) do update set score = 0.99")
                        .executeUpdate());
    }
}
