package org.ontherecord.review;

import java.util.ArrayList;
import java.util.List;

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
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.TestClock;
import org.ontherecord.speaker.Speaker;

import static org.assertj.core.api.Assertions.assertThat;

/** Checking a claim and publishing verdicts, as a person does it with forms and no script. */
@QuarkusTest
class CheckAndPublishTest {
    @Inject
    People people;

    @Inject
    TestClock clock;

    DeskBrowser ana;
    DeskBrowser mira;
    DeskBrowser jonas;
    DeskBrowser ida;
    Claim claim;

    @BeforeEach
    void aClaimOnTheDesk() {
        clock.stopAt("2025-01-23T09:00:00Z");
        ana = at(people.checker());
        mira = at(people.secondChecker());
        jonas = at(people.editor());
        ida = at(people.secondEditor());
        claim = Checked.promise(people.checker());
    }

    @Test
    void fromDraftToReviewToVerdictToCorrection() {
        ana.post(revisions(), form().with("do", "submit").values()).statusCode(303);
        assertThat(page(ana).text()).contains("This version is in review").contains("Waiting for an editor");

        var review = jonas.get(desk("/review")).statusCode(200);
        var shown = document(review);
        assertThat(shown.text())
                .contains("What it says", "A new public page with the verdict Broken, in force from 22 Jan 2025.");
        assertThat(shown.select(".diff-list a").eachAttr("href"))
                .contains("https://source.example/0", "https://copy.example/1");
        decide(jonas, "APPROVED", "Checked the sources.").statusCode(303);

        var publishing = document(jonas.get(verdicts() + "/new").statusCode(200));
        assertThat(publishing.select("input[name=kind]").eachAttr("value")).containsExactly("ORIGINAL");
        String location = publish(jonas, "ORIGINAL", "First verdict.")
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(location).endsWith("/desk/claims/" + claim.id + "?done=published");
        var after = document(jonas.get(desk("?done=published")));
        assertThat(after.text()).contains("It is public now.", "To withdraw the verdict");
        assertThat(after.select("[role=status] a").attr("href"))
                .isEqualTo("/claims/" + claim.id + "-ill-have-that-done-in-24-hours?v=1");

        clock.stopAt("2025-03-01T09:00:00Z");
        ana = at(people.checker());
        jonas = at(people.editor());
        ana.post(
                        revisions(),
                        form().with("rating", "compromise")
                                .with("reason", "A truce came, later than promised.")
                                .with("note", "We had overlooked the truce.")
                                .with("do", "submit")
                                .values())
                .statusCode(303);
        assertThat(document(jonas.get(desk("/review"))).select(".field-diff h3").eachText())
                .containsExactly("Verdict", "Why, in one sentence", "Times said");
        assertThat(document(jonas.get(desk("/review"))).text())
                .contains("The verdict changes from Broken to Compromise, in force from 22 Jan 2025.");
        decide(jonas, "APPROVED", "").statusCode(303);
        publish(jonas, "CORRECTION", "We had overlooked the truce of 20 January.")
                .statusCode(303);
        assertThat(verdictLabels()).containsExactly("Compromise", "Broken");
    }

    @Test
    void theAuthorReadsThatTheyCannotApproveTheirOwnChange() {
        jonas.post(revisions(), form().with("do", "submit").values()).statusCode(303);

        var page = document(jonas.get(desk("/review")).statusCode(200));
        assertThat(page.text()).contains("You can't approve your own change.");
        assertThat(page.select("input[name=step][value=APPROVED]")).isEmpty();
        assertThat(document(decide(jonas, "APPROVED", "").statusCode(403)).text())
                .contains("You can't approve your own change. Another editor must.");
    }

    @Test
    void aCheckerReadsThatOnlyEditorsDecideAndPublish() {
        ana.post(revisions(), form().with("do", "submit").values());
        assertThat(document(mira.get(desk("/review"))).text())
                .contains("Only editors can approve or return a version.");
        assertThat(document(decide(mira, "APPROVED", "").statusCode(403)).text())
                .contains("Only editors can approve a version.");
        decide(jonas, "APPROVED", "").statusCode(303);
        assertThat(document(mira.get(verdicts() + "/new").statusCode(200)).select("form[action$=verdicts]"))
                .isEmpty();
        assertThat(document(publish(mira, "ORIGINAL", "First verdict.").statusCode(403))
                        .text())
                .contains("Only editors can publish.");
    }

