package org.ontherecord.claim.challenge;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.HtmlChecker;
import org.ontherecord.account.People;
import org.ontherecord.platform.Rows;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** A reader says what is wrong, the newsroom answers, and the answer stands where the editor wants it. */
@QuarkusTest
class ChallengeTest {
    private static final String ANSWER = "The report you name is of another year.";

    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    Rows rows;

    @Inject
    TestClock clock;

    private DeskBrowser editor;
    private DeskBrowser checker;
    private long claim;
    private String words;

    /** Each test has a day of its own, since all come from one address. */
    @BeforeEach
    void publish() {
        editor = DeskBrowser.with(people.cookieOf(people.editor()));
        checker = DeskBrowser.with(people.cookieOf(people.checker()));
        claim = fixture.statement("The harbour has 40 cranes.")
                .by("Robin Muster")
                .verdict("ORIGINAL", "half-true", "2026-01-02", "2026-01-02T08:00:00Z", "It has 38.", "First.")
                .number;
        words = "The port authority counts 41 cranes, see its report " + UUID.randomUUID() + ".";
    }

    @Test
    void aReaderSendsAChallengeWithoutAccountOrCookieAndFindsItsStateAgain() throws Exception {
        clock.stopAt("2026-02-01T10:00:00Z");
        given().get("/claims/" + claim)
                .then()
                .body(
                        containsString("href=\"/claims/" + claim + "/challenge\""),
                        containsString("Challenge this claim"));
        given().get("/claims/" + claim + "/challenge")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .header("Set-Cookie", equalTo(null));
        String address = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("about", "VERDICT")
                .formParam("words", words)
                .formParam("source", "https://port.example/report")
                .post("/claims/" + claim + "/challenge")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        given().get(address)
                .then()
                .statusCode(200)
                .body(
                        containsString("Not answered yet"),
                        containsString("The harbour has 40 cranes."),
                        not(containsString("port authority")));
        assertThat(HtmlChecker.problemsOf(
                        editor.get("/desk/challenges").extract().asString()))
                .isEmpty();
        assertThat(desk("")).contains(words, "The verdict is wrong", "https://port.example/report");
    }

