package org.ontherecord.review;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.HtmlChecker;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What follows a decision: a returned draft says who wants what, and an approved one leads on to publishing. */
@QuarkusTest
class ReturnedDraftTest {
    @Inject
    People people;

    @Inject
    TestClock clock;

    DeskBrowser ana;
    DeskBrowser jonas;
    Claim claim;

    @BeforeEach
    void aDraftInReview() {
        clock.stopAt("2025-01-23T09:00:00Z");
        Account author = people.named("Una " + UUID.randomUUID(), Role.CHECKER);
        ana = DeskBrowser.with(people.cookieOf(author));
        jonas = DeskBrowser.with(people.cookieOf(people.editor()));
        claim = Checked.promise(author);
        ana.post(
                        desk("/revisions"),
                        new Typing().with("version", "0").with("do", "submit").values())
                .statusCode(303);
    }

    @Test
    void theAuthorReadsWhoReturnedItAndWhyUntilItIsHandedInAgain() throws Exception {
        decide("RETURNED", "Name the ministry in the reason.");

        assertThat(notices()).contains("Jonas Lindqvist returned version 1", "Name the ministry in the reason.");
        assertThat(row()).contains("returned by Jonas Lindqvist");
        var editor = ana.get(desk("")).extract().asString();
        assertThat(HtmlChecker.problemsOf(editor)).isBlank();

        ana.post(desk("/revisions"), Typing.sent(page(""), "reason", "The ministry of the sample said no."))
                .statusCode(303);
        assertThat(notices()).contains("Jonas Lindqvist returned version 1");

        ana.post(desk("/revisions"), Typing.sent(page(""), "do", "submit")).statusCode(303);
        ana.post(desk("/review/handovers"), "revision", revision(), "step", "TAKEN_BACK")
                .statusCode(303);
        assertThat(notices()).doesNotContain("returned version");
        assertThat(row()).doesNotContain("returned by");
    }

    @Test
    void aSecondReviewShowsWhatChangedSinceTheReturnAndAllTheRest() {
        jonas.post(desk("/fields/topics/seen"), "revision", revision(), "seen", "yes")
                .statusCode(303);
        decide("RETURNED", "Say by whose clock.");
        ana.post(desk("/revisions"), Typing.sent(page(""), "reason", "By no clock of any sample.", "do", "submit"))
                .statusCode(303);

        var review = document(jonas.get(desk("/review")));
        assertThat(review.select(".desk-main > .meta").text())
                .startsWith("Version 2 by ")
                .endsWith("compared with version 1, which Jonas Lindqvist returned.");
        assertThat(review.select(".field-diff[id] h3").eachText()).containsExactly("Why, in one sentence");
        assertThat(review.select("#field-reason ins").text()).contains("clock");
        assertThat(review.select("#field-reason").attr("data-row")).isEqualTo("next");
        assertThat(review.select("details[open] .facts dt").eachText())
                .contains("Topics seen by you before", "Verdict", "What we found");
        assertThat(review.text()).contains("A new public page with the verdict Broken", "0 of 1 fields seen");
        assertThat(review.select(".diff-list ins")).isEmpty();
    }

    @Test
    void anApprovalIsSaidAtTheTopWithTheWayToPublish() {
        assertThat(jonas.get(desk("/review")).extract().asString()).doesNotContain("Readers see it once");
        decide("APPROVED", "");

        var approved = document(jonas.get(desk("/review")));
        assertThat(approved.select(".desk-main > .notice[role=status]").text())
                .contains("Version 1: Approved by Jonas Lindqvist.", "Readers see it once it is published.");
        assertThat(approved.select(".desk-main > .notice a").attr("href")).endsWith("/verdicts/new");
        assertThat(document(ana.get(desk("/review"))).select(".desk-main > .notice a"))
                .isEmpty();
    }

    @Test
    void whoApprovesIsToldOfOpenComments() {
        assertThat(decision()).doesNotContain("still open");
        jonas.post(desk("/fields/reason/comments"), "revision", revision(), "text", "By whose clock?")
                .statusCode(303);
        assertThat(decision()).contains("1 comment is still open.");
        decide("APPROVED", "");
    }

    private String notices() {
        return page("").select(".desk-main > .notice").text();
    }

    /** The claim among Ana's drafts, or nothing. */
    private String row() {
        return document(ana.get("/desk/review"))
                .select("section:has(h2:contains(Your drafts)) tr:has(td:matchesOwn(^C-" + claim.id + "$))")
                .text();
    }

    private String decision() {
        return document(jonas.get(desk("/review")))
                .select("form[action$=handovers]")
                .text();
    }

    private void decide(String step, String note) {
        jonas.post(desk("/review/handovers"), "revision", revision(), "step", step, "note", note)
                .statusCode(303);
    }

    private Document page(String tail) {
        return document(ana.get(desk(tail)).statusCode(200));
    }

    private String desk(String tail) {
        return "/desk/claims/" + claim.id + tail;
    }

    private String revision() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        String.valueOf(Review.of(claim).orElseThrow().newest().orElseThrow().id));
    }

    private static Document document(ValidatableResponse answer) {
        return Jsoup.parse(answer.extract().asString());
    }
}
