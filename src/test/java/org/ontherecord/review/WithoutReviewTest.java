package org.ontherecord.review;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** In an emergency an editor publishes alone; readers are told, and somebody else looks at it later. */
@QuarkusTest
class WithoutReviewTest {
    private static final String BECAUSE = "Voters go to the polls in an hour.";

    @Inject
    People people;

    @Inject
    TestClock clock;

    @Inject
    AgroalDataSource dataSource;

    DeskBrowser ana;
    DeskBrowser jonas;
    DeskBrowser ida;
    Claim claim;
    String publish;
    String revision;

    @BeforeEach
    void aDraftNobodyHasReviewed() {
        clock.stopAt("2025-01-23T09:00:00Z");
        ana = at(people.checker());
        jonas = at(people.editor());
        ida = at(people.secondEditor());
        claim = Checked.promise(people.editor());
        jonas.post(
                        desk("/revisions"),
                        new Typing()
                                .with("version", "0")
                                .with("base", "0")
                                .with("do", "save")
                                .values())
                .statusCode(303);
        publish = document(jonas.get(desk("")))
                .select("a[href$=#unreviewed]")
                .attr("href")
                .replaceFirst("/new.*", "");
        revision =
                document(jonas.get(publish + "/new")).select("[name=revision]").val();
    }

    @Test
    void readersAreToldForGoodAndWhy() {
        send(jonas, BECAUSE).statusCode(303);
        String api = "/api/v1/claims/" + claim.id;
        RestAssured.get(api).then().body("verdict.signed_off_by", nullValue());
        RestAssured.get(api).then().body("verdict.without_review_because", equalTo(BECAUSE));
        var page = Jsoup.parse(RestAssured.get("/claims/" + claim.id).asString());
        assertThat(page.select("#history").text())
                .contains("Checked by Jonas Lindqvist. Published without review:", BECAUSE);
        var feed = Jsoup.parse(RestAssured.get("/feeds/verdicts.atom").asString(), "", Parser.xmlParser());
        assertThat(feed.select("entry").stream()
                        .filter(entry -> entry.outerHtml().contains("/claims/" + claim.id))
                        .map(entry ->
                                Jsoup.parse(entry.select("content").text()).text()))
                .singleElement()
                .asString()
                .contains("Published without review: " + BECAUSE);

        look(ida).statusCode(303);
        assertThat(Jsoup.parse(RestAssured.get("/claims/" + claim.id).asString())
                        .select("#history")
                        .text())
                .contains("Published without review:");
    }

    @Test
    void itStaysInTheQueueUntilASecondPersonHasLooked() {
        send(jonas, BECAUSE).statusCode(303);
        assertThat(waiting(ida)).contains("C-" + claim.id);
        assertThat(document(ida.get(desk("/review"))).text())
                .contains("Jonas Lindqvist published version 1 without review, 23 Jan 2025, 09:00 UTC:", BECAUSE);
        look(ida, "Read all of it.").statusCode(303);
        look(ida).statusCode(303);
        assertThat(waiting(ida)).doesNotContain("C-" + claim.id + " ");
        assertThat(document(ida.get(desk("/review"))).select(".history").text())
                .containsOnlyOnce("Ida Sample looked at version 1, published without review")
                .contains("Read all of it.", "published version 1 without review as original");
    }

    @Test
    void neitherWhoPublishedItNorACheckerTakesTheSecondLook() {
        send(jonas, BECAUSE).statusCode(303);
        assertThat(document(jonas.get(desk("/review"))).text()).contains("Another editor must take the second look.");
        assertThat(document(look(jonas).statusCode(403)).text()).contains("Another editor must take the second look.");
        assertThat(document(look(ana).statusCode(403)).text()).contains("Only editors can take the second look.");
        assertThat(waiting(ida)).contains("C-" + claim.id);
        assertThatThrownBy(() -> run(
                        "insert into second_look (verdict_id, by_id, at) select id, published_by, now() from verdict where claim_id = "
                                + claim.id))
                .hasMessageContaining("second look");
    }

