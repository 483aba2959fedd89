package org.ontherecord.review.contact;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.platform.Rows;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Whom an invented newsroom asked about an invented claim, and what readers get to know of it. */
@QuarkusTest
class ContactTest {
    private static final String OFFICE = "the press office of the sample ministry";
    private static final String WORDS = "The figure is from our own budget.";

    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    Rows rows;

    @Inject
    TestClock clock;

    private DeskBrowser ana;
    private PublishedFixture.OneClaim claim;

    @BeforeEach
    void aPublicClaim() {
        at("2026-11-10T12:00:00Z");
        claim = fixture.statement("The sample ministry spent nine million. " + UUID.randomUUID())
                .by("Robin Muster")
                .verdict("ORIGINAL", "false", "2026-11-01", "2026-11-01T08:00:00Z", "It spent four.", "First.");
    }

    @Test
    void readersLearnWhomWeAskedWithTheNextVerdictAndNotBefore() {
        ask("question", "A secret question").statusCode(303);
        assertThat(desk().text()).contains("We asked " + OFFICE + " by email on 3 Nov 2026.", "A secret question");
        assertThat(publicPage()).doesNotContain("Whom we asked");

        at("2026-11-12T12:00:00Z");
        reply("NO_ANSWER", "7 Nov 2026", "").statusCode(303);
        confirm("2026-11-13T08:00:00Z");
        assertThat(publicPage())
                .contains("Whom we asked", "We asked " + OFFICE + " by email on 3 Nov 2026.")
                .contains("They had not answered by 7 Nov 2026.")
                .doesNotContain("A secret question");

        at("2026-11-14T12:00:00Z");
        reply("ANSWERED", "14 Nov 2026", WORDS).statusCode(303);
        assertThat(publicPage()).contains("They had not answered by 7 Nov 2026.");
        confirm("2026-11-15T08:00:00Z");
        assertThat(publicPage())
                .contains("They answered on 14 Nov 2026: " + WORDS)
                .doesNotContain("had not answered");
        assertThat(page("/claims/" + claim.number + "?as_of=2026-11-14").text())
                .contains("They had not answered by 7 Nov 2026.");
        given().header("Accept-Language", "fr")
                .get("/claims/" + claim.number)
                .then()
                .body(org.hamcrest.Matchers.containsString("par courriel le 3 nov"));
        given().get("/api/v1/claims/" + claim.number)
                .then()
                .body(
                        "contacts", hasSize(1),
                        "contacts[0].asked", equalTo(OFFICE),
                        "contacts[0].way", equalTo("email"),
                        "contacts[0].outcome", equalTo("answered"),
                        "contacts[0].on_day", equalTo("2026-11-14"),
                        "contacts[0].question", nullValue());
    }

    @Test
    void whatTheEditorDoesNotShowStaysOnTheDesk() {
        ask("shown", "").statusCode(303);
        confirm("2026-11-13T08:00:00Z");
        assertThat(publicPage()).doesNotContain("Whom we asked");
        given().get("/api/v1/claims/" + claim.number).then().body("contacts", hasSize(0));
        assertThat(desk().text()).contains("Readers do not see this.");
    }

    @Test
    void aMistakeIsSaidAndShownToNobodyAnyMore() {
        ask().statusCode(303);
        confirm("2026-11-13T08:00:00Z");
        at("2026-11-14T12:00:00Z");
        reply("MISTAKE", "", "").statusCode(303);
        assertThat(desk().text()).contains("counts for nothing", "Written down by mistake.");
        confirm("2026-11-15T08:00:00Z");
        assertThat(publicPage()).doesNotContain("Whom we asked");
    }

