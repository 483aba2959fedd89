package org.ontherecord.review;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;

import static org.assertj.core.api.Assertions.assertThat;

/** The numbers in the navigation of the desk: what waits for this person, and nothing where nothing does. */
@QuarkusTest
class WaitingWorkTest {
    @Inject
    People people;

    @Test
    void whatSomebodySentToReviewWaitsForTheEditorsWhoDidNotWriteIt() {
        Account author = people.editor();
        int forAuthor = waiting(author, "review");
        int forAnother = waiting(people.secondEditor(), "review");
        var claim = Checked.promise(author);
        QuarkusTransaction.requiringNew().run(() -> {
            Review review = Review.open(Claim.findById(claim.id), author, Checked.NOW);
            var revision = review.save(Checked.draft(claim), null, review.version, author, Checked.NOW)
                    .orElseThrow();
            Handover.submit(review, revision, author, Checked.NOW);
        });
        assertThat(waiting(people.secondEditor(), "review")).isEqualTo(forAnother + 1);
        assertThat(waiting(author, "review")).isEqualTo(forAuthor);
        assertThat(waiting(people.checker(), "review"))
                .as("a checker cannot approve")
                .isZero();
    }

    @Test
    void aCandidateThatIsDecidedOrSnoozedNoLongerWaits() {
        var ana = DeskBrowser.with(people.cookieOf(people.checker()));
        String quote = "The " + UUID.randomUUID() + " council will build 400 homes by 2027";
        int before = waiting(people.checker(), "inbox");
        String article = path(ana.post("/desk/articles/new?by=text", "text", "News.\n\n" + quote + ". It rained."));
        String marked = path(ana.post(article + "/candidates", "words", quote));
        assertThat(waiting(people.checker(), "inbox")).isEqualTo(before + 1);
        String id = marked.replaceAll(".*candidate=(\\d+).*", "$1");
        ana.post("/desk/inbox/batches", "picked", id + ".0", "action", "SNOOZED", "until", "week")
                .statusCode(303);
        assertThat(waiting(people.checker(), "inbox")).isEqualTo(before);
    }

    private static String path(ValidatableResponse answer) {
        String address = answer.statusCode(303).extract().header("Location");
        return address.substring(address.indexOf("/desk/"));
    }

    private int waiting(Account who, String where) {
        String page = DeskBrowser.with(people.cookieOf(who))
                .get("/desk/claims/new")
                .statusCode(200)
                .extract()
                .asString();
        String count = Jsoup.parse(page)
                .select("nav a[href=/desk/" + where + "] .count")
                .text();
        return count.isEmpty() ? 0 : Integer.parseInt(count.replaceAll("[^0-9]", ""));
    }
}
