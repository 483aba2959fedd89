package org.ontherecord.claim.merging;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.InventedWord;
import org.ontherecord.account.People;
import org.ontherecord.platform.Rows;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Two numbers of one claim become one, the other leads to it, and that can be taken back. */
@QuarkusTest
class MergeTest {
    private static final String BEFORE = "2026-06-10T09:00:00Z";

    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    Rows rows;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL site;

    private DeskBrowser editor;
    private DeskBrowser other;
    private DeskBrowser checker;
    private String word;
    private String lostWord;
    private long kept;
    private long lost;
    private long snapshot;

    @BeforeEach
    void publishTwoOfOneClaim() {
        editor = DeskBrowser.with(people.cookieOf(people.editor()));
        other = DeskBrowser.with(people.cookieOf(people.secondEditor()));
        checker = DeskBrowser.with(people.cookieOf(people.checker()));
        word = aWord();
        lostWord = aWord();
        String both = "The tunnel cost " + word + " crowns.";
        String once = "It swallowed " + lostWord + " crowns in all.";
        snapshot = fixture.snapshot(
                "The Harbour Post",
                "The tunnel " + word,
                "2026-02-01",
                "https://harbour.example/" + word,
                both + " " + once);
        kept = fixture.statement("The tunnel cost " + word + " crowns.")
                .by("Robin Muster")
                .said(snapshot, both, "2026-02-01", "a debate")
                .verdict("ORIGINAL", "half-true", "2026-03-01", "2026-03-01T08:00:00Z", "In part.", "First.")
                .number;
        lost = fixture.statement("The tunnel swallowed " + lostWord + " crowns.")
                .by("Robin Muster")
                .said(snapshot, both, "2026-02-01", "a debate")
                .said(snapshot, once, "2026-01-05", "a letter")
                .verdict("ORIGINAL", "false", "2026-04-01", "2026-04-01T08:00:00Z", "It did not.", "First too.")
                .verdict("UPDATE", "half-true", "2026-05-01", "2026-05-01T08:00:00Z", "It did in part.", "New figures.")
                .number;
        clock.stopAt("2026-06-10T10:00:00Z");
    }

    @Test
    void thePreviewSaysWhatMovesAndWhatStaysAndChangesNothing() {
        Document page = preview(lost, kept);
        assertThat(page.select("h1").text()).isEqualTo("Merge C-" + lost + " into C-" + kept + "?");
        assertThat(page.select("main").text())
                .contains(
                        "The tunnel cost " + word,
                        "1 of C-" + lost,
                        lostWord,
                        "C-" + kept + " has it already; shown once",
                        "The 2 verdicts of C-" + lost);
        assertThat(merges()).isZero();
        claim(lost).statusCode(200);
    }

    @Test
    void theNumberThatWasMergedLeadsToTheOneThatAnswersWhereverReadersHoldIt() {
        merge();
        String winner = "/claims/" + kept + "-the-tunnel-cost-" + word + "-crowns";
        for (String held : List.of(
                "/claims/" + lost, "/claims/" + lost + "-the-tunnel-swallowed", "/claims/" + lost + "-x?as_of=")) {
            moved(held, winner);
        }
        moved("/claims/" + lost + ".json", "/claims/" + kept + ".json");
        moved("/claims/" + lost + "/timeline.csv", "/claims/" + kept + "/timeline.csv");
        moved("/claims/" + lost + "/timeline.json", "/claims/" + kept + "/timeline.json");
        moved("/claims/" + lost + "/card.png", "/claims/" + kept + "/card.png");
        moved("/claims/" + lost + "/cite.bib", "/claims/" + kept + "/cite.bib");
        moved("/claims/" + lost + "/challenge", "/claims/" + kept + "/challenge");
        moved("/embed/claims/" + lost + "?size=m&theme=dark", "/embed/claims/" + kept + "?size=m&theme=dark");
        moved("/api/v1/claims/" + lost + "/claimreview", "/api/v1/claims/" + kept + "/claimreview");
        moved("/api/v1/claims/" + lost, "/api/v1/claims/" + kept)
                .body("number", equalTo((int) lost))
                .body("into", equalTo((int) kept))
                .body("page", equalTo(winner))
                .body("public_reason", equalTo("Both are about the cost of the tunnel."))
                .header("Cache-Control", containsString("max-age=60"));
        given().queryParam("url", site + "claims/" + lost)
                .get("/oembed")
                .then()
                .body("title", containsString(word), "html", containsString("/embed/claims/" + kept));
    }

