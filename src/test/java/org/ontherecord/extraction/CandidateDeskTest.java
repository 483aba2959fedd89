package org.ontherecord.extraction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.InventedWord;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.People;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.extraction.reading.Kind;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.TestClock;
import org.ontherecord.speaker.Speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class CandidateDeskTest {
    @Inject
    People people;

    @Inject
    EntityManager database;

    @Inject
    ExtractionJob job;

    @Inject
    Readings readings;

    @Inject
    TestClock clock;

    private ExtractionJob.Extractor before;
    private DeskBrowser browser;
    private String mark;
    private String article;
    private long articleId;

    @BeforeEach
    void addAnArticle() {
        readings.run();
        before = job.extractor;
        job.extractor = ClaimExtractor::propose;
        browser = DeskBrowser.with(people.cookieOf(people.checker()));
        mark = InventedWord.beginningWith('Q');
        String text = """
                Sample news from the coast

                Send Push
                Mayor Dana %s pledged to build 400 %s homes by the end of 2027. "We lost 300 jobs in March," %s said on Friday.

                She added that the old bridge is ugly. There were no cuts here and no cuts there.

                Next Story""".formatted(mark, mark, mark);
        String location = browser.post("/desk/articles/new?by=text", "text", text, "publishedOn", "2024-11-08")
                .statusCode(303)
                .extract()
                .header("Location");
        article = location.substring(location.indexOf("/desk/"));
        articleId = Long.parseLong(article.replaceAll("\\D", ""));
    }

    @AfterEach
    void goOn() {
        job.extractor = before;
    }

    @Test
    void untilTheTextIsReadThePageSaysSoAndLooksAgain() {
        browser.get(article)
                .statusCode(200)
                .body(containsString("Finding claims…"), containsString("http-equiv=\"refresh\""));
        job.run();
        browser.get(article)
                .body(
                        not(containsString("Finding claims…")),
                        not(containsString("http-equiv")),
                        containsString("0 of 3</strong> decided, 3 to go"));
        assertThat(listed()).contains("3 to decide");
    }

    /** From an address with a fragment, Firefox and Safari only scroll when a page is told to refresh without one. */
    @Test
    void aPageThatLooksAgainIsLoadedAgainWhateverTheAddressItWasReachedBy() {
        String marked = browser.post(article + "/candidates", "words", "the old bridge is ugly")
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(marked).contains("#");
        String candidate = marked.replaceAll(".*candidate=(\\d+).*", "$1");
        browser.get(article + "?show=open&candidate=" + candidate)
                .body(containsString("http-equiv=\"refresh\" content=\"2; url=" + article + "?show=open&amp;candidate="
                        + candidate + "\""));
    }

    @Test
    void textAndCandidatesStandSideBySideAndFurnitureIsNoCandidate() {
        job.run();
        browser.get(article)
                .body(
                        containsString("Send Push"),
                        containsString("To decide, candidate 1: "),
                        containsString("Worth checking"),
                        containsString("Most worth checking"),
                        containsString("Names a deadline"),
                        containsString("by the end of 2027<sup>1</sup>"));
        assertThat(candidates()).noneMatch(candidate -> candidate.quoteExact.contains("Send Push"));
        assertThat(first().kind).isEqualTo(Claim.Kind.PROMISE);
    }

    @Test
    void acceptingMakesAClaimWithItsFirstAppearance() {
        job.run();
        Candidate candidate = first();
        accept(candidate, "saidOn", "Nov 2024")
                .statusCode(303)
                .header("Location", containsString("done=" + candidate.id));
        Candidate decided = byId(candidate.id);
        assertThat(decided.state).isEqualTo(Candidate.State.ACCEPTED);
        QuarkusTransaction.requiringNew().run(() -> {
            Appearance appearance = Appearance.findById(decided.appearance.id);
            assertThat(appearance.claim.wording).isEqualTo("Build 400 " + mark + " homes by the end of 2027");
            assertThat(appearance.claim.kind).isEqualTo(Claim.Kind.PROMISE);
            assertThat(appearance.claim.speaker.name).isEqualTo("Dana " + mark);
            assertThat(appearance.quoteExact).isEqualTo(candidate.quoteExact);
            assertThat(appearance.saidOn).isEqualTo(LocalDate.of(2024, 11, 1));
            assertThat(appearance.saidPrecision).isEqualTo(RoughDate.Precision.MONTH);
        });
        browser.get(article + "?done=" + candidate.id)
                .body(
                        containsString(
                                "New claim <a href=\"/desk/claims/" + decided.claim.id + "\">C-" + decided.claim.id),
                        containsString("1 of 3"));
        assertThat(audited("candidate accepted", candidate.id)).isOne();
    }

    @Test
    void theFormIsFilledWithKindDeadlineAndTheKnownSpeaker() {
        QuarkusTransaction.requiringNew().run(() -> Speaker.named("Dana " + mark, clock.instant()));
        job.run();
        Candidate candidate = first();
        assertThat(candidate.takenFor).isEqualTo(Kind.PROMISE);
        assertThat(candidate.deadlineRule).isEqualTo("by the end of 2027");
        assertThat(candidate.deadlineOn).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(candidate.speaker.name).isEqualTo("Dana " + mark);
        browser.get(article + "?candidate=" + candidate.id)
                .body(
                        containsString("<li>Promise</li>"),
                        containsString("value=\"by the end of 2027 (31 Dec 2027)\""),
                        containsString("We know them: <a href=\"/desk/speakers/" + candidate.speaker.id + "\">Dana"));
        accept(candidate, "deadline", "by the end of 2027 (31 Dec 2027)").statusCode(303);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(Claim.<Claim>findById(byId(candidate.id).claim.id).deadlineRule)
                        .isEqualTo("by the end of 2027 (31 Dec 2027)"));
    }

    @Test
    void aTextInALanguageWeCannotReadSaysSoAndHoldsNoCandidates() {
        String location = browser.post(
                        "/desk/articles/new?by=text",
                        "text",
                        "قال الوزير إن الحكومة ستبني ألف منزل قبل نهاية العام. سنبني 1000 منزل في هذه المدينة " + mark,
                        "language",
                        "ar")
                .statusCode(303)
                .extract()
                .header("Location");
        job.run();
        browser.get(location.substring(location.indexOf("/desk/")))
                .body(containsString("We cannot read Arabic yet."), containsString("Mark claims by hand"));
    }

    @Test
    void aDoubleClickMakesOneClaim() throws Exception {
        job.run();
        Candidate candidate = first();
        long before = claims();
        Callable<Integer> click = () -> accept(candidate).extract().statusCode();
        ExecutorService clicks = Executors.newFixedThreadPool(6);
        try {
            for (Future<Integer> status : clicks.invokeAll(List.of(click, click, click, click, click, click))) {
                assertThat(status.get()).isEqualTo(303);
            }
        } finally {
            clicks.shutdown();
        }
        assertThat(claims()).isEqualTo(before + 1);
        assertThat(audited("candidate accepted", candidate.id)).isOne();
    }

    @Test
    void whoComesSecondIsToldWhatTheFirstDecided() {
        job.run();
        Candidate candidate = first();
        accept(candidate).statusCode(303);
        DeskBrowser other = DeskBrowser.with(people.cookieOf(people.secondChecker()));
        other.post(path(candidate, "dismissal"), "version", "0", "reason", "TRIVIAL")
                .statusCode(409)
                .body(containsString("Ana Ferrand has decided on this candidate already"));
        assertThat(byId(candidate.id).state).isEqualTo(Candidate.State.ACCEPTED);
    }

    @Test
    void aRefusedDecisionKeepsWhatWasTyped() {
        job.run();
        Candidate candidate = first();
        browser.post(
                        path(candidate, "claim"),
                        "version",
                        "0",
                        "wording",
                        " ",
                        "kind",
                        "RUMOUR",
                        "mode",
                        "",
                        "speaker",
                        "Some <One>",
                        "saidOn",
                        "soon")
                .statusCode(422)
                .body(
                        containsString("There is a problem"),
                        containsString("Write the claim in one plain sentence"),
                        containsString("Choose whether this is a statement or a promise"),
                        containsString("Write the date like"),
                        containsString("Some &lt;One&gt;"),
                        containsString("value=\"soon\""));
        browser.post(path(candidate, "dismissal"), "version", "0", "reason", "BORING")
                .statusCode(422);
        assertThat(byId(candidate.id).isOpen()).isTrue();
    }

    @Test
    void dismissingNeedsAReasonAndCanBeUndone() {
        job.run();
        Candidate candidate = candidates().get(2);
        browser.post(path(candidate, "dismissal"), "version", "0", "reason", "OPINION")
                .statusCode(303);
        browser.get(article + "?done=" + candidate.id)
                .body(containsString("Dismissed (Opinion)"), containsString("Dismissed <span class=\"count\">1<"));
        browser.post(path(candidate, "reversal"))
                .statusCode(303)
                .header("Location", containsString("candidate=" + candidate.id));
        browser.post(path(candidate, "reversal")).statusCode(303);
        assertThat(byId(candidate.id).isOpen()).isTrue();
        assertThat(audited("decision undone", candidate.id)).isOne();
    }

    @Test
    void undoingANewClaimTakesTheClaimAwayIfNothingElseNeedsIt() {
        job.run();
        Candidate candidate = first();
        accept(candidate).statusCode(303);
        long claim = byId(candidate.id).claim.id;
        browser.post(path(candidate, "reversal")).statusCode(303);
        assertThat(count("select count(*) from claim where id = " + claim)).isZero();
        assertThat(byId(candidate.id).wording).isEqualTo("Build 400 " + mark + " homes by the end of 2027");
        Candidate reopened = byId(candidate.id);
        browser.post(path(candidate, "claim"), form(reopened)).statusCode(303);
    }

    @Test
    void aClaimWhoseCheckHasBegunStaysWhenItsCandidateIsUndone() {
        job.run();
        Candidate candidate = first();
        accept(candidate).statusCode(303);
        long claim = byId(candidate.id).claim.id;
        publishOrDraft(claim, false);
        browser.post(path(candidate, "reversal")).statusCode(303);
        assertThat(count("select count(*) from claim where id = " + claim)).isOne();
        assertThat(count("select count(*) from appearance where claim_id = " + claim))
                .isZero();
    }

    @Test
    void nothingIsUndoneThatThePublicHasSeen() {
        job.run();
        Candidate candidate = first();
        accept(candidate).statusCode(303);
        long claim = byId(candidate.id).claim.id;
        publishOrDraft(claim, true);
        browser.post(path(candidate, "reversal"))
                .statusCode(409)
                .body(containsString("C-" + claim + " has been published with this quote"));
        assertThat(byId(candidate.id).state).isEqualTo(Candidate.State.ACCEPTED);
    }

    @Test
    void aKnownClaimIsSuggestedFoundAndLinked() {
        job.run();
        long claim = QuarkusTransaction.requiringNew()
                .call(() -> Claim.of(
                                "Mayor Dana " + mark + " pledged to build 400 " + mark + " homes by the end of 2027",
                                Claim.Kind.PROMISE,
                                Speaker.named("Dana " + mark, clock.instant()),
                                "en",
                                people.checker(),
                                clock.instant())
                        .id);
        Candidate candidate = first();
        browser.get(article + "?candidate=" + candidate.id)
                .body(containsString("Probably the same claim"), containsString("Link to C-" + claim));
        browser.post(
                        path(candidate, "search"),
                        with(form(candidate), "q", mark.toLowerCase(), "wording", "typed words"))
                .statusCode(200)
                .body(containsString("Link to C-" + claim), containsString("typed words"));
        browser.post(path(candidate, "search"), with(form(candidate), "q", "c-" + claim))
                .body(containsString("Link to C-" + claim));
        browser.post(path(candidate, "search"), with(form(candidate), "q", "%_zz"))
                .body(containsString("No claim matches"));
        browser.post(path(candidate, "link"), with(form(candidate), "claim", String.valueOf(claim)))
                .statusCode(303);
        browser.post(path(candidate, "link"), with(form(candidate), "claim", String.valueOf(claim)))
                .statusCode(303);
        assertThat(byId(candidate.id).state).isEqualTo(Candidate.State.LINKED);
        assertThat(count("select count(*) from appearance where claim_id = " + claim))
                .isOne();
        browser.post(path(candidate, "reversal")).statusCode(303);
        assertThat(count("select count(*) from claim where id = " + claim)).isOne();
        browser.post(path(candidate, "link"), with(form(byId(candidate.id)), "claim", "1"))
                .statusCode(409)
                .body(containsString("no such claim"));
    }

    @Test
    void aQuoteIsChangedOnlyToWordsThatStandInTheText() {
        job.run();
        Candidate candidate = first();
        browser.post(path(candidate, "quote"), "version", "0", "words", "build 500 homes")
                .statusCode(422)
                .body(containsString("do not stand in the article"), containsString("build 500 homes"));
        browser.post(path(candidate, "quote"), "version", "0", "words", "BUILD  400 " + mark)
                .statusCode(303);
        assertThat(byId(candidate.id).quoteExact).isEqualTo("build 400 " + mark);
        browser.post(path(candidate, "quote"), "version", "0", "words", "400 " + mark)
                .statusCode(409)
                .body(containsString("Somebody changed this candidate"));
        accept(byId(candidate.id)).statusCode(303);
        browser.post(path(candidate, "quote"), "version", "2", "words", "400 " + mark)
                .statusCode(409);
    }

    @Test
    void aPageThatSwapsPartsHasTheNextCandidateWithTheDecision() {
        job.run();
        List<Candidate> all = candidates().stream()
                .sorted(Comparator.comparingInt(candidate -> candidate.quoteStart))
                .toList();
        browser.request()
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .formParam("version", "0")
                .formParam("reason", "VAGUE")
                .post(path(all.get(0), "dismissal"))
                .then()
                .statusCode(200)
                .header("HX-Replace-Url", containsString("candidate=" + all.get(1).id))
                .body(
                        not(containsString("<html")),
                        containsString("Dismissed (Vague)"),
                        containsString(path(all.get(1), "claim")));
    }

    @Test
    void aClaimIsMarkedByHand() {
        job.run();
        browser.post(article + "/candidates", "words", "“old  bridge is UGLY”")
                .statusCode(303)
                .header("Location", containsString("candidate="));
        browser.post(article + "/candidates", "words", "old bridge is ugly").statusCode(303);
        List<Candidate> marked = candidates().stream()
                .filter(candidate -> candidate.quoteExact.equals("old bridge is ugly"))
                .toList();
        assertThat(marked).hasSize(1);
        assertThat(marked.get(0).isOpen()).isTrue();
        assertThat(marked.get(0).proposedBy).isEqualTo("a person");
        browser.post(article + "/candidates", "words", "the new bridge")
                .statusCode(422)
                .body(containsString("do not stand in the article"));
        browser.post(article + "/candidates", "words", " \u0000").statusCode(422);
        browser.post(article + "/candidates").statusCode(422);
    }

    @Test
    void wordsThatStandTwiceAreChosenByAPerson() {
        job.run();
        String page = browser.post(article + "/candidates", "words", "no cuts")
                .statusCode(422)
                .body(containsString("more than once"), containsString("Which place?"))
                .extract()
                .asString();
        String start = page.replaceAll("(?s).*name=\"start\" value=\"(\\d+)\".*", "$1");
        browser.post(article + "/candidates", "words", "no cuts", "start", start)
                .statusCode(303);
        assertThat(candidates())
                .anyMatch(candidate -> String.valueOf(candidate.quoteStart).equals(start));
        browser.post(article + "/candidates", "words", "no cuts", "start", "3").statusCode(422);
    }

    @Test
    void filtersAreLinksAndCandidatesOfOtherArticlesAreNotFound() {
        job.run();
        for (String show : List.of("all", "open", "linked", "new", "dismissed", "nonsense")) {
            browser.get(article + "?show=" + show).statusCode(200);
        }
        Candidate candidate = first();
        browser.post(
                        "/desk/articles/999999999/candidates/" + candidate.id + "/dismissal",
                        "version",
                        "0",
                        "reason",
                        "VAGUE")
                .statusCode(404);
        browser.post(
                        "/desk/articles/" + articleId + "/candidates/999999999/dismissal",
                        "version",
                        "0",
                        "reason",
                        "VAGUE")
                .statusCode(404);
        browser.get(article + "?candidate=999999999").statusCode(200);
    }

    @Test
    void strangersDecideNothing() {
        job.run();
        Candidate candidate = first();
        for (String action : List.of("claim", "link", "dismissal", "reversal", "quote", "search")) {
            DeskBrowser.anonymous()
                    .post(path(candidate, action))
                    .statusCode(307)
                    .header("Location", containsString("/sign-in"));
        }
        browser.request()
                .formParam("reason", "VAGUE")
                .formParam("version", 0)
                .post(path(candidate, "dismissal"))
                .then()
                .statusCode(400);
        assertThat(byId(candidate.id).isOpen()).isTrue();
    }

    @Test
    void aReaderKilledBetweenItsTwoTransactionsLeavesOneSetInTheEnd() {
        var taken = takeThisOne();
        assertThat(candidates()).isEmpty();
        assertThat(attempts()).isOne();
        clock.forward(Extraction.LEASE.plusSeconds(1));
        job.run();
        int found = candidates().size();
        assertThat(found).isEqualTo(3);
        job.read(taken);
        job.run();
        assertThat(candidates()).hasSize(found);
    }

    @Test
    void aTextThatCannotBeReadIsParkedAfterThreeTriesAndCanBeTriedAgain() {
        job.extractor = (text, language, publishedOn) -> {
            throw new IllegalStateException("poison " + text);
        };
        for (int i = 0; i < 4; i++) {
            job.run();
            clock.forward(Extraction.LEASE.plusSeconds(1));
        }
        browser.get(article)
                .body(
                        containsString("We could not find claims in this text"),
                        containsString("Try again"),
                        not(containsString("poison")));
        assertThat(listed()).contains("Not read");
        job.extractor = ClaimExtractor::propose;
        browser.post(article + "/extraction").statusCode(303);
        job.run();
        assertThat(candidates()).hasSize(3);
    }

    @Test
    void aTextThatKillsItsReaderIsParkedToo() {
        for (int i = 0; i < 3; i++) {
            takeThisOne();
            clock.forward(Extraction.LEASE.plusSeconds(1));
        }
        job.run();
        browser.get(article).body(containsString("We tried 3 times"));
    }

    @Test
    void twoReadersAtOnceWriteOneSet() {
        var one = takeThisOne();
        clock.forward(Extraction.LEASE.plusSeconds(1));
        var two = takeThisOne();
        job.read(two);
        job.read(one);
        assertThat(candidates()).hasSize(3);
    }

    @Test
    void wordsMarkedBeforeTheReaderCameAreNotProposedAgain() {
        String words = "Mayor Dana " + mark + " pledged to build 400 " + mark + " homes by the end of 2027";
        browser.post(article + "/candidates", "words", words).statusCode(303);
        job.run();
        assertThat(candidates()).hasSize(3);
        assertThat(first().proposedBy).isEqualTo("a person");
    }

    @Test
    void aTextWithoutClaimsSaysSo() {
        String location = browser.post("/desk/articles/new?by=text", "text", "Hello there, " + UUID.randomUUID() + ".")
                .statusCode(303)
                .extract()
                .header("Location");
        job.run();
        browser.get(location.substring(location.indexOf("/desk/")))
                .body(containsString("We found no claim in this text"));
    }

    private ExtractionJob.Taken takeThisOne() {
        for (var taken = job.take(); taken.isPresent(); taken = job.take()) {
            if (taken.get().text().contains(mark)) {
                return taken.get();
            }
            job.read(taken.get());
        }
        throw new AssertionError("not in the queue");
    }

    private ValidatableResponse accept(Candidate candidate, String... more) {
        return browser.post(path(candidate, "claim"), with(form(candidate), more));
    }

    private String[] form(Candidate candidate) {
        return new String[] {
            "version",
            String.valueOf(candidate.version),
            "wording",
            candidate.wording,
            "kind",
            candidate.kind.name(),
            "mode",
            candidate.mode.name(),
            "speaker",
            candidate.speakerName == null ? "" : candidate.speakerName
        };
    }

    private static String[] with(String[] form, String... more) {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        for (String[] part : new String[][] {form, more}) {
            for (int i = 0; i < part.length; i += 2) {
                fields.put(part[i], part[i + 1]);
            }
        }
        return fields.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private String path(Candidate candidate, String action) {
        return article + "/candidates/" + candidate.id + "/" + action;
    }

    private Candidate first() {
        return candidates().get(0);
    }

    private List<Candidate> candidates() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Candidate.list(
                        "from Candidate c left join fetch c.claim left join fetch c.appearance where c.snapshot.article.id = ?1 order by c.quoteStart",
                        articleId));
    }

    private Candidate byId(long id) {
        return candidates().stream()
                .filter(candidate -> candidate.id == id)
                .findFirst()
                .orElseThrow();
    }

    private int attempts() {
        return (int) count(
                "select e.attempts from extraction e join snapshot s on s.id = e.snapshot_id where s.article_id = "
                        + articleId);
    }

    private long claims() {
        return count("select count(*) from claim");
    }

    private long audited(String action, long candidate) {
        return QuarkusTransaction.requiringNew()
                .call(() -> AuditEvent.count(
                        "action = ?1 and subjectId = ?2 and subjectType = 'candidate'", action, candidate));
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }

    /** A check of the claim as another package would leave it: a saved revision, and perhaps its verdict. */
    private void publishOrDraft(long claim, boolean publish) {
        long author = people.checker().id;
        long signer = people.editor().id;
        QuarkusTransaction.requiringNew().run(() -> {
            long review = insert("insert into review (claim_id, opened_at) values (" + claim + ", now()) returning id");
            long revision = insert(
                    "insert into revision (review_id, number, author_id, saved_at, wording, kind, language, rating_id, reason, in_force_from)"
                            + " select " + review + ", 1, " + author
                            + ", now(), 'w', 'PROMISE', 'en', r.id, 'because', current_date"
                            + " from rating r join rating_scale s on s.id = r.scale_id where s.kind = 'PROMISE' order by r.position desc limit 1 returning id");
            if (publish) {
                insert("insert into handover (review_id, revision_id, step, by_id, at) values (" + review + ", "
                        + revision + ", 'APPROVED', " + signer + ", now()) returning id");
                insert(
                        "insert into verdict (claim_id, number, revision_id, kind, public_reason, in_force_from, published_at, published_by, author_id, signed_off_by)"
                                + " values (" + claim + ", 1, " + revision
                                + ", 'ORIGINAL', 'first', current_date, now(), " + signer + ", " + author + ", "
                                + signer
                                + ") returning id");
            }
        });
    }

    private long insert(String sql) {
        return ((Number) database.createNativeQuery(sql).getSingleResult()).longValue();
    }

    /** The list of articles over its first pages: other tests add theirs with later clocks. */
    private String listed() {
        StringBuilder pages = new StringBuilder();
        for (int page = 1; page <= 10; page++) {
            pages.append(browser.get("/desk/articles?page=" + page).extract().asString());
        }
        return pages.toString();
    }
}
