package org.ontherecord.review;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What is typed into the claim editor survives until it is saved, for whoever typed it. */
@QuarkusTest
class UnsavedTextTest {
    private static final String REASON = "No ceasefire was in force when the day came.";

    @Inject
    People people;

    @Inject
    TestClock clock;

    DeskBrowser ana;
    DeskBrowser mira;
    Claim claim;

    @BeforeEach
    void aClaimOnTheDesk() {
        clock.stopAt("2025-01-23T14:05:00Z");
        ana = at(people.checker());
        mira = at(people.secondChecker());
        claim = Checked.promise(people.checker());
    }

    @Test
    void whatWasTypedIsThereAgainAfterASessionThatDied() {
        var kept = document(keep(ana, form(ana, "reason", REASON)).statusCode(200));
        assertThat(kept.select(".kept-at").text()).isEqualTo("Saved 14:05 UTC, for you alone");

        var again = page(at(people.checker()));
        assertThat(again.select("#reason").text()).isEqualTo(REASON);
        assertThat(again.select(".notice").text())
                .contains("What you had typed by 23 Jan 2025, 14:05 UTC was kept", "not saved as a version yet");
        assertThat(saved()).isZero();
    }

    @Test
    void nobodyElseSeesItButTheyReadWhoIsWriting() {
        keep(ana, form(ana, "reason", REASON));
        var others = page(mira);
        assertThat(others.select("#reason").text()).isEmpty();
        assertThat(others.text()).contains("Ana Ferrand is writing here too, last at 23 Jan 2025, 14:05 UTC.");

        clock.stopAt("2025-01-23T14:21:00Z");
        assertThat(page(at(people.secondChecker())).text()).doesNotContain("is writing here too");
    }

    @Test
    void savingMakesAVersionOfItAndForgetsIt() {
        keep(ana, form(ana, "reason", REASON));
        ana.post(revisions(), form(ana, "do", "save")).statusCode(303);
        assertThat(saved()).isOne();
        assertThat(page(ana).text()).doesNotContain("was kept and stands below");
        assertThat(page(ana).select("#reason").text()).isEqualTo(REASON);
    }

    @Test
    void whatArrivesAfterTheSaveIsNotTakenForNews() {
        String[] typed = form(ana, "reason", REASON);
        ana.post(revisions(), form(ana, "reason", REASON, "do", "save")).statusCode(303);
        keep(ana, typed).statusCode(200);
        assertThat(page(ana).text()).doesNotContain("was kept and stands below");
    }

    @Test
    void aFormWithADateBesideATimeSaidIsNoNewsAsLongAsNobodyTypes() {
        String date = page(ana).select("input.short[name^=said_on-]").attr("name");
        ana.post(revisions(), form(ana, date, "May 2023", "do", "save")).statusCode(303);
        keep(ana, form(ana)).statusCode(200);
        assertThat(page(ana).text()).doesNotContain("was kept and stands below");
        keep(ana, form(ana, date, "summer 2022")).statusCode(200);
        assertThat(page(ana).text()).contains("was kept and stands below");
    }

    @Test
    void whenSomebodySavedMeanwhileBothTextsAreShown() {
        keep(ana, form(ana, "reason", REASON));
        mira.post(revisions(), form(mira, "reason", "Shelling went on all day.", "do", "save"))
                .statusCode(303);

        assertThat(page(ana).text()).contains("Somebody else has saved since");
        var conflict = document(ana.post(revisions(), form(ana, "do", "save")).statusCode(409));
        assertThat(conflict.text()).contains(REASON, "Shelling went on all day.");
        assertThat(page(ana).select("#reason").text()).isEqualTo(REASON);
    }

    @Test
    void itCanBeDiscarded() {
        keep(ana, form(ana, "reason", REASON));
        String next =
                ana.post(desk("/unsaved/discards")).statusCode(303).extract().header("Location");
        assertThat(next).endsWith("?done=discarded");
        assertThat(page(ana).select("#reason").text()).isEmpty();
        ana.post(desk("/unsaved/discards")).statusCode(303);
    }

    @Test
    void whileTheClaimIsInReviewItIsKeptAndSaysSo() {
        ana.post(revisions(), form(ana, "do", "submit")).statusCode(303);
        keep(ana, "reason", REASON, "wording", "Unfinished").statusCode(200);
        assertThat(page(ana).text()).contains("What you typed and did not save is kept for you");
    }

