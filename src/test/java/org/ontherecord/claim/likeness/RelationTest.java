package org.ontherecord.claim.likeness;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.claim.imports.ImportedClaims;
import org.ontherecord.platform.Rows;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** What an editor says of two claims stands on both pages, each from its side, from then on and until it is withdrawn. */
@QuarkusTest
class RelationTest {
    private static final String ADDED = "2026-11-10T10:00:00Z";

    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    ImportedClaims imported;

    @Inject
    Rows rows;

    @Inject
    TestClock clock;

    private DeskBrowser editor;
    private DeskBrowser checker;
    private long wide;
    private long narrow;

    @BeforeEach
    void publishTwo() {
        clock.stopAt(ADDED);
        editor = DeskBrowser.with(people.cookieOf(people.editor()));
        checker = DeskBrowser.with(people.cookieOf(people.checker()));
        wide = published("Taxes fell in every year.");
        narrow = published("Taxes on fuel fell in 2025.");
    }

    @Test
    void bothPublicPagesSayItEachFromItsSide() {
        assertThat(related(narrow)).isEmpty();
        add(narrow, "NARROWER", wide).statusCode(303).header("Location", containsString("done=added"));
        assertThat(related(narrow))
                .contains("A wider claim, of which this is a part", "Half true", "Taxes fell in every year.");
        assertThat(related(wide)).contains("A narrower claim, part of this one", "Taxes on fuel fell in 2025.");
        assertThat(relatedInFrench(narrow))
                .contains("Déclarations liées", "Une déclaration plus large, dont celle-ci est une partie");
        editor.get("/desk/claims/" + wide)
                .body(containsString("is wider than"), containsString("/desk/claims/" + wide + "/relations"));
    }

    @Test
    void programsReadItToo() {
        add(wide, "REVERSES", narrow).statusCode(303);
        given().get("/api/v1/claims/" + wide)
                .then()
                .body(
                        "related", hasSize(1),
                        "related[0].relation", equalTo("reverses"),
                        "related[0].number", equalTo((int) narrow),
                        "related[0].id", equalTo("C-" + narrow),
                        "related[0].page", equalTo("/claims/" + narrow + "-taxes-on-fuel-fell-in-2025"),
                        "related[0].published_at", equalTo(ADDED),
                        "related[0].verdict.code", equalTo("accuracy.half-true"));
        given().get("/claims/" + narrow + ".json").then().body("related.relation", equalTo(List.of("reversed_by")));
    }

    @Test
    void thePageOfAnotherPublishersCheckSaysItToo() {
        String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
        long theirs = imported.claim(
                "Checkers " + mark,
                "id-" + mark,
                "Fuel tax was cut " + mark + ".",
                null,
                "Robin Muster",
                null,
                "Mostly so",
                "https://checkers.example/" + mark);
        add(narrow, "CONTRADICTS", theirs).statusCode(303);
        add(theirs, "NARROWER", wide).statusCode(303);
        assertThat(related(theirs))
                .contains("Related claims")
                .contains("Contradicts this claim Half true Taxes on fuel fell in 2025.")
                .contains("A wider claim, of which this is a part Half true Taxes fell in every year.");
        assertThat(relatedInFrench(theirs))
                .contains("Déclarations liées")
                .contains("Contredit cette déclaration", "Une déclaration plus large, dont celle-ci est une partie");
        given().get("/api/v1/claims/" + theirs)
                .then()
                .body(
                        "related.relation", equalTo(List.of("contradicts", "narrower")),
                        "related.number", equalTo(List.of((int) narrow, (int) wide)),
                        "related[0].verdict.code", equalTo("accuracy.half-true"));
        assertThat(related(narrow))
                .contains("Contradicts this claim Checked by Checkers " + mark + ", not by us: Mostly so");
        given().get("/api/v1/claims/" + narrow)
                .then()
                .body(
                        "related[0].verdict", nullValue(),
                        "related[0].other_check.publisher", equalTo("Checkers " + mark),
                        "related[0].other_check.rating", equalTo("Mostly so"));
        withdraw(theirs, open(narrow, theirs)).statusCode(303);
        assertThat(related(theirs)).doesNotContain("Contradicts").contains("A wider claim");
    }

