package org.ontherecord.claim.likeness;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.InventedWord;
import org.ontherecord.account.People;
import org.ontherecord.matching.ClaimMatcher;
import org.ontherecord.matching.Match;
import org.ontherecord.platform.Rows;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Public claims that look alike come side by side before a person, once, and nothing is merged. */
@QuarkusTest
class DuplicateTest {
    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    Rows rows;

    @Inject
    TestClock clock;

    @Inject
    DuplicateJob job;

    @Inject
    ClaimMatcher matcher;

    private DeskBrowser editor;
    private DeskBrowser checker;
    private String mark;
    private long first;
    private long second;

    @BeforeEach
    void publishTwoThatLookAlike() {
        job.finder = (utterance, sight, limit, without) -> List.of();
        for (var others = job.take(); others.isPresent(); others = job.take()) {
            job.compare(others.get());
        }
        rows.change("delete from likely_duplicate");
        editor = DeskBrowser.with(people.cookieOf(people.editor()));
        checker = DeskBrowser.with(people.cookieOf(people.checker()));
        mark = InventedWord.beginningWith('Q');
        first = published("Rents in " + mark + " rose by 3 percent in 2019.");
        second = published("Rents in " + mark + " fell by 3 percent in 2025.");
        finds(0.99);
    }

    @AfterEach
    void goOn() {
        job.finder = matcher::match;
    }

    @Test
    void twoThatLookAlikeStandSideBySideWithWhatDiffersMarked() {
        job.run();
        Element pair = pair();
        assertThat(pair.select(".pair-claim").eachText())
                .anySatisfy(side -> assertThat(side).contains("C-" + first, "Half true", "Robin Muster", "rose by 3"))
                .anySatisfy(side -> assertThat(side).contains("C-" + second, "fell by 3"));
        assertThat(pair.select("mark").eachText()).containsExactly("rose", "2019", "fell", "2025");
        assertThat(pair.select(".reasons").text())
                .contains("99 %", "same number: 3", "meaning 93 %", "other year: 2019 here, 2025 there");
        assertThat(count("likely_duplicate")).isOne();
    }

    @Test
    void aClaimIsComparedWhenItIsPublishedAndAgainWhenItChanges() {
        assertThat(state(first)).isEqualTo("QUEUED");
        job.run();
        assertThat(state(first)).isEqualTo("DONE");
        again(first);
        assertThat(state(first)).isEqualTo("QUEUED");
        finds(0.2);
        again(second);
        job.run();
        assertThat(count("likely_duplicate"))
                .as("no longer alike, and nobody had decided")
                .isZero();
    }

    @Test
    void whatIsNotTheSameIsNeverAskedAgainUntilItIsTakenBack() {
        job.run();
        answer(checker, "NOT_THE_SAME").statusCode(303);
        again(first);
        job.run();
        assertThat(pair()).isNull();
        String done = editor.get("/desk/duplicates?show=decided").extract().asString();
        assertThat(done).contains("not the same claim</strong>, says Ana Ferrand");
        editor.get("/desk/duplicates?done=" + id())
                .body(containsString("C-" + first + " and C-" + second + ": not the same claim."));
        editor.post("/desk/duplicates/" + id() + "/reversal").statusCode(303);
        editor.post("/desk/duplicates/" + id() + "/reversal").statusCode(303);
        assertThat(pair()).isNotNull();
        assertThat(answers()).containsExactly("NOT_THE_SAME Ana Ferrand", "TAKEN_BACK Jonas Lindqvist");
    }

    @Test
    void theSameIsKeptForMergingAndSaidOnBothPagesAndUndoneInOneStep() {
        job.run();
        answer(editor, "SAME").statusCode(303);
        assertThat(answers()).containsExactly("SAME Jonas Lindqvist");
        related(first).body("related.relation", equalTo(List.of("same")));
        related(second).body("related.relation", equalTo(List.of("same")));
        assertThat(merged()).isZero();
        editor.post("/desk/duplicates/" + id() + "/reversal").statusCode(303);
        related(first).body("related", equalTo(List.of()));
        assertThat(answers()).containsExactly("SAME Jonas Lindqvist", "TAKEN_BACK Jonas Lindqvist");
        assertThat(pair()).isNotNull();
    }

