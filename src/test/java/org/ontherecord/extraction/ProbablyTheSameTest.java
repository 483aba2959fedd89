package org.ontherecord.extraction;

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
import org.ontherecord.speaker.Speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** An earlier claim is seen at its candidate, linked or turned down there, and never offered again once turned down. */
@QuarkusTest
class ProbablyTheSameTest {
    @Inject
    People people;

    @Inject
    EntityManager database;

    @Inject
    TestClock clock;

    private DeskBrowser browser;
    private String mark;
    private String quote;
    private long claim;
    private long articleId;
    private long candidate;

    @BeforeEach
    void addAClaimAndAnArticleThatRepeatsIt() {
        browser = DeskBrowser.with(people.cookieOf(people.checker()));
        mark = word();
        quote = "The " + mark + " council will build 400 homes by 2027";
        claim = claim(quote + ".");
        articleId = article();
        candidate = mark(quote);
    }

    @Test
    void theEarlierClaimStandsAtItsCandidateWithItsStandingAndAKey() {
        Document page = page();
        var match = page.selectFirst("#match-" + claim);
        assertThat(match.text())
                .contains(
                        "The " + mark + " council will build 400 homes by 2027.",
                        "C-" + claim,
                        "Draft",
                        "Not the same");
        assertThat(match.selectFirst("button[data-key~=1]").text()).startsWith("Link to C-" + claim);
        assertThat(page.selectFirst("form.decide button").hasAttr("formaction"))
                .as("Enter in a field never links: it makes a new claim")
                .isFalse();
    }

    @Test
    void theCandidateIsComparedWithTheSentencesAroundItAndItsSpeaker() {
        QuarkusTransaction.requiringNew().run(() -> {
            var said = InContext.of(Candidate.findById(candidate));
            assertThat(said.text()).isEqualTo(quote);
            assertThat(said.before()).containsExactly("One stands first.", "Two comes then.", "Three is near.");
            assertThat(said.after()).containsExactly("Four follows it.", "Five ends it.");
            assertThat(said.saidOn()).isEqualTo("2024-11-08");
        });
    }

    @Test
    void whatWasTurnedDownIsNotOfferedAgainForThoseWordsOfThatArticle() {
        unlike("wording", "What I typed").statusCode(200).body(containsString("What I typed"));
        unlike().statusCode(200);
        assertThat(answers()).containsExactly("NOT_THE_SAME Ana Ferrand");
        assertThat(audited("likeness decided")).isOne();
        assertThat(page().select("#match-" + claim)).isEmpty();
        assertThat(page().selectFirst(".rejected").text())
                .contains("C-" + claim + " is not the same claim, says Ana Ferrand");

        long elsewhere = articleId;
        articleId = article();
        candidate = mark(quote);
        assertThat(page().select("#match-" + claim))
                .as("other articles decide for themselves")
                .isNotEmpty();
        assertThat(articleId).isNotEqualTo(elsewhere);
    }

    @Test
    void turningDownIsTakenBackInOneStepAndBothStayOnRecord() {
        String page = unlike().extract().asString();
        var undo = Jsoup.parse(page).selectFirst(".toast button");
        String undoing = undo.attr("formaction").replaceFirst("#.*", "");
        browser.post(undoing, "wording", "Typed meanwhile").statusCode(200).body(containsString("Typed meanwhile"));
        browser.post(undoing).statusCode(200);
        assertThat(answers()).containsExactly("NOT_THE_SAME Ana Ferrand", "TAKEN_BACK Ana Ferrand");
        assertThat(audited("likeness taken back")).isOne();
        assertThat(page().select("#match-" + claim)).isNotEmpty();
    }

    @Test
    void linkingIsKeptAsAnAnswerAndUndoingTheLinkTakesItBack() {
        link().statusCode(303);
        link().statusCode(303);
        assertThat(answers()).containsExactly("SAME Ana Ferrand");
        browser.post(path("reversal")).statusCode(303);
        assertThat(answers()).containsExactly("SAME Ana Ferrand", "TAKEN_BACK Ana Ferrand");
        assertThat(page().select("#match-" + claim)).isNotEmpty();
    }

    @Test
    void nobodyTurnsDownForADecidedCandidateOrAClaimThatIsNotThere() {
        browser.post(path("unlike"), "version", "0", "claim", "999999999")
                .statusCode(409)
                .body(containsString("There is no such claim."));
        link().statusCode(303);
        DeskBrowser.with(people.cookieOf(people.secondChecker()))
                .post(path("unlike"), "version", "0", "claim", String.valueOf(claim))
                .statusCode(409)
                .body(containsString("Ana Ferrand has decided on this candidate already"));
        DeskBrowser.anonymous()
                .post(path("unlike"), "claim", String.valueOf(claim))
                .statusCode(307)
                .header("Location", containsString("/sign-in"));
        assertThat(answers()).containsExactly("SAME Ana Ferrand");
    }

    private ValidatableResponse link() {
        return browser.post(
                path("link"), "version", "0", "kind", "PROMISE", "mode", "REPORTED", "claim", String.valueOf(claim));
    }

    private ValidatableResponse unlike(String... typed) {
        String[] form = {"version", "0", "claim", String.valueOf(claim)};
        String[] all = java.util.stream.Stream.of(form, typed)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return browser.post(path("unlike"), all);
    }

    private Document page() {
        return Jsoup.parse(browser.get("/desk/articles/" + articleId + "?candidate=" + candidate)
                .statusCode(200)
                .extract()
                .asString());
    }

    private String path(String action) {
        return "/desk/articles/" + articleId + "/candidates/" + candidate + "/" + action;
    }

    private long claim(String wording) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Claim.of(
                                wording,
                                Claim.Kind.PROMISE,
                                Speaker.named("Dana " + mark, clock.instant()),
                                "en",
                                people.checker(),
                                clock.instant())
                        .id);
    }

    private long article() {
        String text = "Sample news " + word() + "\n\nZero is far. One stands first. Two comes then. Three is near. "
                + quote + ". Four follows it. Five ends it. Six is far.";
        String location = browser.post("/desk/articles/new?by=text", "text", text, "publishedOn", "2024-11-08")
                .statusCode(303)
                .extract()
                .header("Location");
        return Long.parseLong(location.replaceAll(".*/articles/(\\d+).*", "$1"));
    }

    private long mark(String words) {
        String location = browser.post("/desk/articles/" + articleId + "/candidates", "words", words)
                .statusCode(303)
                .extract()
                .header("Location");
        return Long.parseLong(location.replaceAll(".*candidate=(\\d+).*", "$1"));
    }

    private List<String> answers() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select d.answer || ' ' || a.name from likeness_decision d join account a on a.id = d.decided_by"
                                        + " where d.claim_id = :claim order by d.id",
                                String.class)
                        .setParameter("claim", claim)
                        .getResultList());
    }

    private long audited(String action) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(
                                        "select count(*) from audit_event where action = :action and cast(new_value ->> 'claim' as bigint) = :claim")
                                .setParameter("action", action)
                                .setParameter("claim", claim)
                                .getSingleResult())
                        .longValue());
    }

    private static String word() {
        return InventedWord.beginningWith('Q');
    }
}