    @Test
    void theSameWordsSentTwiceOrAtOnceAreOneChallenge() throws Exception {
        clock.stopAt("2026-02-02T10:00:00Z");
        var senders = Executors.newFixedThreadPool(3);
        try {
            Callable<String> sender = () -> send(words).extract().header("Location");
            var addresses = senders.invokeAll(List.of(sender, sender, sender)).stream()
                    .map(sent -> {
                        try {
                            return sent.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .distinct()
                    .toList();
            assertThat(addresses).hasSize(1).doesNotContainNull();
        } finally {
            senders.shutdown();
        }
        assertThat(rows.number("select count(*) from challenge where claim_id = " + claim))
                .isEqualTo(1);
    }

    @Test
    void whatIsMissingOrTooMuchIsSaidBesideTheFieldAndNothingTypedIsLost() throws Exception {
        clock.stopAt("2026-02-03T10:00:00Z");
        String path = "/claims/" + claim + "/challenge";
        DeskBrowser reader = DeskBrowser.anonymous();
        var refused = reader.post(path, "words", "Wrong!", "source", "see <b>me</b>");
        assertThat(HtmlChecker.problemsOf(refused.extract().asString())).isEmpty();
        refused.statusCode(422)
                .body(
                        containsString("Error: Challenge"),
                        containsString("Choose what is wrong."),
                        containsString("Say in a sentence or two what is wrong"),
                        containsString("Give a whole address that begins with https://"),
                        containsString("Wrong!"),
                        containsString("see &lt;b&gt;me&lt;/b&gt;"));
        reader.post(path, "about", "OTHER", "words", "x".repeat(2_001))
                .statusCode(422)
                .body(containsString("This has 2,001 characters; 2,000 are allowed."));
        reader.post(path, "about", "OTHER", "words", words + " http://a http://b http://c http://d")
                .statusCode(422)
                .body(containsString("Give at most 3 addresses"));
        reader.post(path, "about", "OTHER", "words", words, "homepage", "https://casino.example")
                .statusCode(422)
                .body(containsString("Leave this field empty. It is there to catch programs."));
        reader.get("/claims/999999999/challenge").statusCode(404);
        reader.post("/claims/999999999/challenge", "about", "OTHER", "words", words)
                .statusCode(404);
        reader.get("/challenges/aaaaaaaaaa").statusCode(404);
        assertThat(rows.number("select count(*) from challenge where claim_id = " + claim))
                .isZero();
    }

    @Test
    void fromOneAddressFiveAreTakenWithinAnHourAndTheAddressIsForgotten() {
        clock.stopAt("2026-02-04T10:00:00Z");
        for (int i = 0; i < 5; i++) {
            send(words + i).statusCode(303);
        }
        send(words + "again")
                .statusCode(429)
                .body(containsString("Send this again in an hour; it is kept below."), containsString(words + "again"));
        send(words + "0").statusCode(303);
        clock.stopAt("2026-02-04T11:00:01Z");
        send(words + "again").statusCode(303);
        clock.stopAt("2026-02-06T10:00:00Z");
        send(words + "later").statusCode(303);
        assertThat(rows.number("select count(*) from challenge where sent_from is not null and claim_id = " + claim))
                .isEqualTo(1);
    }

    @Test
    void anAnswerStandsOnTheReadersPageAndOnTheTimelineWhenTheEditorSaysSo() {
        clock.stopAt("2026-02-07T10:00:00Z");
        String address = send(words).extract().header("Location");
        clock.stopAt("2026-02-09T10:00:00Z");
        answer(editor, "KEPT", ANSWER, "yes", 0).statusCode(303);
        given().get(address).then().body(containsString("We looked again and changed nothing"), containsString(ANSWER));
        assertThat(timeline("/claims/" + claim))
                .contains("Challenged by a reader, nothing changed", ANSWER, "9 Feb 2026");
        given().header("Accept-Language", "fr")
                .get("/claims/" + claim)
                .then()
                .body(containsString("Contestée par un lecteur, sans changement"));
        given().get("/api/v1/claims/" + claim)
                .then()
                .body(
                        "events.find { it.challenge != null }.challenge.outcome",
                        equalTo("kept"),
                        "events.find { it.challenge != null }.why",
                        equalTo(ANSWER),
                        "events.find { it.challenge != null }.date",
                        equalTo("2026-02-09"));
        assertThat(timeline("/claims/" + claim + "?as_of=2026-02-08")).doesNotContain("Challenged");
        assertThat(desk("?show=answered")).contains(ANSWER, "on the timeline", "Jonas Lindqvist");
        clock.stopAt("2026-02-10T10:00:00Z");
        editor.post("/desk/challenges/" + id() + "/reversal", "seen", newest()).statusCode(303);
        assertThat(timeline("/claims/" + claim)).doesNotContain("Challenged");
        assertThat(timeline("/claims/" + claim + "?as_of=2026-02-09")).contains("Challenged by a reader");
        given().get(address).then().body(containsString("Not answered yet"));
        answer(editor, "DECLINED", "Not about this claim.", "", Long.parseLong(newest()))
                .statusCode(303);
        assertThat(timeline("/claims/" + claim)).doesNotContain("Challenged");
        assertThat(rows.number("select count(*) from challenge_answer where challenge_id = " + id()))
                .isEqualTo(3);
    }

    @Test
    void whoAnswersSecondIsToldAndTheSameButtonTwiceAnswersOnce() {
        clock.stopAt("2026-02-11T10:00:00Z");
        send(words);
        answer(editor, "KEPT", ANSWER, "", 0).statusCode(303);
        answer(editor, "KEPT", ANSWER, "", 0).statusCode(303);
        answer(DeskBrowser.with(people.cookieOf(people.secondEditor())), "CHANGED", "We changed it.", "", 0)
                .statusCode(409)
                .body(containsString("Jonas Lindqvist has answered this challenge of C-" + claim + " meanwhile"));
        answer(editor, "DECLINED", "No.", "", Long.parseLong(newest()))
                .statusCode(409)
                .body(containsString("Take the answer back first."));
        assertThat(rows.number("select count(*) from challenge_answer where challenge_id = " + id()))
                .isEqualTo(1);
        assertThat(rows.number("select count(*) from audit_event where action = 'challenge answered' and subject_id = "
                        + id()))
                .isEqualTo(1);
    }

    @Test
    void onlyEditorsAnswerAndEverybodyPutsAdvertisingAway() {
        clock.stopAt("2026-02-12T10:00:00Z");
        String address = send(words).extract().header("Location");
        answer(checker, "KEPT", ANSWER, "", 0)
                .statusCode(403)
                .body(containsString("Answers are public, so only editors can give them"));
        answer(checker, "SPAM", "", "yes", 0).statusCode(303);
        checker.post("/desk/challenges/" + id() + "/reversal", "seen", newest()).statusCode(403);
        given().get(address).then().body(containsString("Not a challenge: advertising, abuse or a trial"));
        assertThat(timeline("/claims/" + claim)).doesNotContain("Challenged");
        DeskBrowser.anonymous().get("/desk/challenges").header("Location", containsString("/sign-in"));
    }

    @Test
    void anAnswerWithoutWordsIsAskedForAgain() {
        clock.stopAt("2026-02-13T10:00:00Z");
        send(words);
        answer(editor, "", "", "yes", 0)
                .statusCode(422)
                .body(
                        containsString("Choose what became of it."),
                        containsString("Answer the reader in a sentence or two; it is public."));
        answer(editor, "KEPT", "y".repeat(501), "", 0)
                .statusCode(422)
                .body(containsString("This has 501 characters; 500 are allowed."), containsString("y".repeat(501)));
        assertThat(rows.number("select count(*) from challenge_answer where challenge_id = " + id()))
                .isZero();
    }

    @Test
    void whatWasSentAndAnsweredIsNeverRewritten() {
        clock.stopAt("2026-02-14T10:00:00Z");
        send(words);
        answer(editor, "KEPT", ANSWER, "", 0).statusCode(303);
        for (String change : List.of(
                "update challenge set words = 'other' where claim_id = " + claim,
                "delete from challenge where claim_id = " + claim,
                "update challenge_answer set words = 'other' where challenge_id = " + id(),
                "delete from challenge_answer where challenge_id = " + id())) {
            assertThatThrownBy(() -> rows.change(change)).as(change).hasStackTraceContaining("append-only");
        }
    }

    private ValidatableResponse send(String said) {
        return DeskBrowser.anonymous().post("/claims/" + claim + "/challenge", "about", "QUOTE", "words", said);
    }

    private ValidatableResponse answer(DeskBrowser who, String outcome, String said, String timeline, long seen) {
        return who.post(
                "/desk/challenges/" + id() + "/answers",
                "outcome",
                outcome,
                "words",
                said,
                "timeline",
                timeline,
                "seen",
                String.valueOf(seen));
    }

    /** The text of the desk's lists, all pages of them. */
    private String desk(String query) {
        var all = new StringBuilder();
        for (int page = 1; page <= 4; page++) {
            all.append(
                    Jsoup.parse(editor.get("/desk/challenges" + (query.isEmpty() ? "?" : query + "&") + "page=" + page)
                                    .extract()
                                    .asString())
                            .text());
        }
        return all.toString();
    }

    private String timeline(String path) {
        return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString())
                .select("#steps")
                .text();
    }

    private long id() {
        return rows.number("select max(id) from challenge where claim_id = " + claim);
    }

    private String newest() {
        return String.valueOf(rows.number("select max(id) from challenge_answer where challenge_id = " + id()));
    }
}