    @Test
    void whomWeAskedAboutAMergedClaimStandsWithTheOneThatAnswersToo() {
        ask().statusCode(303);
        confirm("2026-11-13T08:00:00Z");
        long winner = fixture.statement("The " + UUID.randomUUID() + " ministry spent five.")
                .verdict("ORIGINAL", "false", "2026-11-01", "2026-11-02T08:00:00Z", "It spent four.", "First.")
                .number;
        rows.change(
                "insert into claim_merge (claim_id, into_claim_id, public_reason, merged_by, merged_at) values (%d, %d, 'One claim.', %d, '2026-11-16T08:00:00Z')"
                        .formatted(claim.number, winner, people.editor().id));
        at("2026-11-16T09:00:00Z");
        String about = "about C-" + claim.number;
        assertThat(page(ana, "/desk/claims/" + winner + "/contacts").text())
                .contains("We asked " + OFFICE + " by email on 3 Nov 2026. That was " + about);
        assertThat(desk().text()).contains("We asked " + OFFICE).doesNotContain("That was about");
        assertThat(page("/claims/" + winner).text())
                .contains("We asked " + OFFICE + " by email on 3 Nov 2026. That was " + about);
        given().get("/api/v1/claims/" + winner).then().body("contacts", hasSize(1), "contacts[0].about", equalTo((int)
                claim.number));
        given().get("/api/v1/claims/" + winner + "?as_of=2026-11-15").then().body("contacts", hasSize(0));

        reply("ANSWERED", "14 Nov 2026", WORDS).statusCode(303);
        assertThat(page("/claims/" + winner).text()).doesNotContain(WORDS);
        rows.change(
                "insert into merge_reversal (merge_id, public_reason, reversed_by, reversed_at) select id, 'Two claims.', merged_by, '2026-11-17T08:00:00Z' from claim_merge where claim_id = %d"
                        .formatted(claim.number));
        at("2026-11-17T09:00:00Z");
        assertThat(page("/claims/" + winner).text()).doesNotContain("Whom we asked");
        assertThat(publicPage()).contains("We asked " + OFFICE);
        assertThat(page("/claims/" + winner + "?as_of=2026-11-16").text()).contains("That was " + about);
    }

    @Test
    void sentTwiceItIsWrittenDownOnce() {
        ask();
        ask().statusCode(303);
        assertThat(count("contact_attempt a where a.claim_id = " + claim.number))
                .isOne();
        String seen = "0";
        for (int i = 0; i < 2; i++) {
            send(seen, "NO_ANSWER", "7 Nov 2026", "").statusCode(303);
        }
        assertThat(count("contact_reply r join contact_attempt a on a.id = r.attempt_id where a.claim_id = "
                        + claim.number))
                .isOne();
    }

    @Test
    void whoWasOvertakenReadsItAndKeepsTheirWords() {
        ask();
        DeskBrowser mira = DeskBrowser.with(people.cookieOf(people.secondChecker()));
        mira.post(replies(), values("0", "NO_ANSWER", "7 Nov 2026", "")).statusCode(303);
        Document page = document(send("0", "ANSWERED", "8 Nov 2026", WORDS).statusCode(409));
        assertThat(page.select(".error-summary").text()).contains("Mira Okafor wrote down meanwhile");
        assertThat(page.select("#words-" + attempt()).text()).isEqualTo(WORDS);
        ana.post(replies(), values(page.select("[name=seen]").val(), "ANSWERED", "8 Nov 2026", WORDS))
                .statusCode(303);
    }

    @Test
    void addressesAndNumbersOfPeopleAreRefusedWhereReadersWouldSeeThem() {
        for (String typed : List.of("Robin, robin@office.example", "Robin, +49 30 1234567 89")) {
            Document page = document(ask("asked", typed).statusCode(422));
            assertThat(page.select("#asked-error").text()).contains("private address or number");
            assertThat(page.select("#asked").val()).isEqualTo(typed);
        }
        ask();
        assertThat(document(reply("ANSWERED", "8 Nov 2026", "Call 030 123 456 789.")
                                .statusCode(422))
                        .select(".field-error")
                        .text())
                .contains("private address or number");
        ask("asked", "Robin, spokesperson in 2025 and 2026 for 9,000,000 people")
                .statusCode(303);
    }