    @Test
    void aPairMayHaveARelationInstead() {
        job.run();
        answer(editor, "OTHER_PERIOD").statusCode(303);
        related(second).body("related.relation", equalTo(List.of("other_period")));
        assertThat(pair()).isNull();
        editor.get("/desk/duplicates?show=decided")
                .body(containsString("C-" + first + " says the same of another period as C-" + second));
        answer(editor, "RUMOUR").statusCode(422).body(containsString("Choose how the two claims stand"));
    }

    @Test
    void aDoubleClickHasOneEffectAndTheSecondPersonIsToldOfTheFirst() {
        job.run();
        String seen = pair().selectFirst("[name=seen]").val();
        send(checker, "NOT_THE_SAME", seen).statusCode(303);
        send(checker, "NOT_THE_SAME", seen).statusCode(303);
        assertThat(answers()).containsExactly("NOT_THE_SAME Ana Ferrand");
        send(editor, "SAME", seen)
                .statusCode(409)
                .body(containsString("Ana Ferrand has decided on C-" + first + " and C-" + second
                        + " already: not the same claim."));
        assertThat(answers()).hasSize(1);
    }

    @Test
    void aClaimThatChangedMeanwhileIsLookedAtAgain() {
        job.run();
        String seen = pair().selectFirst("[name=seen]").val();
        rows.change("update claim set version = version + 1 where id = " + first);
        send(editor, "SAME", seen).statusCode(409).body(containsString("was changed while you were deciding"));
        assertThat(answers()).isEmpty();
    }

    @Test
    void onlyEditorsSayWhatReadersSee() {
        job.run();
        assertThat(pair(checker).select("button").eachText()).hasSize(1);
        answer(checker, "SAME").statusCode(403).body(containsString("Ask an editor"));
        answer(checker, "CONTRADICTS").statusCode(403);
        answer(editor, "CONTRADICTS").statusCode(303);
        checker.post("/desk/duplicates/" + id() + "/reversal").statusCode(403);
        DeskBrowser.anonymous().get("/desk/duplicates").statusCode(303).header("Location", containsString("/sign-in"));
        editor.post("/desk/duplicates/999999999/answers", "answer", "SAME").statusCode(404);
    }

    @Test
    void twoNodesCompareAClaimOnceAndOneThatDiedGivesItUp() {
        var dead = takeThis(first);
        assertThat(job.take().filter(other -> other.claim() == first)).isEmpty();
        clock.forward(DuplicateSearch.LEASE.plusSeconds(1));
        var alive = takeThis(first);
        finds(0.2);
        job.compare(alive);
        finds(0.99);
        job.compare(dead);
        assertThat(state(first)).isEqualTo("DONE");
        assertThat(count("likely_duplicate"))
                .as("the one that was late writes nothing")
                .isZero();
    }

    @Test
    void aVerdictWhileAClaimIsComparedQueuesItAgain() {
        var slow = takeThis(first);
        again(first);
        job.compare(slow);
        assertThat(state(first)).isEqualTo("QUEUED");
    }

    @Test
    void ourClaimsAreComparedAgainOnceAfterAnImportHasSettled() {
        done(first, "2020-01-01T10:00:00Z");
        done(second, "2020-01-01T10:00:00Z");
        imported("2020-01-01T10:05:00Z", true, 1);
        imported("2020-01-01T10:05:00Z", false, 0);
        clock.stopAt("2020-01-01T11:00:00Z");
        job.afterImports();
        assertThat(state(first)).as("nothing came in").isEqualTo("DONE");

        imported("2020-01-01T11:00:00Z", false, 1);
        job.afterImports();
        assertThat(state(first)).as("the next file may follow at once").isEqualTo("DONE");
        clock.forward(DuplicateJob.SETTLED);
        job.afterImports();
        assertThat(state(first)).isEqualTo("QUEUED");

        job.compare(takeThis(first));
        job.compare(takeThis(second));
        assertThat(state(first)).isEqualTo("DONE");
        assertThat(count("likely_duplicate")).isOne();
        clock.forward(DuplicateJob.SETTLED);
        job.afterImports();
        assertThat(state(first)).as("compared since").isEqualTo("DONE");
    }