    @Test
    void fieldsThatCannotBeReadAreKeptAsTyped() {
        keep(ana, form(ana, "in_force_from", "the day after", "evidence-0-title", "Only a title"))
                .statusCode(200);
        var again = page(ana);
        assertThat(again.select("#in_force_from").val()).isEqualTo("the day after");
        assertThat(again.select("[name=evidence-0-title]").val()).isEqualTo("Only a title");
    }

    @Test
    void keptTwiceItIsOneText() {
        keep(ana, form(ana, "reason", "One."));
        keep(ana, form(ana, "reason", "Two."));
        assertThat(page(ana).select("#reason").text()).isEqualTo("Two.");
        long rows = QuarkusTransaction.requiringNew().call(() -> UnsavedText.count("claim", claim));
        assertThat(rows).isOne();
    }

    @Test
    void moreThanFitsIsRefusedInWords() {
        assertThat(document(keep(ana, "body", "x".repeat(600_001)).statusCode(422))
                        .text())
                .contains("too long to be kept");
        assertThat(page(ana).select("#body").text()).isEmpty();
    }

    @Test
    void onlySomebodySignedInKeepsAnythingAndOnlyAtAClaimThatExists() {
        keep(DeskBrowser.anonymous(), "reason", REASON).statusCode(307);
        ana.post("/desk/claims/999999999/unsaved", "reason", REASON).statusCode(404);
        assertThat(page(ana).select("#reason").text()).isEmpty();
    }

    @Test
    void thePreviewIsTheVerdictThatWasTyped() {
        var shown = document(keep(
                        ana,
                        form(
                                ana,
                                "rating",
                                "broken",
                                "reason",
                                REASON,
                                "in_force_from",
                                "2025-01-22",
                                "body",
                                "**All** of it.")))
                .body();
        assertThat(shown.select(".preview-card.v-neg2 .preview-word").text()).isEqualTo("Broken");
        assertThat(shown.select(".preview-card").text()).contains(REASON, "Since 22 Jan 2025.");
        assertThat(shown.select(".preview-steps li").eachText()).containsExactly("22 Jan 2025: Broken new");
        assertThat(shown.select(".preview-text strong").text()).isEqualTo("All");
        assertThat(page(ana).select("#preview .preview-word").text()).isEqualTo("Broken");
    }

    @Test
    void datesAreSaidBackAsUnderstoodWhileTheyAreTyped() {
        var kept = document(keep(
                ana,
                form(
                        ana,
                        "said-date",
                        "spring 2023",
                        "evidence-0-dated_on",
                        "about 2019",
                        "in_force_from",
                        "the day after",
                        "deadline_date",
                        "21 Jan 2025",
                        "deadline_time",
                        "12:00",
                        "deadline_zone",
                        "New York")));
        assertThat(kept.select("[data-of=said-date]").text())
                .isEqualTo("Understood as about spring 2023: 1 Mar – 31 May 2023.");
        assertThat(kept.select("[data-of=evidence-0-dated_on]").text())
                .isEqualTo("Understood as about 2019: 1 Jan – 31 Dec 2019.");
        assertThat(kept.select("[data-of=in_force_from]").text()).isEmpty();
        assertThat(kept.select("[data-of=deadline]").text())
                .isEqualTo("Understood as 21 Jan 2025, 12:00 in America/New_York (UTC-05:00), that is 17:00 UTC.");
        assertThat(page(ana).select("[data-echo=said-date]").text())
                .isEqualTo("Understood as about spring 2023: 1 Mar – 31 May 2023.");
    }

    @Test
    void whatIsKnownToTheSeasonIsSavedSoAndADeadlineNeedsItsDay() {
        ana.post(
                        revisions(),
                        form(
                                ana,
                                "said-quote",
                                "In a day it will be over.",
                                "said-source_title",
                                "A rally made up for this test",
                                "said-date",
                                "spring 2023",
                                "evidence-0-source",
                                "A library",
                                "evidence-0-title",
                                "A book",
                                "evidence-0-stance",
                                "CONTEXT",
                                "evidence-0-dated_on",
                                "about 2019",
                                "do",
                                "save"))
                .statusCode(303);
        var saved = page(ana);
        assertThat(saved.select("[name^=said_on]").eachAttr("value")).contains("spring 2023");
        assertThat(saved.select("[name=evidence-0-dated_on]").val()).isEqualTo("2019");
        assertThat(saved.select("#preview .timeline-mini desc").text()).contains("about spring 2023");

        var refused = document(ana.post(
                        revisions(),
                        form(ana, "deadline_date", "Nov 2024", "deadline_time", "12:00", "deadline_zone", "Kyiv"))
                .statusCode(422));
        assertThat(refused.select("#deadline_date-error").text())
                .contains("This needs a day, one from 1 Nov 2024 to 30 Nov 2024.");
        assertThat(refused.select("#deadline_date").val()).isEqualTo("Nov 2024");
    }