    @Test
    void itsVersionsStayUnderTheirOwnAddressesAndSayThatItWasMerged() {
        merge();
        String versions = "/claims/" + lost + "/versions";
        for (String kept : List.of(versions, versions + "/1", versions + "/1..2")) {
            page(kept).body(containsString("C-" + lost + " was merged into C-" + this.kept));
        }
        page(versions + "/1").body(containsString("It did not."));
        page("/embed/claims/" + lost + "?v=1").body(containsString("Merged into C-" + kept));
        page("/claims/" + lost + "/card.png?v=2");
        page("/claims/" + lost + "/cite.txt?v=1");
        given().get("/timemap/claims/" + lost).then().statusCode(200);
        given().get("/api/v1/claims/" + lost + "/versions")
                .then()
                .body("versions", hasSize(2), "merged.into", equalTo((int) kept));
        given().get("/api/v1/claims/" + lost + "/versions/1")
                .then()
                .body("merged.into", equalTo((int) kept), "appearances", hasSize(2));
    }

    @Test
    void theOtherShowsWhatWasSaidEachOnceAndTellsTheMerge() {
        claim(kept).body("times_said.count", equalTo(1), "first_said.date", equalTo("2026-02-01"));
        merge();
        claim(kept)
                .body("times_said.count", equalTo(2), "first_said.date", equalTo("2026-01-05"))
                .body("appearances.quote.exact", hasItem("It swallowed " + lostWord + " crowns in all."))
                .body("appearances", hasSize(2))
                .body("verdicts", hasSize(1))
                .body("events.findAll { it.merge != null }.merge.what", equalTo(List.of("merged_with")))
                .body("events.find { it.merge != null }.date", equalTo("2026-06-10"))
                .body("events.find { it.merge != null }.why", equalTo("Both are about the cost of the tunnel."));
        given().get("/claims/" + kept)
                .then()
                .statusCode(200)
                .body(allOf(containsString("Merged with C-" + lost), containsString(lostWord)));
        claimAsOf(kept, BEFORE)
                .body("times_said.count", equalTo(1), "appearances", hasSize(1))
                .body("events.findAll { it.merge != null }", empty());
        page("/articles/" + fixture.articleOf(snapshot) + "-the-tunnel-" + word)
                .body(not(containsString("/claims/" + lost + "-")));
    }

    @Test
    void whatWasPublicBeforeIsStillReadAsOfThen() {
        merge();
        claimAsOf(lost, BEFORE).statusCode(200).body("times_said.count", equalTo(2));
        page("/claims/" + lost + "-the-tunnel-swallowed-" + lostWord + "-crowns?as_of=2026-06-01");
        list(lostWord, BEFORE).body("claims.number", hasItem((int) lost));
        list(word, BEFORE).body("claims.number", hasItem((int) kept));
        list(lostWord, null).body("claims.number", equalTo(List.of((int) kept)));
    }

    @Test
    void searchAndMatchingAndAddressesFollow() {
        merge();
        list("C-" + lost, null).body("claims.number", equalTo(List.of((int) kept)));
        list(word, null).body("claims.number", equalTo(List.of((int) kept)));
        assertThat(rows.text("select array_to_string(quotes, '|') from matchable_claim where claim_number = " + kept))
                .contains("The tunnel swallowed " + lostWord);
        assertThat(rows.number("select count(*) from matchable_claim where claim_number = " + lost))
                .isZero();
        assertThat(rows.number("select count(distinct claim_id) from claim_change where claim_id in (" + kept + ", "
                        + lost + ")"))
                .isEqualTo(2);
        assertThat(sitemap()).contains("/claims/" + kept + "-").doesNotContain("/claims/" + lost + "-");
        given().get("/feeds/verdicts.atom").then().body(containsString("/claims/" + lost + "/versions/2"));
    }

    @Test
    void takenBackTheNumberAnswersAsBeforeAndBothTimelinesTellIt() {
        long merge = merge();
        clock.forward(Duration.ofHours(1));
        String during = clock.instant().toString();
        clock.forward(Duration.ofHours(1));
        takeBack(editor, merge, "They are two tunnels.").statusCode(303);
        takeBack(editor, merge, "They are two tunnels.").statusCode(303);
        takeBack(other, merge, "I think so too.")
                .statusCode(409)
                .body(containsString("Jonas Lindqvist has taken this merge back already."));
        claim(lost)
                .statusCode(200)
                .body("times_said.count", equalTo(2), "merged", nullValue())
                .body("events.findAll { it.merge != null }.merge.what", equalTo(List.of("merged_into", "parted_from")));
        claim(kept)
                .body(
                        "times_said.count",
                        equalTo(1),
                        "appearances",
                        hasSize(1),
                        "first_said.date",
                        equalTo("2026-02-01"))
                .body("events.findAll { it.merge != null }.merge.what", equalTo(List.of("merged_with", "parted_from")));
        claimAsOf(kept, during).body("times_said.count", equalTo(2));
        given().redirects()
                .follow(false)
                .get("/api/v1/claims/" + lost + "?as_of=" + during)
                .then()
                .statusCode(308);
        list(lostWord, null).body("claims.number", equalTo(List.of((int) lost)));
        list(word, during).body("claims.number", equalTo(List.of((int) kept)));
        list(lostWord, during).body("claims.number", not(hasItem((int) lost)));
        assertThat(audited(merge)).containsExactly("claim merged", "claim merge taken back");
        long again = merge();
        assertThat(again).isGreaterThan(merge);
        assertThat(merges()).isEqualTo(2);
    }