    private void done(long claim, String at) {
        rows.change("update duplicate_search set state = 'DONE', finished_at = '" + at + "' where claim_id = " + claim);
    }

    private void imported(String at, boolean dryRun, int added) {
        rows.change(
                "insert into claim_import (name, format, dry_run, state, total, done, added, known, next_try_at, started_by, started_at, finished_at)"
                        + " select 'test.csv', 'CSV', " + dryRun + ", 'DONE', 1, 1, " + added + ", " + (1 - added)
                        + ", '" + at
                        + "', min(id), '" + at + "', '" + at + "' from account");
    }

    @Test
    void aClaimThatCannotBeComparedIsParkedAfterThreeTries() {
        job.finder = (utterance, sight, limit, without) -> {
            throw new IllegalStateException("no index");
        };
        for (int i = 0; i < 4; i++) {
            job.run();
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(state(first)).isEqualTo("PARKED");
    }

    private void finds(double score) {
        job.finder = (utterance, sight, limit, without) -> Stream.of(first, second)
                .filter(claim -> utterance.text().contains(mark) && !without.contains(claim))
                .map(claim -> match(claim, score))
                .toList();
    }

    private Match match(long number, double score) {
        return new Match(
                number,
                "wording",
                null,
                score,
                0,
                93,
                List.of(new Match.Agreement(Match.Aspect.NUMBER, "3")),
                List.of(new Match.Difference(Match.Aspect.YEAR, "2019", "2025")));
    }

    private DuplicateJob.Taken takeThis(long claim) {
        for (var taken = job.take(); taken.isPresent(); taken = job.take()) {
            if (taken.get().claim() == claim) {
                return taken.get();
            }
        }
        throw new AssertionError("not in the queue");
    }

    private long published(String wording) {
        return fixture.statement(wording)
                .by("Robin Muster")
                .verdict("ORIGINAL", "half-true", "2026-11-01", "2026-11-02T08:00:00Z", "In part.", "First published.")
                .number;
    }

    /** As a further verdict would queue it. */
    private void again(long claim) {
        rows.change(
                "update duplicate_search set state = 'QUEUED', attempts = 0, finished_at = null, queued_at = queued_at + interval '1 second', next_try_at = '2026-11-02T08:00:00Z' where claim_id = "
                        + claim);
    }

    private Element pair() {
        return pair(editor);
    }

    private Element pair(DeskBrowser browser) {
        return Jsoup.parse(browser.get("/desk/duplicates")
                        .statusCode(200)
                        .extract()
                        .asString())
                .select(".pair")
                .stream()
                .filter(one -> one.text().contains(mark))
                .findFirst()
                .orElse(null);
    }

    private ValidatableResponse answer(DeskBrowser browser, String answer) {
        Element pair = pair(browser);
        return send(
                browser,
                answer,
                pair == null ? "" : pair.selectFirst("[name=seen]").val());
    }

    private ValidatableResponse send(DeskBrowser browser, String answer, String seen) {
        return browser.post("/desk/duplicates/" + id() + "/answers", "answer", answer, "seen", seen);
    }

    private static ValidatableResponse related(long claim) {
        return given().get("/api/v1/claims/" + claim).then().statusCode(200);
    }

    private long id() {
        return rows.number(
                "select id from likely_duplicate where claim_id = " + first + " and other_claim_id = " + second);
    }

    private long count(String table) {
        return rows.number(
                "select count(*) from " + table + " where claim_id = " + first + " and other_claim_id = " + second);
    }

    private long merged() {
        return rows.number(
                "select count(*) from claim where id in (" + first + ", " + second + ") and merged_into is not null");
    }

    private String state(long claim) {
        return rows.text("select state from duplicate_search where claim_id = " + claim);
    }

    private List<String> answers() {
        return rows.texts(
                "select d.answer || ' ' || a.name from likeness_decision d join account a on a.id = d.decided_by"
                        + " where d.claim_id = " + first + " and d.other_claim_id = " + second
                        + " order by d.id");
    }
}
