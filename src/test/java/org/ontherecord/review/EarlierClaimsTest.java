package org.ontherecord.review;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.InventedWord;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Whoever writes a claim sees the earlier ones that say the same, without a script too. */
@QuarkusTest
class EarlierClaimsTest {
    @Inject
    People people;

    @Inject
    EntityManager database;

    @Inject
    TestClock clock;

    private DeskBrowser browser;
    private String wording;
    private long earlier;

    @BeforeEach
    void writeAnEarlierClaim() {
        browser = DeskBrowser.with(people.cookieOf(people.checker()));
        String mark = InventedWord.beginningWith('Q');
        wording = "The city of " + mark + " has planted 900 trees.";
        earlier = claim(wording);
    }

    @Test
    void theButtonShowsEarlierClaimsAndKeepsWhatWasTyped() {
        browser.get("/desk/claims/new")
                .body(containsString("Check for earlier claims"), not(containsString("may say the same")));
        Document page = sent("/desk/claims", "check-earlier");
        assertThat(page.select(".earlier").text()).contains("may say the same.", "C-" + earlier, wording, "Draft");
        assertThat(page.select("#said-source_title").val()).isEqualTo("A sample speech");
        assertThat(count("select count(*) from claim where wording = :wording")).isOne();
        browser.post("/desk/claims", "do", "check-earlier")
                .statusCode(200)
                .body(containsString("Write the claim first, then check."));
    }

    @Test
    void whatIsNotTheSameIsNotOfferedForTheseWordsNorForTheClaimMadeOfThem() {
        Document page = sent("/desk/claims", "unlike-earlier-" + earlier);
        assertThat(isOffered(page)).isFalse();
        assertThat(page.select(".rejected").text())
                .contains("C-" + earlier + " is not the same claim, says Ana Ferrand");
        assertThat(isOffered(sent("/desk/claims", "check-earlier"))).isFalse();
        long made = made(post("/desk/claims", "").statusCode(303));
        assertThat(answers()).containsExactly("NOT_THE_SAME words", "NOT_THE_SAME " + made);
        assertThat(isOffered(sent("/desk/claims/" + made + "/revisions", "check-earlier")))
                .isFalse();
    }

    @Test
    void whatWasTurnedDownIsOfferedAgainAfterOneStepBack() {
        sent("/desk/claims", "unlike-earlier-" + earlier);
        assertThat(isOffered(sent("/desk/claims", "relike-earlier-" + earlier))).isTrue();
        assertThat(answers()).containsExactly("NOT_THE_SAME words", "TAKEN_BACK words");
    }

    @Test
    void theWordsAreAddedToTheEarlierClaimInsteadOfANewOne() {
        post("/desk/claims", "link-earlier-" + earlier)
                .statusCode(303)
                .header("Location", containsString("/desk/claims/" + earlier + "?done=linked"));
        post("/desk/claims", "link-earlier-" + earlier).statusCode(303);
        assertThat(count("select count(*) from claim where wording = :wording")).isOne();
        assertThat(
                        count(
                                "select count(*) from appearance a join claim c on c.id = a.claim_id where c.wording = :wording"))
                .isOne();
        assertThat(answers()).containsExactly("SAME words");
        browser.post("/desk/claims", "do", "link-earlier-" + earlier, "wording", wording)
                .statusCode(422)
                .body(containsString("Give the exact words."));
        post("/desk/claims", "link-earlier-999999999").statusCode(404);
    }

    @Test
    void aClaimBeingEditedIsComparedWithTheOthersAndNothingIsSaved() {
        long other = claim(wording + " Again");
        String editor = "/desk/claims/" + other + "/revisions";
        Document page = sent(editor, "check-earlier");
        assertThat(page.select(".earlier .match").text())
                .contains("C-" + earlier)
                .doesNotContain("C-" + other + " ");
        assertThat(page.select("#wording").val()).isEqualTo(wording);
        assertThat(isOffered(sent(editor, "unlike-earlier-" + earlier))).isFalse();
        assertThat(answers()).containsExactly("NOT_THE_SAME " + other);
        sent(editor, "unlike-earlier-" + earlier);
        assertThat(answers()).hasSize(1);
        sent(editor, "relike-earlier-" + earlier);
        sent(editor, "same-earlier-" + earlier);
        assertThat(answers()).containsExactly("NOT_THE_SAME " + other, "TAKEN_BACK " + other, "SAME " + other);
        assertThat(count("select count(*) from revision r where r.wording = :wording"))
                .isZero();
    }

    @Test
    void aScriptAsksForThePieceAndStrangersGetNothing() {
        browser.post("/desk/claims/earlier", "wording", wording)
                .statusCode(200)
                .body(containsString("C-" + earlier), not(containsString("<html")));
        DeskBrowser.anonymous()
                .post("/desk/claims/earlier", "wording", wording)
                .statusCode(307)
                .header("Location", containsString("/sign-in"));
        browser.request()
                .formParam("wording", wording)
                .post("/desk/claims/earlier")
                .then()
                .statusCode(400);
    }

    private boolean isOffered(Document page) {
        return page.select(".earlier .match").text().contains("C-" + earlier + " ");
    }

    private Document sent(String path, String wish) {
        return Jsoup.parse(post(path, wish).statusCode(200).extract().asString());
    }

    private ValidatableResponse post(String path, String wish) {
        return browser.post(
                path,
                "do",
                wish,
                "wording",
                wording,
                "kind",
                "STATEMENT",
                "speaker",
                "Robin " + wording,
                "said-quote",
                "We planted 900 trees.",
                "said-source_title",
                "A sample speech");
    }

    private static long made(ValidatableResponse added) {
        return Long.parseLong(added.extract().header("Location").replaceAll(".*/claims/(\\d+).*", "$1"));
    }

    private long claim(String words) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Claim.of(words, Claim.Kind.STATEMENT, null, "en", people.checker(), clock.instant()).id);
    }

    private List<String> answers() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select answer || ' ' || coalesce(cast(other_claim_id as text), 'words') from likeness_decision"
                                        + " where claim_id = :claim order by id",
                                String.class)
                        .setParameter("claim", earlier)
                        .getResultList());
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql)
                                .setParameter("wording", wording)
                                .getSingleResult())
                        .longValue());
    }
}
