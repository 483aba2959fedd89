package org.ontherecord.review;

import java.net.URL;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.journeys.forms.Rows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** From what waits for somebody to where it is done, and gone from the list, in a real browser. */
@QuarkusTest
class OpenWorkJourneyTest {
    @Inject
    People people;

    @TestHTTPResource("/")
    URL site;

    @Test
    void whatWaitsIsFollowedToWhereItIsDoneAndIsGoneAfterwards() {
        Account tove = people.named("Tove " + UUID.randomUUID(), Role.CHECKER);
        Claim claim = sentBack(tove);
        given(tove);
        Claim begun = QuarkusTransaction.requiringNew().call(() -> {
            Claim other = Checked.promise(Account.findById(tove.id));
            Review.open(other, Account.findById(tove.id), Checked.NOW);
            return other;
        });
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor();
            var cookie = people.cookieOf(tove).entrySet().iterator().next();
            page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
            page.navigate(site + "desk/me");
            page.click("main >> text=What waits for you");
            Reading.isFineForEveryone(page);

            follow(page, "Sent back to you");
            page.waitForURL("**/desk/claims/" + claim.id + "/review");
            page.click("text=Open the claim");
            page.fill("#reason", "The war had not ended by noon in Washington.");
            page.click("form#claim .actions >> text=Send to review");
            assertThat(page.locator("main")).containsText("sent to review");
            toWork(page);
            assertThat(under(page, "Sent back to you")).hasCount(0);

            follow(page, "Candidates given to you");
            page.click("button[value=VAGUE]");
            assertThat(page.locator(".toast")).containsText("Dismissed");
            toWork(page);
            assertThat(under(page, "Candidates given to you")).hasCount(0);

            follow(page, "Claims you have taken on");
            page.waitForURL("**/desk/claims/" + begun.id);
            page.fill("#reason", "Begun, and not done.");
            page.click("form#claim .actions >> text=Save draft");
            assertThat(page.locator(".notice").first()).containsText("The draft is saved.");
            toWork(page);
            assertThat(under(page, "Claims you have taken on")).hasCount(0);
            assertThat(under(page, "Your drafts")).hasCount(1);
            Reading.isFineForEveryone(page);
        }
    }

    private Claim sentBack(Account author) {
        Account emil = people.named("Emil " + UUID.randomUUID(), Role.EDITOR);
        return QuarkusTransaction.requiringNew().call(() -> {
            Account who = Account.findById(author.id);
            Claim claim = Checked.promise(who);
            Review review = Review.open(claim, who, Checked.NOW);
            Revision revision = review.save(Checked.draft(claim), null, review.version, who, Checked.NOW)
                    .orElseThrow();
            Handover.submit(review, revision, who, Checked.NOW);
            Handover.returnToAuthor(review, revision, Account.findById(emil.id), "By whose clock?", Checked.NOW);
            return claim;
        });
    }

    /** A candidate of an article, given to somebody. */
    private void given(Account somebody) {
        var desk = DeskBrowser.with(people.cookieOf(somebody));
        String quote = "The " + UUID.randomUUID() + " council will build 400 homes by 2027";
        String article =
                Rows.ledTo(desk.post("/desk/articles/new?by=text", "text", "News.\n\n" + quote + ". It rained."));
        String marked = Rows.ledTo(desk.post(
                "/desk/articles/" + Rows.numberIn(article, "/desk/articles/#") + "/candidates", "words", quote));
        desk.post(
                        "/desk/inbox/batches",
                        "picked",
                        Rows.numberIn(marked, "candidate=#") + ".0",
                        "action",
                        "ASSIGNED",
                        "assignee",
                        somebody.id.toString())
                .statusCode(303);
    }

    private static void follow(Page page, String title) {
        under(page, title).locator("tbody a").click();
    }

    private static void toWork(Page page) {
        page.click(".bar-more summary");
        page.click(".bar-more >> text=Your work");
        assertThat(page.locator("h1")).hasText("Your work");
    }

    private static Locator under(Page page, String title) {
        return page.locator("section:has(h2:has-text('" + title + "'))");
    }
}