    @Test
    void aReturnNeedsANoteAndKeepsWhatWasTyped() {
        ana.post(revisions(), form().with("do", "submit").values());
        assertThat(document(decide(jonas, "RETURNED", " ").statusCode(422)).text())
                .contains("Say in the note what should change.");
        assertThat(document(decide(jonas, "", "Save a copy first.").statusCode(422))
                        .select("#note")
                        .text())
                .isEqualTo("Save a copy first.");
        decide(jonas, "RETURNED", "Save a copy first.").statusCode(303);
        assertThat(page(ana).select(".history").text()).contains("Jonas Lindqvist returned it", "Save a copy first.");
    }

    @Test
    void theAuthorTakesBackWhatNobodyDecidedOn() {
        ana.post(revisions(), form().with("do", "submit").values());
        decide(ana, "TAKEN_BACK", "").statusCode(303);
        assertThat(page(ana).select("form#claim")).hasSize(1);
        decide(jonas, "APPROVED", "").statusCode(409);
    }

    @Test
    void publishingListsAllThatBlocksWithAWayToEach() {
        ana.post(
                        revisions(),
                        form().with("headline", "Words nobody said")
                                .with("speaker", "")
                                .with("evidence-1-saved_copy_url", "")
                                .with("rating", "")
                                .with("reason", "")
                                .with("body", "")
                                .with("in_force_from", "")
                                .with("do", "submit")
                                .values())
                .statusCode(303);
        decide(jonas, "APPROVED", "").statusCode(303);

        var refused = document(publish(jonas, "UPDATE", "").statusCode(422));
        String editor = "/desk/claims/" + claim.id;
        assertThat(refused.select(".desk-main .checklist a").eachAttr("href"))
                .containsExactly(
                        editor + "#headline",
                        editor + "#speaker",
                        editor + "#evidence-1-saved_copy_url",
                        editor + "#rating",
                        editor + "#reason",
                        editor + "#body",
                        editor + "#in_force_from");
        assertThat(refused.select(".error-summary a").eachAttr("href"))
                .containsExactly("#publication-kind", "#public_reason");
        assertThat(verdictLabels()).isEmpty();
    }

    @Test
    void theSamePublicationSentTwiceIsAnsweredTwiceAndDoneOnce() {
        approved();
        publish(jonas, "ORIGINAL", "First verdict.").statusCode(303);
        publish(jonas, "ORIGINAL", "First verdict.").statusCode(303);
        assertThat(document(publish(jonas, "ORIGINAL", "Another reason.").statusCode(409))
                        .text())
                .contains("This version is public already, published by Jonas Lindqvist as: Original.");
        assertThat(verdictLabels()).containsExactly("Broken");
    }

    @Test
    void editingAfterPublicationLeavesThePublicVerdict() {
        approved();
        publish(jonas, "ORIGINAL", "First verdict.");
        mira.post(
                        revisions(),
                        form().with("rating", "stalled").with("do", "save").values())
                .statusCode(303);

        var editor = page(mira);
        assertThat(editor.select(".desk-head .tag").text()).isEqualTo("Broken");
        assertThat(editor.select(".checklist").text()).contains("say in the note what changed and why");
        assertThat(verdictLabels()).containsExactly("Broken");
    }

    @Test
    void aWithdrawalKeepsThePageAndSaysWhy() {
        approved();
        publish(jonas, "ORIGINAL", "First verdict.");
        ana.post(
                revisions(),
                form().with("note", "The recording was a fake.")
                        .with("do", "submit")
                        .values());
        decide(jonas, "APPROVED", "").statusCode(303);
        publish(jonas, "WITHDRAWAL", "The recording was a fake.").statusCode(303);
        assertThat(page(ana).select(".desk-head .tag").text()).isEqualTo("Withdrawn");
    }

