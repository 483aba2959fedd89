package org.ontherecord.extraction;

import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.HtmlChecker;
import org.ontherecord.InventedWord;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.People;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** The inbox over two articles of an invented mayor; each test finds its own by a word nobody else uses. */
@QuarkusTest
class InboxDeskTest {
    static Browser chromium;

    @Inject
    People people;

    @Inject
    ExtractionJob job;

    @Inject
    Readings readings;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL site;

    private static final String CONTEXT_IN_VIEW =
            "() => { const { top, bottom } = document.querySelector('.in-context')"
                    + ".getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }";

    private DeskBrowser ana;
    private String mark;

    @BeforeAll
    static void openBrowser() {
        chromium = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void twoArticlesAreRead() {
        ana = DeskBrowser.with(people.cookieOf(people.checker()));
        mark = InventedWord.beginningWith('Z');
        add("First Herald " + mark, """
                Mayor Dana %1$s pledged to build 400 %1$s homes by the end of 2027. "The harbour of %1$s lost 300 jobs in March," %1$s said on Friday.""");
        add("Second Gazette " + mark, """
                Minister Ola Sample promised to open 12 clinics in %1$s within two years. Spending in %1$s rose by 14 percent in 2023, according to the budget office.""");
        readings.run();
    }

    @Test
    void candidatesOfAllArticlesStandInOneListTheMostWorthCheckingFirst() throws Exception {
        String page = list("").extract().asString();
        assertThat(page).contains("First Herald " + mark, "Second Gazette " + mark);
        assertThat(rows(page)).hasSizeGreaterThan(3).hasSameSizeAs(candidates());
        List<Integer> scores = found(page, "Worth checking </span>(\\d+)").stream()
                .map(Integer::valueOf)
                .toList();
        assertThat(scores).isSortedAccordingTo((one, other) -> other - one);
        assertThat(HtmlChecker.problemsOf(page)).isEmpty();
    }

    @Test
    void theListIsFilteredByWordsSpeakerOutletAndKind() {
        list("&speaker=DANA+" + mark).body(containsString("build 400"), not(containsString("12 clinics")));
        assertThat(rows(list("&kind=PROMISE"))).hasSize(2);
        String outlet = found(list("").extract().asString(), "<option value=\"(\\d+)\">Second Gazette " + mark)
                .get(0);
        assertThat(list("&outlet=" + outlet).extract().asString())
                .contains("Second Gazette " + mark + "</option>")
                .doesNotContain("First Herald " + mark + " ·");
        asTyped("/desk/inbox?q=" + mark + "+CLINICS")
                .body(containsString("12 clinics"), not(containsString("build 400")));
        asTyped("/desk/inbox?q=" + mark + "+%25_unfindable")
                .body(containsString("No candidate matches"), containsString("Show the whole queue"));
    }

    @Test
    void anAddressThatMakesNoSenseShowsTheInboxAllTheSame() {
        for (String odd : List.of(
                "queue=nonsense&page=0&outlet=x&kind=RUMOUR",
                "page=99999999999999999999&candidate=-1",
                "page=999999999&q=%25&candidate=999999999999")) {
            ana.request()
                    .urlEncodingEnabled(false)
                    .get("/desk/inbox?" + odd)
                    .then()
                    .statusCode(200);
        }
        ana.post("/desk/inbox/batches", "inbox", "q=%25%00%zz&q&=&page=%E2%82").statusCode(422);
        ana.get("/desk/inbox?batch=999999999&done=999999999").statusCode(200);
        asTyped("/desk/inbox/arrivals?seen=-1&queue=&q=%25").statusCode(200);
    }

    @Test
    void aPageThatSwapsPartsGetsThePartThatChangedFromTheSameAddress() {
        Candidate one = candidates().get(0);
        part("/desk/inbox?q=" + mark, "work")
                .statusCode(200)
                .header("HX-Replace-Url", containsString("q=" + mark))
                .body(
                        not(containsString("<html")),
                        containsString("id=\"work\""),
                        containsString("data-hx-swap-oob=\"innerHTML:#toast\""));
        part("/desk/inbox?q=" + mark + "&candidate=" + one.id, "selected")
                .statusCode(200)
                .body(not(containsString("id=\"work\"")), containsString("<mark>" + one.quoteExact + "</mark>"));
        ana.request()
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .formParam("version", "0")
                .formParam("wording", "What Ana typed")
                .formParam("inbox", "queue=todo&q=" + mark)
                .post(path(one, "dismissal"))
                .then()
                .statusCode(422)
                .header("HX-Replace-Url", nullValue())
                .body(
                        not(containsString("<html")),
                        containsString("Say why it is not worth a check."),
                        containsString("What Ana typed"));
    }

    @Test
    void whatIsRefusedInTheInboxIsSaidInTheInboxAndKeepsWhatWasTyped() throws Exception {
        Candidate one = candidates().get(0);
        String list = "queue=todo&q=" + mark;
        String refused = ana.post(path(one, "claim"), "version", "0", "wording", " ", "saidOn", "soon", "inbox", list)
                .statusCode(422)
                .body(containsString("<h1>Inbox</h1>"), containsString("value=\"soon\""))
                .extract()
                .asString();
        assertThat(HtmlChecker.problemsOf(refused)).isEmpty();
        ana.post(path(one, "search"), "version", "0", "wording", "Mine", "q", "unfindable" + mark, "inbox", list)
                .statusCode(200)
                .body(containsString("<h1>Inbox</h1>"), containsString("No claim matches"), containsString("Mine"));
        DeskBrowser.with(people.cookieOf(people.secondChecker()))
                .post(path(one, "dismissal"), "version", "0", "reason", "OPINION")
                .statusCode(303);
        ana.post(
                        path(one, "claim"),
                        "version",
                        "0",
                        "wording",
                        "Mine",
                        "kind",
                        "PROMISE",
                        "mode",
                        "SAID",
                        "inbox",
                        list)
                .statusCode(409)
                .body(containsString("<h1>Inbox</h1>"), containsString("has decided on this candidate already"));
    }

    @Test
    void aWordMoreOrFewerStaysInTheInboxAndIsRefusedWithAReason() {
        Candidate one = first("400");
        String list = "queue=todo&q=" + mark;
        String next = ana.post(path(one, "quote"), "version", "0", "by", "NARROWER", "inbox", list)
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(inSite(next)).startsWith("/desk/inbox?queue=todo").contains("candidate=" + one.id);
        String narrower = byId(one.id).quoteExact;
        assertThat(one.quoteExact).startsWith(narrower).isNotEqualTo(narrower);
        ana.post(path(one, "quote"), "version", "0", "by", "NARROWER", "inbox", list)
                .statusCode(409)
                .body(containsString("Somebody changed this candidate"));
        ana.post(path(one, "quote"), "version", "1", "by", "WIDER").statusCode(303);
        assertThat(byId(one.id).quoteExact).isEqualTo(one.quoteExact);
        ana.post(path(one, "quote"), "version", "2", "by", "ROUND")
                .statusCode(409)
                .body(containsString("Choose whether the quote is to have a word more or fewer"));
    }

    @Test
    void whatComesInLaterIsAnnouncedAndNotPushedIntoTheList() {
        String list = found(list("").extract().asString(), "data-hx-get=\"/desk/inbox/arrivals\\?([^\"]*)\"")
                .get(0)
                .replace("&amp;", "&");
        int before = rows(list("")).size();
        asTyped("/desk/inbox/arrivals?" + list).body(not(containsString("new candidate")));
        add("Third Courier " + mark, "Mayor Dana %1$s promised to plant 5,000 trees in %1$s by 2029.");
        job.run();
        asTyped("/desk/inbox/arrivals?" + list).body(containsString("1 new candidate"), containsString("show</a>"));
        assertThat(rows(asTyped("/desk/inbox?" + list))).hasSize(before);
        assertThat(rows(list(""))).hasSize(before + 1);
        asTyped("/desk/inbox/arrivals?" + list.replace("q=" + mark, "q=nothing" + mark))
                .body(not(containsString("new candidate")));
    }

    @Test
    void theSelectedCandidateStandsInItsContextWithWhyItRanksHere() {
        Candidate promise = first("400");
        list("&candidate=" + promise.id)
                .body(
                        containsString("<mark>" + promise.quoteExact + "</mark>"),
                        containsString("lost 300 jobs"),
                        containsString("Names a deadline"),
                        containsString("Probably the same claim"));
        Candidate quoted = first("300");
        assertThat(quoted.quoteExact).doesNotContain("Friday");
        list("&candidate=" + quoted.id)
                .body(containsString("<mark>" + quoted.quoteExact + "</mark>,&quot; " + mark + " said on Friday."));
    }

    @Test
    void whatIsOpenIsReadFromItsBeginning() {
        Page page = openInbox("?q=" + mark);
        page.setViewportSize(1280, 600);
        press(page, "j");
        page.waitForSelector("[data-row=selected]:not(:first-child):focus");
        page.waitForFunction(CONTEXT_IN_VIEW);
        press(page, "d");
        press(page, "v");
        page.waitForSelector(".toast >> text=Dismissed (Vague)");
        page.waitForFunction(CONTEXT_IN_VIEW);
        page.setViewportSize(390, 844);
        page.locator(".inbox-link").last().click();
        page.waitForFunction("() => document.activeElement.id === 'selected-heading'");
        page.waitForFunction(CONTEXT_IN_VIEW);
    }

    @Test
    void afterADecisionTheNextOneIsOpenAndUndoComesBackToTheSameList() {
        List<String> rows = rows(list(""));
        Candidate one = byId(Long.parseLong(rows.get(0)));
        String page = list("&candidate=" + one.id).extract().asString();
        String inbox = found(page, "name=\"inbox\" value=\"([^\"]*candidate=" + rows.get(1) + ")\"")
                .get(0)
                .replace("&amp;", "&");
        String next = ana.post(path(one, "dismissal"), "version", "0", "reason", "OPINION", "inbox", inbox)
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(next).contains("q=" + mark, "candidate=" + rows.get(1), "done=" + one.id, "#r" + rows.get(1));
        ana.get(inSite(next)).body(containsString("Dismissed (Opinion)"), containsString("Undo"));
        String back = ana.post(path(one, "reversal"), "inbox", inbox)
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(back).contains("q=" + mark, "candidate=" + one.id);
        assertThat(byId(one.id).isOpen()).isTrue();
    }

    @Test
    void aPageThatSwapsPartsGetsNoMoreOfTheListThanADecisionChanged() {
        List<String> rows = rows(list(""));
        String inbox = "queue=todo&q=" + mark + "&candidate=" + rows.get(1);
        String part = decidedInPart(rows.get(0), inbox)
                .header("HX-Retarget", "#selected")
                .header("HX-Reswap", "innerHTML")
                .header("HX-Replace-Url", containsString("candidate=" + rows.get(1)))
                .extract()
                .asString();
        assertThat(part)
                .contains("<li id=\"r" + rows.get(0) + "\" data-hx-swap-oob=\"delete\">")
                .contains("/candidates/" + rows.get(1) + "/claim")
                .contains("To decide: " + (rows.size() - 1) + " candidates")
                .contains("Dismissed (Vague)")
                .doesNotContain("id=\"work\"", "id=\"r" + rows.get(2) + "\"");
        assertThat(decidedInPart(rows.get(1), inbox)
                        .header("HX-Retarget", nullValue())
                        .extract()
                        .asString())
                .as("what should come next is decided already")
                .contains("id=\"work\"", "id=\"r" + rows.get(2) + "\"");
    }

    private ValidatableResponse decidedInPart(String candidate, String inbox) {
        return ana.request()
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .formParam("version", "0")
                .formParam("reason", "VAGUE")
                .formParam("inbox", inbox)
                .post(path(byId(Long.parseLong(candidate)), "dismissal"))
                .then()
                .statusCode(200);
    }

    @Test
    void aReturnAddressLeadsNowhereButToTheInbox() {
        Candidate one = candidates().get(0);
        String next = ana.post(
                        path(one, "dismissal"),
                        "version",
                        "0",
                        "reason",
                        "OPINION",
                        "inbox",
                        "https://evil.invalid/?q=a\r\nX: y")
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(inSite(next)).startsWith("/desk/inbox?queue=todo");
    }

    @Test
    void severalAreDismissedAtOnceAndUndoneAsOne() {
        List<Candidate> all = candidates();
        String done = batch("DISMISSED", all, "reason", "TRIVIAL")
                .statusCode(303)
                .extract()
                .header("Location");
        ana.get(inSite(done)).body(containsString(all.size() + " candidates dismissed (trivial)."));
        assertThat(rows(list(""))).isEmpty();
        assertThat(rows(list("&queue=dismissed"))).hasSize(all.size());
        assertThat(audited("candidate dismissed", all.get(0).id)).isOne();
        undo(done).statusCode(303);
        undo(done).statusCode(303);
        ana.get(inSite(done)).body(containsString("Undone: " + all.size() + " candidates as before."));
        assertThat(candidates()).allMatch(Candidate::isOpen);
        assertThat(audited("decision undone", all.get(0).id)).isOne();
    }

    @Test
    void aBatchSentSixTimesAtOnceHappensOnce() throws Exception {
        List<Candidate> all = candidates();
        Callable<String> click = () -> batch("DISMISSED", all, "reason", "VAGUE")
                .statusCode(303)
                .extract()
                .header("Location");
        ExecutorService clicks = Executors.newFixedThreadPool(6);
        List<String> answers = new ArrayList<>();
        try {
            for (Future<String> answer : clicks.invokeAll(List.of(click, click, click, click, click, click))) {
                answers.add(answer.get());
            }
        } finally {
            clicks.shutdown();
        }
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(all).allMatch(candidate -> audited("candidate dismissed", candidate.id) == 1);
    }

    @Test
    void whatSomebodyElseDecidedMeanwhileIsLeftAloneAndCounted() {
        List<Candidate> all = candidates();
        DeskBrowser mira = DeskBrowser.with(people.cookieOf(people.secondChecker()));
        mira.post(path(all.get(0), "dismissal"), "version", "0", "reason", "OPINION")
                .statusCode(303);
        String done = batch("DISMISSED", all, "reason", "VAGUE")
                .statusCode(303)
                .extract()
                .header("Location");
        ana.get(inSite(done)).body(containsString("1 had been changed by somebody meanwhile and stays as it is."));
        assertThat(byId(all.get(0).id).dismissReason).isEqualTo(Candidate.DismissReason.OPINION);
        batch("SNOOZED", all, "until", "week")
                .statusCode(409)
                .body(containsString("These candidates were changed meanwhile"));
    }

    @Test
    void undoingABatchLeavesAloneWhatWasDecidedSince() {
        List<Candidate> all = candidates();
        String done =
                batch("SNOOZED", all, "until", "week").statusCode(303).extract().header("Location");
        Candidate one = byId(all.get(0).id);
        ana.post(path(one, "dismissal"), "version", String.valueOf(one.version), "reason", "OPINION")
                .statusCode(303);
        undo(done).statusCode(303);
        ana.get(inSite(done)).body(containsString("1 had been changed by somebody since and stays as it is."));
        assertThat(byId(one.id).state).isEqualTo(Candidate.State.DISMISSED);
        assertThat(byId(all.get(1).id).snoozedUntil).isNull();
    }

    @Test
    void whatIsSnoozedIsOutOfTheWayUntilItsTimeAndComesBackByItself() {
        List<Candidate> all = candidates();
        batch("SNOOZED", all.subList(0, 1), "until", "tomorrow").statusCode(303);
        assertThat(rows(list("")))
                .hasSize(all.size() - 1)
                .doesNotContain(all.get(0).id.toString());
        assertThat(rows(list("&queue=snoozed"))).containsExactly(all.get(0).id.toString());
        clock.forward(Duration.ofHours(31));
        ana = DeskBrowser.with(people.cookieOf(people.checker()));
        assertThat(rows(list(""))).hasSize(all.size());
        assertThat(rows(list("&queue=snoozed"))).isEmpty();
    }

    @Test
    void whatIsAssignedStandsInThatPersonsQueue() {
        List<Candidate> all = candidates();
        DeskBrowser mira = DeskBrowser.with(people.cookieOf(people.secondChecker()));
        String hers = String.valueOf(people.secondChecker().id);
        batch("ASSIGNED", all.subList(0, 2), "assignee", hers).statusCode(303);
        assertThat(rows(mira.get("/desk/inbox?queue=mine&q=" + mark))).hasSize(2);
        assertThat(rows(list("&queue=mine"))).isEmpty();
        list("").body(containsString("assigned to Mira Okafor"));
        List<Candidate> assigned = candidates();
        batch("ASSIGNED", assigned.subList(0, 2), "assignee", hers)
                .statusCode(409)
                .body(containsString("nothing was changed"));
        batch("ASSIGNED", assigned, "assignee", "999999999")
                .statusCode(409)
                .body(containsString("not in the newsroom any more"));
        batch("ASSIGNED", assigned.subList(0, 1), "assignee", "").statusCode(303);
        assertThat(byId(assigned.get(0).id).assignedTo).isNull();
    }

    @Test
    void aBatchThatCannotBeDoneSaysWhatIsMissingAndKeepsWhatWasPicked() {
        batch("DISMISSED", List.of(), "reason", "VAGUE")
                .statusCode(422)
                .body(containsString("Select at least one candidate"), containsString("<title>Error: "));
        Candidate one = candidates().get(0);
        batch("DISMISSED", List.of(one), "reason", "BORING")
                .statusCode(422)
                .body(
                        containsString("Say why they are not worth a check."),
                        containsString("value=\"" + one.id + ".0\" form=\"bulk\" data-key=\"x\" checked"));
        batch("SNOOZED", List.of(one), "until", "doomsday").statusCode(422).body(containsString("Choose until when"));
        batch("BURNED", List.of(one)).statusCode(422).body(containsString("Choose what to do"));
        ana.post("/desk/inbox/batches", "picked", "x", "picked", "1.2.3", "action", "SNOOZED")
                .statusCode(422);
        ana.post("/desk/inbox/batches").statusCode(422);
        assertThat(byId(one.id).isOpen()).isTrue();
    }

    @Test
    void aListIsKeptUnderANameByOnePersonForThemselves() {
        String name = "Promises of " + mark;
        String query = "queue=todo&kind=PROMISE&q=" + mark;
        ana.post("/desk/inbox/views", "name", name, "inbox", query).statusCode(303);
        ana.post("/desk/inbox/views", "name", name, "inbox", query).statusCode(303);
        String page = ana.get("/desk/inbox").extract().asString();
        assertThat(found(page, "(/desk/inbox\\?queue=todo&amp;kind=PROMISE&amp;q=" + mark + ")\">Promises of"))
                .hasSize(1);
        ana.post("/desk/inbox/views", "name", name.toUpperCase(), "inbox", "queue=mine")
                .statusCode(422)
                .body(containsString("You have a view of that name"), containsString(name.toUpperCase()));
        ana.post("/desk/inbox/views", "name", " ", "inbox", query)
                .statusCode(422)
                .body(containsString("Give the view a name."));
        ana.post("/desk/inbox/views", "name", "x".repeat(61), "inbox", query).statusCode(422);
        String view = viewCalled(name);
        DeskBrowser mira = DeskBrowser.with(people.cookieOf(people.secondChecker()));
        mira.get("/desk/inbox").body(not(containsString(name)));
        mira.post("/desk/inbox/views/" + view + "/removal").statusCode(303);
        ana.get("/desk/inbox").body(containsString(name));
        ana.post("/desk/inbox/views/" + view + "/removal").statusCode(303);
        ana.get("/desk/inbox").body(not(containsString(name)));
    }

    @Test
    void strangersSeeAndDoNothing() {
        DeskBrowser stranger = DeskBrowser.anonymous();
        stranger.get("/desk/inbox").statusCode(303).header("Location", containsString("/sign-in"));
        for (String action : List.of("batches", "batches/1/reversal", "views", "views/1/removal")) {
            stranger.post("/desk/inbox/" + action).statusCode(307).header("Location", containsString("/sign-in"));
        }
        ana.post("/desk/inbox/batches/999999999/reversal").statusCode(404);
    }

    @Test
    void everythingIsDecidedWithTheKeyboardAndIsFineForEveryone() {
        int all = candidates().size();
        Page page = openInbox("?q=" + mark);
        Reading.isFineForEveryone(page);
        page.evaluate("window.sameDocument = true");
        String first = selected(page);
        press(page, "j");
        page.waitForSelector("[data-row=selected]:not(#" + first + ")");
        press(page, "ArrowUp");
        page.waitForSelector("#" + first + "[data-row=selected]:focus");
        press(page, "x");
        press(page, "j");
        page.waitForSelector("[data-row=selected]:not(#" + first + "):focus");
        press(page, "Shift+X");
        assertThat(page.locator("[name=picked][form=bulk]:checked").count()).isEqualTo(2);
        press(page, "d");
        press(page, "v");
        page.waitForSelector(".toast >> text=Dismissed (Vague)");
        Reading.isFineForEveryone(page);
        assertThat(page.locator("[data-row]").count()).isEqualTo(all - 1);
        assertThat(page.locator("[name=picked][form=bulk]:checked").count())
                .as("the ticks of those that are left stay")
                .isOne();
        assertThat(page.locator("[data-row=selected]:focus").count()).isOne();
        press(page, "Control+z");
        page.waitForSelector(".toast >> text=Undone.");
        press(page, "s");
        page.waitForSelector(".toast >> text=1 candidate snoozed until");
        press(page, "u");
        page.waitForSelector(".toast >> text=Undone: 1 candidate as before.");
        press(page, "a");
        page.waitForSelector(".toast >> text=assigned to Ana Ferrand");
        press(page, "e");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("quote");
        page.keyboard().type("jnd");
        press(page, "Escape");
        press(page, "k");
        page.waitForSelector("[data-row=selected]:focus");
        press(page, "]");
        page.waitForFunction("() => document.querySelector('#decide [name=version]').value !== '0'");
        press(page, "n");
        page.waitForSelector(".toast >> text=New claim");
        assertThat(page.evaluate("window.sameDocument"))
                .as("no page was loaded")
                .isEqualTo(true);
        page.click("button:has-text('Dismiss all selected')");
        page.waitForSelector(".error-summary:focus");
        Reading.isFineForEveryone(page);
        page.navigate(site + "desk/inbox?q=unfindable" + mark);
        Reading.isFineForEveryone(page);
    }

    @Test
    void asOneIsDecidedAnotherComesUpFromTheNextPage() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.append("Mayor Dana %1$s pledged to build ").append(100 + i).append(" %1$s homes by the end of 2027. ");
        }
        add("Third Times " + mark, text.toString());
        job.run();
        int all = candidates().size();
        Page page = openInbox("?q=" + mark);
        List<String> before = shown(page);
        assertThat(before).hasSize(25);
        for (int i = 1; i < 3; i++) {
            press(page, "d");
            press(page, "v");
            page.waitForSelector("#list-heading:has-text('" + (all - i) + " candidates')");
        }
        assertThat(shown(page))
                .hasSize(25)
                .doesNotHaveDuplicates()
                .startsWith(before.get(2))
                .containsAll(before.subList(2, 25));
        assertThat(page.locator("[data-row=selected]:focus").getAttribute("id")).isEqualTo(before.get(2));
        press(page, "n");
        page.waitForSelector(".toast >> text=New claim");
        page.reload();
        assertThat(page.locator("[data-row=selected]").getAttribute("id")).isEqualTo(before.get(3));
    }

    private static List<String> shown(Page page) {
        return page.locator("[data-row]").all().stream()
                .map(row -> row.getAttribute("id"))
                .toList();
    }

    @Test
    void longWordsFitAndKeysThatAreOffDoNothing() {
        add(
                "Fourth " + "outlet".repeat(30),
                "Mayor Dana %1$s pledged to build 400 " + "very".repeat(90)
                        + "long %1$s homes by the end of 2027, as she had promised again and again and again.");
        job.run();
        Page page = openInbox("?q=" + mark + "+veryvery");
        Reading.isFineForEveryone(page);
        ana.post("/desk/settings/shortcuts", "do", "off").statusCode(303);
        page.reload();
        press(page, "d");
        press(page, "v");
        press(page, "ArrowDown");
        press(page, "Control+z");
        ana.post("/desk/settings/shortcuts", "do", "usual").statusCode(303);
        assertThat(candidates()).allMatch(Candidate::isOpen);
    }

    @Test
    void whoseSessionEndsIsToldAndLosesNothing() {
        Page page = openInbox("?q=" + mark);
        page.fill("#wording", "What I have typed so far");
        page.context().clearCookies();
        page.click("#decide .button.primary");
        page.waitForSelector("#alert >> text=You are signed out.");
        assertThat(page.inputValue("#wording")).isEqualTo("What I have typed so far");
        assertThat(candidates()).allMatch(Candidate::isOpen);
    }

    private Page openInbox(String query) {
        Page page = chromium.visitor();
        var cookie = people.cookieOf(people.checker()).entrySet().iterator().next();
        page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
        page.navigate(site + "desk/inbox" + query);
        return page;
    }

    private static void press(Page page, String key) {
        page.keyboard().press(key);
    }

    private static String selected(Page page) {
        return page.locator("[data-row=selected]").getAttribute("id");
    }

    private void add(String outlet, String text) {
        ana.post(
                        "/desk/articles/new?by=text",
                        "title",
                        "Sample news " + mark,
                        "outlet",
                        outlet,
                        "text",
                        text.formatted(mark),
                        "publishedOn",
                        "2024-11-08")
                .statusCode(303);
    }

    private ValidatableResponse list(String more) {
        return asTyped("/desk/inbox?q=" + mark + more).statusCode(200);
    }

    private ValidatableResponse part(String address, String target) {
        return ana.request()
                .urlEncodingEnabled(false)
                .header("HX-Request", "true")
                .header("HX-Target", target)
                .get(address)
                .then();
    }

    private ValidatableResponse asTyped(String address) {
        return ana.request().urlEncodingEnabled(false).get(address).then();
    }

    private ValidatableResponse batch(String action, List<Candidate> picked, String... more) {
        List<String> fields = new ArrayList<>(List.of("action", action, "inbox", "queue=todo&q=" + mark));
        picked.forEach(one -> fields.addAll(List.of("picked", one.id + "." + one.version)));
        fields.addAll(List.of(more));
        return ana.post("/desk/inbox/batches", fields.toArray(String[]::new));
    }

    private ValidatableResponse undo(String location) {
        return ana.post("/desk/inbox/batches/" + location.replaceAll(".*batch=(\\d+).*", "$1") + "/reversal");
    }

    private static List<String> rows(ValidatableResponse page) {
        return rows(page.extract().asString());
    }

    private static List<String> rows(String page) {
        return found(page, "id=\"r(\\d+)\" data-row");
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String inSite(String location) {
        return location.substring(location.indexOf("/desk/")).replaceFirst("#.*", "");
    }

    private static String path(Candidate candidate, String action) {
        return "/desk/articles/%d/candidates/%d/%s".formatted(candidate.snapshot.article.id, candidate.id, action);
    }

    private List<Candidate> candidates() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Candidate.list(
                        "from Candidate c join fetch c.snapshot s join fetch s.article a where a.title = ?1 order by c.id",
                        "Sample news " + mark));
    }

    private Candidate byId(long id) {
        return candidates().stream().filter(one -> one.id == id).findFirst().orElseThrow();
    }

    private Candidate first(String words) {
        return candidates().stream()
                .filter(one -> one.quoteExact.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private String viewCalled(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        InboxView.<InboxView>find("name", name).firstResult().id.toString());
    }

    private long audited(String action, long candidate) {
        return QuarkusTransaction.requiringNew()
                .call(() -> AuditEvent.count(
                        "action = ?1 and subjectId = ?2 and subjectType = 'candidate'", action, candidate));
    }
}