    @Test
    void theRecordOfADayKnowsWhatStoodThen() {
        add(wide, "CONTRADICTS", narrow).statusCode(303);
        clock.stopAt("2026-11-10T12:00:00Z");
        withdraw(wide, newest()).statusCode(303);
        asOf("2026-11-09").body("related", empty());
        asOf("2026-11-10T10:00:00Z").body("related.relation", equalTo(List.of("contradicts")));
        asOf("2026-11-10T11:59:59Z").body("related.relation", equalTo(List.of("contradicts")));
        asOf("2026-11-10T12:00:00Z").body("related", empty());
        assertThat(related(wide)).isEmpty();
        editor.get("/desk/claims/" + narrow + "/relations")
                .body(containsString("contradicts"), containsString("Jonas Lindqvist, <time datetime=\"2026-11-10T12"));
    }

    @Test
    void aClaimThatIsNotPublicYetIsNotNamed() {
        long draft = QuarkusTransaction.requiringNew()
                .call(() -> org.ontherecord.claim.Claim.of(
                                "A draft nobody may read.",
                                org.ontherecord.claim.Claim.Kind.STATEMENT,
                                null,
                                "en",
                                people.checker(),
                                clock.instant())
                        .id);
        add(wide, "OTHER_PERIOD", draft).statusCode(303);
        assertThat(page(wide)).doesNotContain("A draft nobody may read");
        given().get("/api/v1/claims/" + wide).then().body("related", empty());
        editor.get("/desk/claims/" + draft).body(containsString("says the same of another period as"));
    }