    @Test
    void theSecondOfTwoIsToldSeesBothTextsAndLosesNothing() {
        ana.post(revisions(), form().values()).statusCode(303);
        var anasPage = page(ana);
        var mirasPage = page(mira);
        mira.post(revisions(), Typing.sent(mirasPage, "reason", "Mira’s reason.", "body", "Mira’s body."))
                .statusCode(303);

        var conflict = document(ana.post(
                        revisions(),
                        Typing.sent(
                                anasPage, "reason", "Ana’s reason.", "capacity", "as president", "note", "My note."))
                .statusCode(409));
        assertThat(conflict.text())
                .contains("Mira Okafor saved this claim while you were writing", "Only you changed: Capacity");
        assertThat(conflict.select("fieldset.conflict legend").eachText())
                .containsExactly("Why, in one sentence", "What we found");
        assertThat(conflict.select("fieldset.conflict ins").text()).contains("Ana");
        assertThat(conflict.select("input[name=take-body][checked]").attr("value"))
                .isEqualTo("theirs");
        assertThat(conflict.select("input[name=take-reason][checked]")).isEmpty();

        var undecided = document(ana.post(revisions(), Typing.sent(conflict)).statusCode(422));
        assertThat(undecided.select(".error-summary").text()).contains("Choose whose “Why, in one sentence” to keep.");

        ana.post(revisions(), Typing.sent(undecided, "take-reason", "mine")).statusCode(303);
        var merged = page(ana);
        assertThat(merged.select("#reason").text()).isEqualTo("Ana’s reason.");
        assertThat(merged.select("#body").text()).isEqualTo("Mira’s body.");
        assertThat(merged.select("#capacity").val()).isEqualTo("as president");
        assertThat(merged.select("#note").text()).isEqualTo("My note.");
    }