    @Test
    void aMergeOfAMergeIsFollowedToTheClaimThatStandsAndTakenBackInTurn() {
        long first = merge();
        long third = fixture.statement("Crowns, " + word + " of them, went into the tunnel.")
                .by("Robin Muster")
                .verdict("ORIGINAL", "true", "2026-05-02", "2026-05-02T08:00:00Z", "They did.", "First.")
                .number;
        clock.forward(Duration.ofMinutes(5));
        send(editor, kept, third, "The widest wording.").statusCode(303);
        moved("/api/v1/claims/" + lost, "/api/v1/claims/" + third).body("into", equalTo((int) third));
        claim(third).body("times_said.count", equalTo(2));
        takeBack(editor, first, "Not these two.").statusCode(409).body(containsString("Take that back first"));
        send(editor, third, lost, "Round and round.")
                .statusCode(422)
                .body(containsString("C-" + lost + " was merged into C-" + kept));
        editor.get("/desk/claims/" + lost).statusCode(200).body(containsString("Its check rests"));
        assertThatThrownBy(() -> rows.change(
                        "insert into claim_merge (claim_id, into_claim_id, public_reason, merged_by, merged_at) select "
                                + third + ", " + lost + ", 'A circle.', min(id), now() from account"))
                .hasStackTraceContaining("has been merged away");
    }

    @Test
    void pressedTwiceOrByTwoItHasOneEffect() throws Exception {
        String seen = preview(lost, kept).selectFirst("[name=seen]").val();
        var both = Executors.newFixedThreadPool(2);
        Callable<Integer> press =
                () -> post(editor, lost, kept, seen, "The same.").extract().statusCode();
        for (var answer : both.invokeAll(List.of(press, press))) {
            assertThat(answer.get()).isEqualTo(303);
        }
        both.shutdown();
        post(other, lost, kept, seen, "Mine.")
                .statusCode(409)
                .body(containsString("Jonas Lindqvist has merged C-" + lost + " into C-" + kept + " already"));
        assertThat(merges()).isOne();
        assertThat(rows.number(
                        "select count(*) from audit_event where action = 'claim merged' and subject_id = (select max(id) from claim_merge where claim_id = "
                                + lost + ")"))
                .isOne();
    }

    @Test
    void aClaimThatChangedMeanwhileIsLookedAtAgainWithWhatWasTypedKept() {
        String seen = preview(lost, kept).selectFirst("[name=seen]").val();
        rows.change("update claim set version = version + 1 where id = " + kept);
        post(editor, lost, kept, seen, "Typed with care.")
                .statusCode(409)
                .body(allOf(containsString("was changed while you were deciding"), containsString("Typed with care.")));
        assertThat(merges()).isZero();
    }

