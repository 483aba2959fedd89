package org.ontherecord.review.deadline;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.platform.Rows;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

/** A deadline that passes is noted once and waits on the desk until somebody has looked. */
@QuarkusTest
class DeadlineTest {
    private static final String DUE = "2026-11-20T22:59:59Z";

    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    Rows rows;

    @Inject
    TestClock clock;

    @Inject
    DeadlineJob job;

    private String mark;

    @BeforeEach
    void stop() {
        clock.stopAt("2026-11-19T12:00:00Z");
        mark = "m" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aDeadlineAheadStandsInItsMonthWithTheDaysLeft() {
        long claim = promise("in-the-works");
        job.run();
        assertThat(row("November 2026", claim).text()).contains("20 Nov 2026", "in 1 day", "In the works");
        assertThat(row("Passed, to look at", claim)).isNull();
        assertThat(noted(claim)).isZero();
    }

    @Test
    void aDeadlineThatPassedIsNotedOnceHoweverOftenAndWhereverItIsLookedFor() throws Exception {
        long claim = promise("in-the-works");
        clock.stopAt("2026-12-05T12:00:00Z");
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> node = () -> {
                job.run();
                return null;
            };
            for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }
        job.run();
        assertThat(noted(claim)).isEqualTo(1);
        assertThat(rows.number("select count(*) from audit_event where action = 'deadline passed' and subject_id = "
                        + id(claim)))
                .isEqualTo(1L);
        assertThat(row("Passed, to look at", claim).text()).contains("passed 14 days ago");
        var deadlines = given().get("/api/v1/claims/" + claim)
                .jsonPath()
                .getList("events.findAll { it.type == 'deadline' }.date");
        assertThat(deadlines).containsExactly("2026-11-20");
    }

    @Test
    void aVerdictAfterTheDeadlineSettlesIt() {
        var promise = fixture.promise("A deadline to be settled " + mark)
                .due(DUE, "Europe/Paris", "The end of the day.")
                .verdict("ORIGINAL", "not-yet-rated", "2026-11-01", "2026-11-01T08:00:00Z", "Too early.", "Opened.");
        pass();
        assertThat(row("Passed, to look at", promise.number)).isNotNull();
        promise.verdict(
                "UPDATE", "stalled", "2026-11-21", "2026-11-21T09:00:00Z", "No more was done.", "Looked again.");
        assertThat(row("Passed, to look at", promise.number)).isNull();
        assertThat(row("Settled", promise.number).text()).contains("Verdict 2 is published", "Stalled");
    }

    @Test
    void aPromiseKeptBeforeItsDeadlineMakesNoWork() {
        long claim = promise("kept");
        pass();
        assertThat(noted(claim)).isEqualTo(1);
        assertThat(row("Passed, to look at", claim)).isNull();
    }

    @Test
    void aDeadlineThatWasMovedNoLongerWaitsAndTheNewOneDoesInItsTime() {
        var promise = fixture.promise("A deadline to be moved " + mark)
                .due(DUE, "Europe/Paris", "As first said.")
                .verdict("ORIGINAL", "not-yet-rated", "2026-11-01", "2026-11-01T08:00:00Z", "Too early.", "Opened.");
        pass();
        promise.due("2026-11-25T22:59:59Z", "Europe/Paris", "As said later.")
                .verdict("UPDATE", "not-yet-rated", "2026-11-22", "2026-11-22T08:00:00Z", "Moved.", "Moved.");
        assertThat(row("Settled", promise.number).text()).contains("The deadline was moved");
        assertThat(row("November 2026", promise.number)).isNotNull();
        clock.stopAt("2026-11-27T12:00:00Z");
        job.run();
        assertThat(noted(promise.number)).isEqualTo(2);
        assertThat(row("Passed, to look at", promise.number).text()).contains("25 Nov 2026");
    }