    @Test
    void whatCannotBeReadIsToldAtItsFieldAndStaysAsTyped() {
        var refused = document(ana.post(
                        revisions(),
                        form().with("wording", "")
                                .with("reason", "x".repeat(201))
                                .with("deadline_time", "")
                                .with("deadline_zone", "Washington")
                                .with("evidence-0-url", "javascript:alert(1)")
                                .with("evidence-1-dated_on", "2025-01-24")
                                .with("body", "<script>alert(1)</script> & more")
                                .with("speaker", "Nobody Yet")
                                .values())
                .statusCode(422));
        assertThat(refused.title()).startsWith("Error: ");
        assertThat(refused.select(".error-summary a").eachAttr("href"))
                .containsExactly(
                        "#wording",
                        "#deadline_time",
                        "#deadline_zone",
                        "#evidence-0-url",
                        "#evidence-1-dated_on",
                        "#reason");
        refused.select(".error-summary a")
                .forEach(link -> assertThat(
                                refused.select("[id=" + link.attr("href").substring(1) + "]"))
                        .hasSize(1));
        assertThat(refused.select("#reason").text()).isEqualTo("x".repeat(201));
        assertThat(refused.select("#deadline_zone").val()).isEqualTo("Washington");
        assertThat(refused.select("[id=evidence-0-url]").val()).isEqualTo("javascript:alert(1)");
        assertThat(refused.select("#body").text()).isEqualTo("<script>alert(1)</script> & more");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Speaker.known("Nobody Yet")))
                .isEmpty();
    }

    @Test
    void addingAndRemovingARowOfEvidenceKeepsAllThatWasTypedAndSavesNothing() {
        var more = document(ana.post(
                        revisions(),
                        form().with("reason", "Typed.")
                                .with("do", "add-evidence")
                                .values())
                .statusCode(200));
        assertThat(more.select("fieldset.evidence-row")).hasSize(3);
        assertThat(more.select("#reason").text()).isEqualTo("Typed.");

        var less = document(ana.post(revisions(), Typing.sent(more, "do", "remove-evidence-0"))
                .statusCode(200));
        assertThat(less.select("fieldset.evidence-row")).hasSize(2);
        assertThat(less.select("[id=evidence-0-source]").val()).isEqualTo("A wire service");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Review.of(claim)))
                .isEmpty();
    }

    @Test
    void theDeadlineIsEchoedAsUnderstood() {
        ana.post(revisions(), form().values()).statusCode(303);
        assertThat(page(ana).select("#deadline-echo").text())
                .isEqualTo("Understood as 21 Jan 2025, 12:00 in America/New_York (UTC-05:00), that is 17:00 UTC.");
    }

    @Test
    void anOutsideSourceAndATotalAreAddedWithTheDraftAndRemovedWhileNotPublic() {
        ana.post(
                        revisions(),
                        form().with("do", "add-said")
                                .with("said-quote", "within 24 hours")
                                .with("said-source_title", "Rally, full recording")
                                .with("said-date", "May 2023")
                                .with("counted-times", "21")
                                .with("counted-from", "2023-01-01")
                                .with("counted-to", "2023-12-31")
                                .with("counted-by", "A library")
                                .with("counted-source_title", "Its list")
                                .values())
                .statusCode(303);
        var page = page(ana);
        assertThat(page.select("section.said").text())
                .contains("Rally, full recording", "21 times, 1 Jan 2023 to 31 Dec 2023, counted by A library");
        assertThat(page.select("section.said input[name^=said_on]").eachAttr("value"))
                .contains("May 2023");

        String remove = page.select("button[value^=remove-said]").first().val();
        ana.post(revisions(), Typing.sent(page, "do", remove)).statusCode(303);
        assertThat(page(ana).text()).doesNotContain("Rally, full recording");

        approved();
        clock.stopAt("2025-01-23T10:00:00Z");
        publish(jonas, "ORIGINAL", "First verdict.");
        var published = page(ana);
        assertThat(published.select("button[value^=remove-said], button[value^=remove-counted]"))
                .isEmpty();
        var left = QuarkusTransaction.requiringNew()
                .call(() -> Appearance.of(claim).get(0).id);
        ana.post(revisions(), Typing.sent(published, "do", "remove-said-" + left))
                .statusCode(409);
    }

    @Test
    void aDoubleClickSavesAndSendsOnce() {
        String[] typed = form().with("do", "submit")
                .with("said-quote", "within 24 hours")
                .with("said-source_title", "Rally, full recording")
                .values();
        ana.post(revisions(), typed).statusCode(303);
        ana.post(revisions(), typed).statusCode(303);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Appearance.of(claim).size()))
                .isEqualTo(2);
        assertThat(page(ana).select(".history li")).hasSize(2);
    }

    @Test
    void whatIsTypedWhileAnotherSendsItToReviewStays() {
        ana.post(revisions(), form().values()).statusCode(303);
        var mirasPage = page(mira);
        ana.post(revisions(), Typing.sent(page(ana), "do", "submit")).statusCode(303);

        var refused = document(mira.post(revisions(), Typing.sent(mirasPage, "reason", "Mira’s reason."))
                .statusCode(409));
        assertThat(refused.text()).contains("was sent to review while you were writing");
        assertThat(refused.select("#reason").text()).isEqualTo("Mira’s reason.");
    }

    @Test
    void aClaimFromAnOutsideSourceStartsWithoutAnArticle() {
        var refused = document(ana.post("/desk/claims", "wording", "Taxes will fall.", "said-source_title", "Radio")
                .statusCode(422));
        assertThat(refused.select(".error-summary a").eachAttr("href"))
                .containsExactly("#kind", "#speaker", "#said-quote");
        assertThat(refused.select("#wording").text()).isEqualTo("Taxes will fall.");

        String location = ana.post(
                        "/desk/claims",
                        "wording",
                        "Taxes will fall.",
                        "kind",
                        "PROMISE",
                        "speaker",
                        "r. sample",
                        "said-quote",
                        "Taxes will go down.",
                        "said-source_title",
                        "Radio")
                .statusCode(303)
                .extract()
                .header("Location");
        var page =
                document(ana.get(location.replaceFirst("^https?://[^/]+", "")).statusCode(200));
        assertThat(page.text()).contains("Taxes will go down.", "On record as R. Sample");
    }

    @Test
    void theListFindsByWordsStageAndKindTwentyFiveAPage() {
        for (int i = 0; i < 26; i++) {
            Checked.promise(people.checker());
        }
        var first = document(ana.get("/desk/claims?kind=PROMISE&stage=DRAFT").statusCode(200));
        assertThat(first.select("tbody tr")).hasSize(25);
        assertThat(first.select("a[rel=next]").attr("href"))
                .contains("kind=PROMISE")
                .contains("page=2");
        assertThat(document(ana.get("/desk/claims?q=C-" + claim.id)).select("tbody tr"))
                .hasSize(1);
        assertThat(document(ana.get("/desk/claims?q=100%25nothing")).text()).contains("No claim matches");
        ana.get("/desk/claims?page=-4&kind=x&stage=y&q=%25_!").statusCode(200);
    }

    @Test
    void theQueueShowsWhatWaitsAndForWhom() {
        ana.post(revisions(), form().with("do", "submit").values());
        assertThat(document(jonas.get("/desk/review").statusCode(200)).select("a[href=" + desk("/review") + "]"))
                .hasSize(1);
        decide(jonas, "APPROVED", "");
        assertThat(document(jonas.get("/desk/review")).select("section:eq(2) a[href=" + desk("") + "]"))
                .hasSize(1);
    }

    @Test
    void everyPageIsValidHtml() throws Exception {
        var pages = new ArrayList<ValidatableResponse>();
        pages.add(ana.get("/desk/claims?kind=PROMISE"));
        pages.add(ana.post("/desk/claims", "wording", ""));
        pages.add(ana.get(desk("")));
        pages.add(ana.post(
                revisions(),
                form().with("reason", "x".repeat(201)).with("speaker", "").values()));
        ana.post(revisions(), form().values());
        var anas = page(ana);
        mira.post(revisions(), Typing.sent(page(mira), "reason", "Mira’s <reason>."));
        pages.add(ana.post(revisions(), Typing.sent(anas, "reason", "Ana’s & reason.")));
        ana.post(revisions(), Typing.sent(page(ana), "do", "submit"));
        pages.add(ana.get(desk("")));
        pages.add(jonas.get("/desk/review"));
        pages.add(decide(jonas, "RETURNED", ""));
        decide(jonas, "APPROVED", "");
        pages.add(publish(jonas, "", ""));
        pages.add(publish(mira, "", ""));
        publish(jonas, "ORIGINAL", "First verdict.");
        pages.add(jonas.get(desk("?done=published")));
        for (var page : pages) {
            assertThat(HtmlChecker.problemsOf(page.extract().asString()))
                    .as(document(page).title())
                    .isBlank();
        }
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        ana.get("/desk/claims/999999").statusCode(404);
        ana.get("/desk/claims/999999/review").statusCode(404);
        jonas.post("/desk/reviews/999999/verdicts", "revision", "1").statusCode(404);
        jonas.post("/desk/claims/999999/review/handovers", "revision", "1", "step", "APPROVED")
                .statusCode(404);
    }

    @Test
    void theDeskIsClosedToStrangers() {
        assertThat(DeskBrowser.anonymous().get(desk("")).extract().statusCode()).isIn(302, 303, 401);
        assertThat(DeskBrowser.anonymous()
                        .post(revisions(), form().values())
                        .extract()
                        .statusCode())
                .isEqualTo(307);
    }

    @Test
    void aNulAndALongFormAreNoTrouble() {
        var form = form().with("reason", "A \u0000 in it.");
        for (int i = 2; i < 45; i++) {
            form.with("evidence-" + i + "-source", "Source " + i)
                    .with("evidence-" + i + "-title", "Title")
                    .with("evidence-" + i + "-url", "")
                    .with("evidence-" + i + "-dated_on", "")
                    .with("evidence-" + i + "-accessed_on", "")
                    .with("evidence-" + i + "-quote", "")
                    .with("evidence-" + i + "-saved_copy_url", "")
                    .with("evidence-" + i + "-stance", "CONTEXT");
        }
        ana.post(revisions(), form.values()).statusCode(303);
        assertThat(page(ana).select("fieldset.evidence-row")).hasSize(45);
    }

    private void approved() {
        var form =
                form().with("version", page(ana).select("input[name=version]").val());
        ana.post(revisions(), form.with("do", "submit").values()).statusCode(303);
        decide(jonas, "APPROVED", "").statusCode(303);
    }

    private ValidatableResponse decide(DeskBrowser who, String step, String note) {
        return who.post(desk("/review/handovers"), "revision", revisionId(), "step", step, "note", note);
    }

    private ValidatableResponse publish(DeskBrowser who, String kind, String reason) {
        return who.post(verdicts(), "revision", revisionId(), "kind", kind, "public_reason", reason);
    }

    private DeskBrowser at(Account account) {
        return DeskBrowser.with(people.cookieOf(account));
    }

    private String desk(String tail) {
        return "/desk/claims/" + claim.id + tail;
    }

    private String revisions() {
        return desk("/revisions");
    }

    private String verdicts() {
        return "/desk/reviews/" + reviewId() + "/verdicts";
    }

    private Document page(DeskBrowser who) {
        return document(who.get(desk("")).statusCode(200));
    }

    private static Document document(ValidatableResponse response) {
        return Jsoup.parse(response.extract().asString());
    }

    private Long reviewId() {
        return QuarkusTransaction.requiringNew().call(() -> Review.of(claim).orElseThrow().id);
    }

    private String revisionId() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        String.valueOf(Review.of(claim).orElseThrow().newest().orElseThrow().id));
    }

    private List<String> verdictLabels() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Verdict.of(claim).stream()
                        .map(v -> v.revision.rating.label)
                        .toList());
    }

    /** Everything typed in order, over the page as it stands for the first writer. */
    private Typing form() {
        String version = page(ana).select("input[name=version]").val();
        return new Typing().with("version", version.isEmpty() ? "0" : version);
    }
}