    @Test
    void whatIsMissingOrWrongIsToldBesideItsFieldAndNothingTypedIsLost() {
        Document empty = document(ana.post(contacts()).statusCode(422));
        assertThat(empty.select(".error-summary a").eachAttr("href"))
                .containsExactly("#asked", "#way", "#asked_on", "#question");
        assertThat(empty.select("#asked-error, #way-error, #asked_on-error, #question-error"))
                .hasSize(4);
        Document wrong = document(
                ask("asked_on", "31 Dec 2026", "question", "x".repeat(2_001)).statusCode(422));
        assertThat(wrong.select("#asked_on-error").text()).contains("This day has not come yet.");
        assertThat(wrong.select("#question-error").text()).contains("2,001 characters; 2,000 are allowed");
        assertThat(wrong.select("#question").text()).hasSize(2_001);
        ask();
        assertThat(document(send("0", "", "", "").statusCode(422))
                        .select(".error-summary a")
                        .eachAttr("href"))
                .containsExactly("#outcome-" + attempt(), "#on_day-" + attempt());
        ana.get("/desk/claims/999999999/contacts").statusCode(404);
        ana.post("/desk/claims/999999999/contacts/" + attempt() + "/replies").statusCode(404);
    }

    @Test
    void theChecklistRemindsOfItUntilSomebodyWasAsked() {
        String page = page(ana, "/desk/claims/" + claim.number).text();
        assertThat(page).contains("Nobody was asked for a reply yet.");
        ask();
        assertThat(page(ana, "/desk/claims/" + claim.number).text())
                .contains("We asked " + OFFICE + " by email on 3 Nov 2026.");
    }

    @Test
    void whatIsWrittenDownIsNeverRewritten() {
        ask();
        reply("NO_ANSWER", "7 Nov 2026", "");
        for (String change : List.of(
                "update contact_attempt set asked = 'x'",
                "delete from contact_reply",
                "truncate contact_attempt cascade",
                "insert into contact_attempt (claim_id, asked, way, asked_on, question, shown, recorded_by, recorded_at)"
                        + " select claim_id, 'a@b.example', way, asked_on, question, shown, recorded_by, recorded_at from contact_attempt")) {
            assertThat(catchThrowable(() -> rows.change(change))).as(change).isNotNull();
        }
    }

    /** Days later nobody is signed in any more. */
    private void at(String instant) {
        clock.stopAt(instant);
        ana = DeskBrowser.with(people.cookieOf(people.checker()));
    }

    private ValidatableResponse ask(String... instead) {
        var values = new java.util.LinkedHashMap<String, String>();
        values.put("asked", OFFICE);
        values.put("way", "EMAIL");
        values.put("asked_on", "3 Nov 2026");
        values.put("question", "Where does the figure come from?");
        values.put("shown", "yes");
        for (int i = 0; i < instead.length; i += 2) {
            values.put(instead[i], instead[i + 1]);
        }
        return ana.post(
                contacts(),
                values.entrySet().stream()
                        .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new));
    }

    private ValidatableResponse reply(String outcome, String day, String words) {
        return send(desk().select("[name=seen]").val(), outcome, day, words);
    }

    private ValidatableResponse send(String seen, String outcome, String day, String words) {
        return ana.post(replies(), values(seen, outcome, day, words));
    }

    private String[] values(String seen, String outcome, String day, String words) {
        long id = attempt();
        return new String[] {
            "seen", seen, "outcome-" + id, outcome, "on_day-" + id, day, "words-" + id, words, "shown-" + id, "yes"
        };
    }

    private void confirm(String at) {
        claim.verdict("CONFIRMATION", "false", "2026-11-01", at, "It spent four.", "Checked again.");
        at(at);
    }

    private Document desk() {
        return page(ana, contacts());
    }

    private static Document page(DeskBrowser who, String path) {
        return document(who.get(path).statusCode(200));
    }

    private static Document page(String path) {
        return document(given().get(path).then().statusCode(200));
    }

    private String publicPage() {
        return page("/claims/" + claim.number).text();
    }

    private static Document document(ValidatableResponse answer) {
        return Jsoup.parse(answer.extract().asString());
    }

    private String contacts() {
        return "/desk/claims/" + claim.number + "/contacts";
    }

    private String replies() {
        return contacts() + "/" + attempt() + "/replies";
    }

    private long attempt() {
        return rows.number("select max(id) from contact_attempt where claim_id = " + claim.number);
    }

    private long count(String from) {
        return rows.number("select count(*) from " + from);
    }
}