    @Test
    void somebodySaysWhyNoVerdictIsNeededOnceAndItCanBePutBack() {
        long claim = promise("in-the-works");
        pass();
        String set = "/desk/deadlines/" + id(claim) + "/notes";
        ana().post(set, "note", "The council meets on Monday.").statusCode(303);
        ana().post(set, "note", "The council meets on Monday.").statusCode(303);
        DeskBrowser.with(people.cookieOf(people.secondChecker()))
                .post(set, "note", "Another reason.")
                .statusCode(409)
                .body(containsString("Ana Ferrand has set this deadline of C-" + claim + " aside already"));
        assertThat(rows.number("select count(*) from audit_event where action = 'deadline set aside' and subject_id = "
                        + id(claim)))
                .isEqualTo(1L);
        assertThat(row("Passed, to look at", claim)).isNull();
        assertThat(row("Settled", claim).text()).contains("Set aside by Ana Ferrand: The council meets on Monday.");
        ana().post("/desk/deadlines/" + id(claim) + "/reversal").statusCode(303);
        assertThat(row("Passed, to look at", claim)).isNotNull();
    }

    @Test
    void anEmptyOrTooLongNoteIsAskedForAgainAndWhatWasTypedIsKept() {
        long claim = promise("in-the-works");
        pass();
        String set = "/desk/deadlines/" + id(claim) + "/notes";
        ana().post(set, "note", " ")
                .statusCode(422)
                .body(containsString("Say in a sentence why no new verdict is needed."));
        String longNote = "x".repeat(501);
        ana().post(set, "note", longNote, "page", pageOf(claim))
                .statusCode(422)
                .body(containsString("This has 501 characters; 500 are allowed."), containsString(longNote));
        ana().post("/desk/deadlines/999999999/notes", "note", "x").statusCode(404);
        DeskBrowser.anonymous().get("/desk/deadlines").header("Location", containsString("/sign-in"));
        DeskBrowser.anonymous().post(set, "note", "x").header("Location", containsString("/sign-in"));
        assertThat(row("Passed, to look at", claim)).isNotNull();
    }

    @Test
    void thatADeadlinePassedIsNeitherRewrittenNorForgotten() {
        long claim = promise("in-the-works");
        pass();
        assertThatThrownBy(() -> rows.change("update deadline_passing set noted_at = now() where claim_id = " + claim))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> rows.change("delete from deadline_passing where claim_id = " + claim))
                .hasStackTraceContaining("append-only");
    }

    private long promise(String rating) {
        return fixture.promise("The bridge " + mark + " will open by 20 November.")
                .due(DUE, "Europe/Paris", "The end of the day.")
                .verdict("ORIGINAL", rating, "2026-11-01", "2026-11-01T08:00:00Z", "By the plan.", "Opened.")
                .number;
    }

    /** Signed in at the moment the test is at. */
    private DeskBrowser ana() {
        return DeskBrowser.with(people.cookieOf(people.checker()));
    }

    private void pass() {
        clock.stopAt("2026-11-21T12:00:00Z");
        job.run();
    }

    /** The claim's row under the heading, on whichever page of it; null where there is none. */
    private Element row(String heading, long claim) {
        String next = "/desk/deadlines" + (heading.equals("Settled") ? "?show=settled" : "");
        while (next != null) {
            Document page = page(next);
            for (Element section : page.select("section")) {
                Element row = section.selectFirst("tbody tr:has(a[href=/desk/claims/" + claim + "])");
                if (row != null && section.select("h2").text().startsWith(heading)) {
                    return row;
                }
            }
            next = next(page);
        }
        return null;
    }

    /** The number of the page on which the claim's deadline waits. */
    private String pageOf(long claim) {
        int number = 1;
        for (Document page = page("/desk/deadlines");
                page.select("#passed ~ table a[href=/desk/claims/" + claim + "]")
                        .isEmpty();
                page = page(next(page))) {
            number++;
        }
        return String.valueOf(number);
    }

    private Document page(String address) {
        return Jsoup.parse(ana().get(address).statusCode(200).extract().asString());
    }

    private static String next(Document page) {
        return page.select("a[rel=next]").stream()
                .map(link -> link.attr("href"))
                .findFirst()
                .orElse(null);
    }

    private long noted(long claim) {
        return rows.number("select count(*) from deadline_passing where claim_id = " + claim);
    }

    private long id(long claim) {
        return rows.number("select max(id) from deadline_passing where claim_id = " + claim);
    }
}
