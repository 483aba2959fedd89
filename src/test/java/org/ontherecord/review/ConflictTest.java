package org.ontherecord.review;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Two people who write the same field of one claim: nothing of either is lost, whatever is pressed and however often. */
@QuarkusTest
class ConflictTest {
    @Inject
    People people;

    @Inject
    TestClock clock;

    DeskBrowser ana;
    DeskBrowser mira;
    Claim claim;

    @BeforeEach
    void aDraftThatBothOpen() {
        clock.stopAt("2025-01-23T09:00:00Z");
        ana = DeskBrowser.with(people.cookieOf(people.checker()));
        mira = DeskBrowser.with(people.cookieOf(people.secondChecker()));
        claim = Checked.promise(people.checker());
        ana.post(
                        revisions(),
                        new Typing().with("version", "0").with("do", "save").values())
                .statusCode(303);
    }

    @Test
    void savingWithoutAChoiceIsRefusedHoweverOftenAndShowsTheChoiceAgain() {
        var page = conflict();
        for (int press = 0; press < 3; press++) {
            page = document(ana.post(revisions(), Typing.sent(page)).statusCode(422));
            assertThat(page.select(".error-summary").text()).contains("Choose whose “Why, in one sentence” to keep.");
            assertThat(page.select("[name=take-reason]").eachAttr("value")).containsExactly("mine", "theirs");
            assertThat(page.select("[name=take-reason][checked]")).isEmpty();
            assertThat(page.select("fieldset.conflict").text()).contains("Ana’s reason.", "Mira’s reason.");
            assertThat(page.text()).contains("Only you changed: Topics.").doesNotContain("You both wrote the same");
        }
        assertThat(saved(mira, "reason")).isEqualTo("Mira’s reason.");

        ana.post(revisions(), Typing.sent(page, "take-reason", "mine")).statusCode(303);
        assertThat(saved(ana, "reason")).isEqualTo("Ana’s reason.");
        assertThat(saved(ana, "topics")).isEqualTo("truce");
        assertThat(saved(ana, "capacity")).isEqualTo("as mayor");
        assertThat(saved(ana, "next_review_on")).isEqualTo("2026-05-01");
    }

    @Test
    void theirsIsKeptWhenTheirsIsChosenAfterARefusal() {
        var undecided = document(ana.post(revisions(), Typing.sent(conflict())).statusCode(422));
        ana.post(revisions(), Typing.sent(undecided, "take-reason", "theirs")).statusCode(303);
        assertThat(saved(ana, "reason")).isEqualTo("Mira’s reason.");
        assertThat(saved(ana, "topics")).isEqualTo("truce");
    }

    @Test
    void leavingTheChoiceOutOfTheRequestOverwritesNothing() {
        String[] withoutChoice = Typing.sent(conflict(), "choose", "", "take-reason", "", "take-capacity", "");
        ana.post(revisions(), withoutChoice).statusCode(422);
        assertThat(saved(mira, "reason")).isEqualTo("Mira’s reason.");
        assertThat(saved(mira, "capacity")).isEqualTo("as mayor");
    }

    @Test
    void aMistakeFoundWhileChoosingDoesNotMakeTheChoice() {
        var withMistake = document(ana.post(revisions(), Typing.sent(conflict(), "reason", "x".repeat(201)))
                .statusCode(422));
        assertThat(withMistake.select("form#claim")).hasSize(1);
        var again = document(ana.post(revisions(), Typing.sent(withMistake, "reason", "Ana’s second reason."))
                .statusCode(422));
        assertThat(again.select("[name=take-reason]")).hasSize(2);
        assertThat(saved(mira, "reason")).isEqualTo("Mira’s reason.");
    }

    @Test
    void whoeverChoseBetweenTwoIsAskedAgainWhenAThirdTextCame() {
        var page = conflict();
        mira.post(revisions(), Typing.sent(editor(mira), "reason", "Mira’s third reason."))
                .statusCode(303);

        var again = document(ana.post(revisions(), Typing.sent(page, "take-reason", "theirs"))
                .statusCode(409));
        assertThat(again.select("fieldset.conflict").text()).contains("Mira’s reason.", "Mira’s third reason.");
        assertThat(again.select("[name=take-reason][checked]")).isEmpty();
        ana.post(revisions(), Typing.sent(again)).statusCode(422);
        assertThat(saved(mira, "reason")).isEqualTo("Mira’s third reason.");
    }

    @Test
    void aDateThatSomebodyElseWroteBesideATimeSaidIsNotTakenBackUnseen() {
        var anas = editor(ana);
        String date = anas.select("input.short[name^=said_on-]").attr("name");
        mira.post(revisions(), Typing.sent(editor(mira), date, "Nov 2024")).statusCode(303);

        var merged = document(
                ana.post(revisions(), Typing.sent(anas, "topics", "truce")).statusCode(409));
        ana.post(revisions(), Typing.sent(merged)).statusCode(303);
        assertThat(saved(ana, date)).isEqualTo("Nov 2024");
        assertThat(saved(ana, "topics")).isEqualTo("truce");

        var refused =
                document(ana.post(revisions(), Typing.sent(anas, date, "2023")).statusCode(422));
        assertThat(refused.select(".error-summary").text()).contains("Somebody wrote “Nov 2024” here meanwhile.");
        assertThat(refused.getElementById(date).val()).isEqualTo("2023");
        var overtaken = document(ana.post(revisions(), Typing.sent(refused)).statusCode(409));
        ana.post(revisions(), Typing.sent(overtaken)).statusCode(303);
        assertThat(saved(mira, date)).isEqualTo("2023");
    }

    /** Ana typed over what Mira saved: both wrote the reason, Mira also the capacity and when to check again. */
    private Document conflict() {
        var anas = editor(ana);
        mira.post(
                        revisions(),
                        Typing.sent(
                                editor(mira),
                                "reason",
                                "Mira’s reason.",
                                "capacity",
                                "as mayor",
                                "next_review_on",
                                "2026-05-01"))
                .statusCode(303);
        return document(ana.post(revisions(), Typing.sent(anas, "reason", "Ana’s reason.", "topics", "truce"))
                .statusCode(409));
    }

    private String saved(DeskBrowser who, String field) {
        var control = editor(who).getElementById(field);
        return control.tagName().equals("textarea") ? control.text() : control.val();
    }

    private Document editor(DeskBrowser who) {
        return document(who.get("/desk/claims/" + claim.id));
    }

    private String revisions() {
        return "/desk/claims/" + claim.id + "/revisions";
    }

    private static Document document(ValidatableResponse answer) {
        return Jsoup.parse(answer.extract().asString());
    }
}
