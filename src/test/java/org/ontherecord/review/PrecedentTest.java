package org.ontherecord.review;

import jakarta.inject.Inject;

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

/** Beside the claim editor stands how similar claims were rated. Topics and people here are invented. */
@QuarkusTest
class PrecedentTest {
    @Inject
    People people;

    @Inject
    TestClock clock;

    DeskBrowser ana;
    DeskBrowser jonas;

    @BeforeEach
    void twoPeople() {
        clock.stopAt("2025-01-23T09:00:00Z");
        ana = at(people.checker());
        jonas = at(people.editor());
    }

    @Test
    void publicVerdictsWithTheSameTopicsAreShownTheMostAlikeFirst() {
        Claim one = published("P. Cedent", "lamp oil tax", "No oil was taxed by the deadline.");
        Claim both = published("Q. Cedent", "lamp oil tax, lamp wicks", "Nothing was said of wicks.");

        var shown = editor(drafted("R. Cedent", "lamp wicks, lamp oil tax")).select(".precedents li");
        assertThat(shown.select("a").eachText()).containsExactly("C-" + both.id, "C-" + one.id);
        assertThat(shown.get(0).text())
                .contains(
                        "Broken",
                        "Nothing was said of wicks.",
                        "Since 22 Jan 2025 · same topics: lamp oil tax, lamp wicks");
        assertThat(shown.get(1).text()).contains("same topic: lamp oil tax");
    }

    @Test
    void theSamePersonIsEnoughAndOneselfIsNoPrecedent() {
        Claim before = published("S. Cedent", "bridges of Saltmarsh", "The bridge was not there.");
        var other = editor(drafted("S. Cedent", "ferries of Saltmarsh"));
        assertThat(other.select(".precedents a").eachText()).containsExactly("C-" + before.id);
        assertThat(other.select(".precedents").text()).contains("same person").doesNotContain("topic");
        assertThat(editor(before).select(".precedents a").eachText()).isEmpty();
    }

    @Test
    void withoutAnythingAlikeItSaysSo() {
        assertThat(editor(drafted("T. Cedent", "kites over Nowhere")).text())
                .contains("None is public with these topics or by this person.");
    }

    private Claim drafted(String speaker, String topics) {
        Claim claim = Checked.promise(people.checker());
        ana.post(revisions(claim), typing(speaker, topics).values()).statusCode(303);
        return claim;
    }

    private Claim published(String speaker, String topics, String reason) {
        Claim claim = Checked.promise(people.checker());
        ana.post(
                        revisions(claim),
                        typing(speaker, topics)
                                .with("reason", reason)
                                .with("do", "submit")
                                .values())
                .statusCode(303);
        Document review = document(jonas.get("/desk/claims/" + claim.id + "/review"));
        String revision = review.select("[name=revision]").first().val();
        jonas.post("/desk/claims/" + claim.id + "/review/handovers", "revision", revision, "step", "APPROVED")
                .statusCode(303);
        String publish = document(jonas.get("/desk/claims/" + claim.id))
                .select("a[href$=verdicts/new]")
                .attr("href");
        jonas.post(
                        publish.replace("/new", ""),
                        "revision",
                        revision,
                        "kind",
                        "ORIGINAL",
                        "public_reason",
                        "First verdict.")
                .statusCode(303);
        return claim;
    }

    private static Typing typing(String speaker, String topics) {
        return new Typing()
                .with("speaker", speaker)
                .with("topics", topics)
                .with("version", "0")
                .with("base", "0")
                .with("do", "save");
    }

    private Document editor(Claim claim) {
        return document(ana.get("/desk/claims/" + claim.id).statusCode(200));
    }

    private static String revisions(Claim claim) {
        return "/desk/claims/" + claim.id + "/revisions";
    }

    private static Document document(ValidatableResponse answer) {
        return Jsoup.parse(answer.extract().asString());
    }

    private DeskBrowser at(Account account) {
        return DeskBrowser.with(people.cookieOf(account));
    }
}