    @Test
    void aDoubleClickAddsOneAndTheSecondPersonIsToldOfTheFirst() {
        add(wide, "SAME", narrow).statusCode(303);
        add(wide, "SAME", narrow).statusCode(303);
        add(narrow, "SAME", wide).statusCode(303);
        assertThat(rows()).containsExactly("SAME " + Math.min(wide, narrow) + " " + Math.max(wide, narrow));
        var second = DeskBrowser.with(people.cookieOf(people.secondEditor()));
        second.post("/desk/claims/" + narrow + "/relations", "way", "SAME", "other", "C-" + wide)
                .statusCode(409)
                .body(containsString(
                        "Jonas Lindqvist has said already that C-" + narrow + " is the same claim as C-" + wide));
        long relation = newest();
        withdraw(wide, relation).statusCode(303);
        withdraw(wide, relation).statusCode(303);
        second.post("/desk/claims/" + wide + "/relations/" + relation + "/withdrawal")
                .statusCode(409)
                .body(containsString("Jonas Lindqvist has withdrawn this relation already."));
        assertThat(audited("relation added")).isOne();
        assertThat(audited("relation withdrawn")).isOne();
        add(wide, "SAME", narrow).statusCode(303);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void aDirectionIsNotSaidBothWays() {
        add(wide, "WIDER", narrow).statusCode(303);
        add(wide, "NARROWER", narrow)
                .statusCode(409)
                .body(containsString("that C-" + wide + " is wider than C-" + narrow));
        assertThat(rows()).containsExactly("NARROWER " + narrow + " " + wide);
    }

    @Test
    void whatIsTypedWronglyIsSaidBesideTheFieldAndKept() {
        add(wide, "", 999_999_999)
                .statusCode(422)
                .body(
                        containsString("Say how the two claims stand to each other."),
                        containsString("There is no claim of that number."),
                        containsString("value=\"999999999\""));
        add(wide, "SAME", wide).statusCode(422).body(containsString("That is this claim itself."));
        editor.post(
                        "/desk/claims/" + wide + "/relations",
                        "way",
                        "SAME",
                        "other",
                        "C-" + narrow,
                        "note",
                        "n".repeat(501))
                .statusCode(422)
                .body(containsString("This has 501 characters; 500 are allowed."), containsString("n".repeat(501)));
        assertThat(rows()).isEmpty();
    }

    @Test
    void onlyEditorsRelateClaims() {
        checker.get("/desk/claims/" + wide + "/relations")
                .body(containsString("only editors can add or withdraw them"));
        checker.post("/desk/claims/" + wide + "/relations", "way", "SAME", "other", String.valueOf(narrow))
                .statusCode(403)
                .body(containsString("Ask an editor"));
        add(wide, "SAME", narrow).statusCode(303);
        checker.post("/desk/claims/" + wide + "/relations/" + newest() + "/withdrawal")
                .statusCode(403);
        DeskBrowser.anonymous()
                .post("/desk/claims/" + wide + "/relations", "way", "SAME", "other", String.valueOf(narrow))
                .statusCode(307)
                .header("Location", containsString("/sign-in"));
        editor.get("/desk/claims/999999999/relations").statusCode(404);
        editor.post("/desk/claims/999999999/relations/" + newest() + "/withdrawal")
                .statusCode(404);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void theDatabaseKeepsTheRulesByItself() {
        add(wide, "SAME", narrow).statusCode(303);
        long low = Math.min(wide, narrow);
        long high = Math.max(wide, narrow);
        refuses(
                "insert into claim_relation (claim_id, other_claim_id, kind, added_by, added_at) select " + low + ", "
                        + low + ", 'SAME', min(id), now() from account",
                "claim_relation_not_to_itself");
        refuses(
                "insert into claim_relation (claim_id, other_claim_id, kind, added_by, added_at) select " + high + ", "
                        + low + ", 'SAME', min(id), now() from account",
                "claim_relation_symmetric_once");
        refuses(
                "insert into claim_relation (claim_id, other_claim_id, kind, added_by, added_at) select " + low + ", "
                        + high + ", 'SAME', min(id), now() from account",
                "claim_relation_open_once");
        refuses("update claim_relation set kind = 'CONTRADICTS' where id = " + newest(), "append-only");
        refuses("delete from claim_relation where id = " + newest(), "append-only");
    }

    private void refuses(String sql, String because) {
        assertThatThrownBy(() -> rows.change(sql)).hasStackTraceContaining(because);
    }

    private long published(String wording) {
        return fixture.statement(wording)
                .by("Robin Muster")
                .verdict("ORIGINAL", "half-true", "2026-11-01", "2026-11-02T08:00:00Z", "In part.", "First published.")
                .number;
    }

    private ValidatableResponse add(long one, String way, long another) {
        return editor.post(
                "/desk/claims/" + one + "/relations", "way", way, "other", String.valueOf(another), "note", "");
    }

    private ValidatableResponse withdraw(long claim, long relation) {
        return editor.post("/desk/claims/" + claim + "/relations/" + relation + "/withdrawal", "why", "A mistake");
    }

    private ValidatableResponse asOf(String moment) {
        return given().queryParam("as_of", moment)
                .get("/api/v1/claims/" + narrow)
                .then()
                .statusCode(200);
    }

    private static String page(long claim) {
        return given().get("/claims/" + claim).asString();
    }

    private static String related(long claim) {
        return Jsoup.parse(page(claim)).select("#related").text();
    }

    private static String relatedInFrench(long claim) {
        String page =
                given().header("Accept-Language", "fr").get("/claims/" + claim).asString();
        return Jsoup.parse(page).select("#related").text();
    }

    private long open(long one, long another) {
        return rows.number("select id from claim_relation where withdrawn_at is null and claim_id = "
                + Math.min(one, another) + " and other_claim_id = " + Math.max(one, another));
    }

    private long newest() {
        return rows.number("select max(id) from claim_relation where " + ofThese());
    }

    private long audited(String action) {
        return rows.number("select count(*) from audit_event where action = '" + action
                + "' and subject_id in (select id from claim_relation where " + ofThese() + ")");
    }

    private List<String> rows() {
        return rows.texts("select kind || ' ' || claim_id || ' ' || other_claim_id from claim_relation where "
                + ofThese() + " order by id");
    }

    private String ofThese() {
        return "claim_id in (" + wide + ", " + narrow + ") and other_claim_id in (" + wide + ", " + narrow + ")";
    }
}