    @Test
    void withoutAReasonNotToWaitNothingIsPublishedAndWhatWasTypedIsKept() {
        var refused = document(send(jonas, " ").statusCode(422));
        assertThat(refused.select(".error-summary a[href=#without_review]").text())
                .isEqualTo("Say why it cannot wait for a second person. Readers see it.");
        assertThat(refused.select("#public_reason").text()).isEqualTo("First verdict.");
        assertThat(document(send(jonas, "z".repeat(501)).statusCode(422))
                        .select("#without_review")
                        .text())
                .hasSize(501);
        RestAssured.get("/api/v1/claims/" + claim.id).then().statusCode(404);
    }

    @Test
    void allElseIsCheckedAsEver() {
        jonas.post(desk("/revisions"), Typing.sent(document(jonas.get(desk(""))), "reason", "", "do", "save"))
                .statusCode(303);
        revision =
                document(jonas.get(publish + "/new")).select("[name=revision]").val();
        assertThat(document(send(jonas, BECAUSE).statusCode(422))
                        .select(".desk-main .checklist a")
                        .eachAttr("href"))
                .containsExactly("/desk/claims/" + claim.id + "#reason");
    }

    @Test
    void aCheckerCannotAndIsNotOfferedIt() {
        assertThat(document(ana.get(desk(""))).select("a[href$=#unreviewed]")).isEmpty();
        assertThat(document(send(ana, BECAUSE).statusCode(403)).text()).contains("Only editors can publish.");
    }

    @Test
    void sentTwiceItIsPublishedOnce() {
        send(jonas, BECAUSE).statusCode(303);
        send(jonas, BECAUSE).statusCode(303);
        RestAssured.get("/api/v1/claims/" + claim.id).then().body("verdict.number", equalTo(1));
    }

    @Test
    void whatIsApprovedIsPublishedAsReviewed() {
        jonas.post(desk("/review/handovers"), "revision", revision, "step", "SUBMITTED")
                .statusCode(303);
        ida.post(desk("/review/handovers"), "revision", revision, "step", "APPROVED")
                .statusCode(303);
        send(jonas, BECAUSE).statusCode(303);
        RestAssured.get("/api/v1/claims/" + claim.id)
                .then()
                .body("verdict.signed_off_by", equalTo("Ida Sample"))
                .body("verdict.without_review_because", nullValue());
        assertThat(waiting(ida)).doesNotContain("C-" + claim.id + " ");
    }

    @Test
    void aReviewedVerdictHasNoSecondLook() {
        jonas.post(desk("/review/handovers"), "revision", revision, "step", "SUBMITTED")
                .statusCode(303);
        ida.post(desk("/review/handovers"), "revision", revision, "step", "APPROVED")
                .statusCode(303);
        jonas.post(publish, "revision", revision, "kind", "ORIGINAL", "public_reason", "First verdict.")
                .statusCode(303);
        look(ida).statusCode(409);
    }

    private ValidatableResponse send(DeskBrowser who, String because) {
        return who.post(
                publish,
                "revision",
                revision,
                "kind",
                "ORIGINAL",
                "public_reason",
                "First verdict.",
                "without_review",
                because,
                "how",
                "without-review");
    }

    private ValidatableResponse look(DeskBrowser who, String... note) {
        String said = note.length == 0 ? "" : note[0];
        return who.post("/desk/verdicts/" + verdict() + "/second-look", "note", said);
    }

    private long verdict() {
        try (var connection = dataSource.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select id from verdict where claim_id = " + claim.id)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws java.sql.SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String waiting(DeskBrowser who) {
        return document(who.get("/desk/review").statusCode(200))
                        .select("section:has(h2:contains(needs review))")
                        .text()
                + " ";
    }

    private static Document document(ValidatableResponse answer) {
        return Jsoup.parse(answer.extract().asString());
    }

    private DeskBrowser at(Account account) {
        return DeskBrowser.with(people.cookieOf(account));
    }

    private String desk(String tail) {
        return "/desk/claims/" + claim.id + tail;
    }
}