    @Test
    void thePreviewHasTimesSaidThatAreNotSaved() {
        String[] typed = {
            "said-quote",
            "In a day it will be over.",
            "said-date",
            "May 2023",
            "counted-times",
            "21",
            "counted-from",
            "2023",
            "counted-to",
            "2023",
            "counted-by",
            "A paper made up for this test",
            "counted-source_title",
            "Its archive"
        };
        var shown = document(keep(ana, form(ana, typed)).statusCode(200));
        assertThat(shown.select(".timeline-mini desc").text()).contains("May 2023", "21");
        assertThat(page(ana).select("#preview .timeline-mini desc").text()).contains("May 2023", "21");

        var unclear = document(keep(ana, form(ana, "said-date", "some day in May", "counted-by", "")));
        assertThat(unclear.select(".timeline-mini desc").text()).doesNotContain("May 2023", "21 ");
    }

    @Test
    void thePreviewHasTheDatesAsTypedBesideWhatIsOnRecord() {
        ana.post(
                        revisions(),
                        form(
                                ana,
                                "said-quote",
                                "In a day it will be over.",
                                "said-source_title",
                                "A rally made up for this test",
                                "said-date",
                                "May 2023",
                                "do",
                                "save"))
                .statusCode(303);
        String date = page(ana).select("[name^=said_on][value='May 2023']").attr("name");
        assertThat(document(keep(ana, form(ana, date, "summer 2022")))
                        .select(".timeline-mini desc")
                        .text())
                .contains("summer 2022")
                .doesNotContain("May 2023");
    }

    @Test
    void hostileTextIsTextInThePreview() {
        var shown = document(
                keep(ana, form(ana, "rating", "broken", "reason", "<b>Bold</b>", "body", "<script>alert(1)</script>")));
        assertThat(shown.select("b, script")).isEmpty();
        assertThat(shown.select(".preview-reason").text()).isEqualTo("<b>Bold</b>");
    }

    @Test
    void sourcesMoveUpAndDownWithAllTheirFields() {
        String[] two = {
            "evidence-0-title",
            "First",
            "evidence-0-stance",
            "SUPPORTS",
            "evidence-1-title",
            "Second",
            "evidence-1-stance",
            "CONTEXT",
            "wording",
            "Some claim"
        };
        var moved = document(
                ana.post(revisions(), with(two, "do", "raise-evidence-1")).statusCode(200));
        assertThat(moved.select("[name=evidence-0-title]").val()).isEqualTo("Second");
        assertThat(moved.select("[name=evidence-0-stance][checked]").val()).isEqualTo("CONTEXT");
        assertThat(moved.select("[name=evidence-1-title]").val()).isEqualTo("First");

        var back = document(
                ana.post(revisions(), with(two, "do", "lower-evidence-0")).statusCode(200));
        assertThat(back.select("[name=evidence-0-title]").val()).isEqualTo("Second");
        var beyond = document(
                ana.post(revisions(), with(two, "do", "lower-evidence-1")).statusCode(200));
        assertThat(beyond.select("[name=evidence-0-title]").val()).isEqualTo("First");
        assertThat(saved()).isZero();
    }

    private static String[] with(String[] values, String... more) {
        var all = java.util.Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    /** The page's own form as this person has it, with some fields typed anew. */
    private String[] form(DeskBrowser who, String... typed) {
        return Typing.sent(page(who), typed);
    }

    private ValidatableResponse keep(DeskBrowser who, String... values) {
        return who.post(desk("/unsaved"), values);
    }

    private long saved() {
        return QuarkusTransaction.requiringNew().call(() -> Revision.count("review.claim", claim));
    }

    private Document page(DeskBrowser who) {
        return document(who.get(desk("")).statusCode(200));
    }

    private static Document document(ValidatableResponse answer) {
        return Jsoup.parse(answer.extract().asString());
    }

    private DeskBrowser at(Account account) {
        return DeskBrowser.with(people.cookieOf(account));
    }

    private String revisions() {
        return desk("/revisions");
    }

    private String desk(String tail) {
        return "/desk/claims/" + claim.id + tail;
    }
}