    @Test
    void onlyEditorsMergeAndTakeBack() {
        String seen = preview(lost, kept).selectFirst("[name=seen]").val();
        post(checker, lost, kept, seen, "Mine.").statusCode(403);
        checker.get("/desk/claims/" + lost + "/merges?into=C-" + kept)
                .statusCode(200)
                .body(containsString("only editors make one"));
        long merge = merge();
        takeBack(checker, merge, "No.").statusCode(403);
        assertThat(claim(lost).extract().statusCode()).isEqualTo(308);
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndWhatWasTypedIsKept() {
        send(editor, lost, kept, " ").statusCode(422).body(containsString("Say in a sentence why."));
        send(editor, lost, kept, "x".repeat(301))
                .statusCode(422)
                .body(containsString("This has 301 characters; 300 are allowed."));
        post(editor, lost, 999_999_999L, "", "Why.")
                .statusCode(422)
                .body(containsString("There is no claim of that number."));
        post(editor, lost, lost, "", "Why.").statusCode(422).body(containsString("That is this claim itself."));
        editor.get("/desk/claims/999999999/merges").statusCode(404);
        long merge = merge();
        takeBack(editor, merge, "").statusCode(422).body(containsString("Say in a sentence why."));
    }

    @Test
    void workAtTheClaimIsEndedFirst() {
        rows.change("update review set stage = 'IN_REVIEW' where claim_id = " + lost);
        send(editor, lost, kept, "Why.")
                .statusCode(422)
                .body(containsString("A version of C-" + lost + " is in review."));
        rows.change("update review set stage = 'PUBLISHED' where claim_id = " + lost);
        rows.change(
                "insert into challenge (public_id, claim_id, verdict_number, about, words, words_sha256, received_at) values ('"
                        + aWord().substring(0, 10) + "', " + lost + ", 2, 'OTHER', 'Wrong.', 'x', now())");
        send(editor, lost, kept, "Why.")
                .statusCode(422)
                .body(containsString("A reader’s challenge to C-" + lost + " has no answer yet."));
        assertThat(merges()).isZero();
        send(editor, kept, lost, "The other way round.").statusCode(303);
    }

    @Test
    void aChallengeThatWasBeingWrittenIsKeptAndAskedForAtTheClaimThatAnswers() {
        merge();
        String typed = "The harbour's own accounts say otherwise, on page four.";
        DeskBrowser.anonymous()
                .post("/claims/" + lost + "/challenge", "about", "VERDICT", "words", typed, "homepage", "")
                .statusCode(409)
                .body(allOf(
                        containsString("C-" + lost + " was merged into C-" + kept + " meanwhile."),
                        containsString("on page four."),
                        containsString("/claims/" + kept + "/challenge")));
    }

    @Test
    void aDraftIsGivenUpKnowinglyOnly() {
        long draft = fixture.statement("The tunnel, " + word + ", again.").draft("true", "It was.").number;
        send(editor, draft, kept, "Why.").statusCode(422).body(containsString("tick that nobody needs it"));
        String seen = preview(draft, kept).selectFirst("[name=seen]").val();
        editor.post(
                        "/desk/claims/" + draft + "/merges",
                        "into",
                        "C-" + kept,
                        "seen",
                        seen,
                        "reason",
                        "Why.",
                        "draft",
                        "yes")
                .statusCode(303);
        claim(draft).statusCode(404);
        claim(kept).body("events.findAll { it.merge != null }", empty());
        editor.post("/desk/claims/" + draft + "/revisions", "wording", "Later.")
                .statusCode(409)
                .body(containsString("was merged into C-" + kept));
    }

    @Test
    void aPublicNumberIsNotMergedIntoOneThatIsNot() {
        long draft = fixture.statement("Another tunnel " + word + ".").number;
        send(editor, lost, draft, "Why.").statusCode(422).body(containsString("Keep C-" + lost));
        long promise = fixture.promise("We will dig " + word + " tunnels.")
                .verdict("ORIGINAL", "stalled", "2026-03-01", "2026-03-01T08:00:00Z", "Not yet.", "First.")
                .number;
        send(editor, lost, promise, "Why.")
                .statusCode(422)
                .body(containsString("One is a promise and the other a statement of fact."));
        assertThat(merges()).isZero();
    }

    @Test
    void theCheckOfAnotherPublisherMovesAndStaysReadable() {
        long theirs = fixture.checkedElsewhere(
                "Tunnel Check", "A tunnel for " + word, "Is it true?", "Mostly", "https://check.example/" + word);
        send(editor, theirs, kept, "The same claim.").statusCode(303);
        moved("/claims/" + theirs, "/claims/" + kept + "-the-tunnel-cost-" + word + "-crowns");
        claim(kept).body("checked_by.publisher", equalTo("Tunnel Check"));
        page("/claims/" + kept + "-the-tunnel-cost-" + word + "-crowns").body(containsString("Tunnel Check"));
        claimAsOf(theirs, BEFORE).statusCode(200);
        long second = fixture.checkedElsewhere(
                "Bridge Check", "A bridge for " + word, "Is it?", "No", "https://check.example/b" + word);
        send(editor, second, kept, "The same.").statusCode(422).body(containsString("a page has room for one"));
    }

    @Test
    void relationsFollowAndTheOneBetweenTheTwoIsNotShown() {
        long third = fixture.statement("Bridges cost " + word + ".")
                .verdict("ORIGINAL", "true", "2026-03-01", "2026-03-01T08:00:00Z", "They do.", "First.")
                .number;
        editor.post("/desk/claims/" + lost + "/relations", "way", "CONTRADICTS", "other", "C-" + third)
                .statusCode(303);
        editor.post("/desk/claims/" + lost + "/relations", "way", "SAME", "other", "C-" + kept)
                .statusCode(303);
        long merge = merge();
        claim(kept).body("related.number", equalTo(List.of((int) third)));
        claim(third).body("related.number", equalTo(List.of((int) kept)));
        editor.post("/desk/claims/" + lost + "/relations", "way", "OTHER_PLACE", "other", "C-" + third)
                .statusCode(409);
        clock.forward(Duration.ofMinutes(1));
        takeBack(editor, merge, "Not the same.").statusCode(303);
        claim(third).body("related.number", equalTo(List.of((int) lost)));
    }

    @Test
    void theDatabaseKeepsMergesWhateverAProgramTries() {
        long merge = merge();
        Map<String, String> refused = Map.of(
                "update claim set merged_into = null where id = " + lost, "is merged by a row of claim_merge",
                "update claim_merge set public_reason = 'x' where id = " + merge, "append-only",
                "delete from claim_merge where id = " + merge, "append-only",
                "insert into merge_reversal select id, 'x', merged_by, merged_at - interval '1 day' from claim_merge where id = "
                                + merge,
                        "a merge is taken back after it was made",
                "insert into revision (review_id, number, author_id, saved_at, wording, kind, language) select r.id, 99, "
                                + "(select min(id) from account), now(), 'x', 'STATEMENT', 'en' from review r where claim_id = "
                                + lost,
                        "has been merged into another",
                "insert into appearance (claim_id, mode, quote_exact, source_title, recorded_by, recorded_at) select "
                                + lost + ", 'SAID', 'x', 'x', min(id), now() from account",
                        "has been merged into another");
        refused.forEach((sql, words) ->
                assertThatThrownBy(() -> rows.change(sql)).as(sql).hasStackTraceContaining(words));
    }

    private long merge() {
        String to = send(editor, lost, kept, "Both are about the cost of the tunnel.")
                .statusCode(303)
                .extract()
                .header("Location");
        return Long.parseLong(to.replaceAll(".*=", ""));
    }

    private ValidatableResponse send(DeskBrowser browser, long from, long into, String reason) {
        var field = preview(from, into).selectFirst("[name=seen]");
        return post(browser, from, into, field == null ? "" : field.val(), reason);
    }

    private static ValidatableResponse post(DeskBrowser browser, long from, long into, String seen, String reason) {
        return browser.post("/desk/claims/" + from + "/merges", "into", "C-" + into, "seen", seen, "reason", reason);
    }

    private ValidatableResponse takeBack(DeskBrowser browser, long merge, String reason) {
        return browser.post("/desk/claims/" + kept + "/merges/" + merge + "/reversal", "reason", reason);
    }

    private Document preview(long from, long into) {
        return Jsoup.parse(editor.get("/desk/claims/" + from + "/merges?into=C-" + into)
                .extract()
                .asString());
    }

    private static ValidatableResponse claim(long number) {
        return given().redirects().follow(false).get("/api/v1/claims/" + number).then();
    }

    private static ValidatableResponse claimAsOf(long number, String moment) {
        return given().redirects()
                .follow(false)
                .queryParam("as_of", moment)
                .get("/api/v1/claims/" + number)
                .then();
    }

    private static ValidatableResponse page(String path) {
        return given().redirects().follow(false).get(path).then().statusCode(200);
    }

    private static ValidatableResponse moved(String path, String to) {
        return given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(308)
                .header("Location", endsWith(to));
    }

    private static ValidatableResponse list(String words, String asOf) {
        var request = given().queryParam("q", words);
        return (asOf == null ? request : request.queryParam("as_of", asOf))
                .get("/api/v1/claims")
                .then()
                .statusCode(200);
    }

    private static String sitemap() {
        String index = given().get("/sitemap.xml").then().extract().asString();
        var all = new StringBuilder();
        for (var at : Jsoup.parse(index, org.jsoup.parser.Parser.xmlParser()).select("loc")) {
            if (at.text().contains("claims")) {
                all.append(given().get(at.text().replaceFirst("https?://[^/]+", ""))
                        .then()
                        .extract()
                        .asString());
            }
        }
        return all.toString();
    }

    private long merges() {
        return rows.number("select count(*) from claim_merge where claim_id in (" + lost + ", " + kept
                + ") or into_claim_id in (" + lost + ", " + kept + ")");
    }

    private List<String> audited(long merge) {
        return rows.texts("select action from audit_event where subject_type = 'claim_merge' and subject_id = " + merge
                + " order by id");
    }

    private static String aWord() {
        return InventedWord.of(10, 'b', 'h');
    }
}
