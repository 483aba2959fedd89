package org.ontherecord.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.account.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/**
 * Every form of the desk where a claim is made, checked and published, with everything that can go wrong between a person and
 * a row: the table says what a form is sent, and each test does one thing wrong to all of them.
 */
@QuarkusTest
class FormFaultsTest {
    @Inject
    People people;

    @Inject
    EntityManager database;

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
    private DeskBrowser ana;
    private DeskBrowser jonas;

    /** One value that cannot be taken, and where its sentence has to stand. */
    private record Wrong(String field, String value, String anchor, String sentence) {
        static Wrong of(String field, String value, String sentence) {
            return new Wrong(field, value, field, sentence);
        }

        static Wrong tooLong(String field, int most) {
            return of(field, "x".repeat(most + 1), "haracters");
        }
    }

    /**
     * A form: whose it is, where it goes, what is right in it, what can be wrong, and the rows it makes (in SQL). {@code empty}
     * says whether it may be sent with nothing in it.
     */
    private record Form(
            String name,
            boolean editors,
            String path,
            Map<String, String> right,
            List<Wrong> wrong,
            String rows,
            int makes,
            boolean mayBeEmpty) {
        Map<String, String> with(String field, String value) {
            var values = new LinkedHashMap<>(right);
            values.put(field, value);
            return values;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void people() {
        ana = DeskBrowser.with(people.cookieOf(people.checker()));
        jonas = DeskBrowser.with(people.cookieOf(people.editor()));
    }

    /** Made anew for each test: the later ones stand on claims the earlier ones would have changed. */
    private List<Form> table() {
        var table = new ArrayList<Form>();
        table.add(newClaim());
        table.add(editor());
        table.add(contact());
        table.add(comment());
        table.add(decision());
        table.add(publication());
        table.add(relation());
        table.add(speaker());
        table.add(article());
        table.add(candidate());
        return table;
    }

    private Form newClaim() {
        String wording = "The sample town planted nine trees " + UUID.randomUUID();
        return new Form(
                "new claim",
                false,
                "/desk/claims",
                map(
                        "wording", wording,
                        "kind", "STATEMENT",
                        "speaker", "Newly Named " + UUID.randomUUID(),
                        "said-quote", "We planted nine trees.",
                        "said-source_title", "A speech made up for this test",
                        "said-date", "spring 2023"),
                List.of(
                        Wrong.tooLong("wording", 1_000),
                        Wrong.tooLong("speaker", 200),
                        Wrong.tooLong("said-quote", 5_000),
                        Wrong.tooLong("said-source_title", 500),
                        Wrong.tooLong("said-occasion", 300),
                        Wrong.of("kind", "RUMOUR", "Choose whether it is a promise"),
                        Wrong.of("said-date", "31 Feb 2024", "Write the date like"),
                        Wrong.of("said-date", "2199", "has not come yet"),
                        Wrong.of("said-source_url", "javascript:alert(1)", "full web address")),
                "claim where wording = '" + wording + "'",
                1,
                false);
    }

    private Form editor() {
        long claim = claim();
        return new Form(
                "claim editor",
                false,
                "/desk/claims/" + claim + "/revisions",
                map(
                        "version", "0",
                        "base", "0",
                        "wording", "The sample town planted nine trees in one spring.",
                        "kind", "STATEMENT",
                        "reason", "It planted six, as its own list of trees says.",
                        "evidence-0-source", "The sample town",
                        "evidence-0-title", "List of trees",
                        "evidence-0-stance", "CONTRADICTS",
                        "do", "save"),
                List.of(
                        Wrong.of("wording", "", "Give the claim in plain words."),
                        Wrong.tooLong("wording", 1_000),
                        Wrong.tooLong("headline", 500),
                        Wrong.tooLong("capacity", 200),
                        Wrong.tooLong("reason", 200),
                        Wrong.tooLong("body", 50_000),
                        Wrong.tooLong("note", 2_000),
                        Wrong.tooLong("evidence-0-title", 500),
                        Wrong.tooLong("evidence-0-quote", 5_000),
                        Wrong.of("kind", "RUMOUR", "Choose whether it is a promise"),
                        Wrong.of("rating", "splendid", "not on the scale"),
                        Wrong.of("language", "the one they spoke", "as a code"),
                        Wrong.of("in_force_from", "soon", "Write the date like"),
                        Wrong.of("in_force_from", "Nov 2024", "This needs a day"),
                        Wrong.of("evidence-0-dated_on", "2199-01-01", "has not come yet"),
                        Wrong.of("evidence-0-url", "ftp://trees.example", "full web address"),
                        Wrong.of("evidence-0-stance", "LIKES", "what source 1 does to the claim"),
                        Wrong.of("deadline_date", "2027-01-01", "Only promises have a deadline"),
                        Wrong.of("counted-times", "many", "Give the number of times")),
                "revision r join review v on v.id = r.review_id where v.claim_id = " + claim,
                1,
                false);
    }

    private Form contact() {
        long claim = claim();
        return new Form(
                "whom we asked",
                false,
                "/desk/claims/" + claim + "/contacts",
                map(
                        "asked", "the sample town's press office",
                        "way", "PHONE",
                        "asked_on", "3 Nov 2024",
                        "question", "How many trees were planted, and where is the list?",
                        "shown", "yes"),
                List.of(
                        Wrong.tooLong("asked", 200),
                        Wrong.tooLong("question", 2_000),
                        Wrong.of("way", "PIGEON", "Choose how"),
                        Wrong.of("asked_on", "Nov 2024", "This needs a day"),
                        Wrong.of("asked", "press@town.example", "private address")),
                "contact_attempt where claim_id = " + claim,
                1,
                false);
    }

    private Form comment() {
        long claim = inReview();
        return new Form(
                "comment on a field",
                false,
                "/desk/claims/" + claim + "/fields/reason/comments",
                map("revision", newest(claim), "text", "By whose list? The forest office counts otherwise."),
                List.of(Wrong.tooLong("text", 2_000)),
                "field_comment c join revision r on r.id = c.revision_id join review v on v.id = r.review_id where v.claim_id = "
                        + claim,
                1,
                false);
    }

    private Form decision() {
        long claim = inReview();
        return new Form(
                "review decision",
                true,
                "/desk/claims/" + claim + "/review/handovers",
                map(
                        "revision",
                        newest(claim),
                        "step",
                        "RETURNED",
                        "note",
                        "Please name the office that counted the trees."),
                List.of(
                        Wrong.of("step", "PERHAPS", "Choose whether to approve"),
                        Wrong.tooLong("note", 2_000),
                        Wrong.of("note", "", "Say in the note what should change")),
                "handover h join review v on v.id = h.review_id where h.step = 'RETURNED' and v.claim_id = " + claim,
                1,
                false);
    }

    private Form publication() {
        long claim = inReview();
        String review = String.valueOf(number("select id from review where claim_id = " + claim));
        jonas.post("/desk/claims/" + claim + "/review/handovers", "revision", newest(claim), "step", "APPROVED")
                .statusCode(303);
        return new Form(
                "publication",
                true,
                "/desk/reviews/" + review + "/verdicts",
                map(
                        "revision", newest(claim),
                        "kind", "ORIGINAL",
                        "public_reason", "The first verdict of a newsroom that exists in tests only."),
                List.of(
                        new Wrong("kind", "RUMOUR", "publication-kind", "Choose what kind of change"),
                        new Wrong("kind", "UPDATE", "publication-kind", "publish it as the original"),
                        Wrong.of("public_reason", "", "Readers are owed a reason"),
                        Wrong.tooLong("public_reason", 500)),
                "verdict where claim_id = " + claim,
                1,
                false);
    }

    private Form relation() {
        long claim = claim();
        long other = claim();
        return new Form(
                "relation",
                true,
                "/desk/claims/" + claim + "/relations",
                map("way", "SAME", "other", "C-" + other, "note", "Both are about the nine trees of the sample town."),
                List.of(
                        Wrong.of("way", "COUSIN", "Say how the two claims stand"),
                        Wrong.of("other", "C-none", "number"),
                        Wrong.of("other", "C-" + claim, ""),
                        Wrong.of("other", "C-999999999999", "")),
                "claim_relation where claim_id = " + claim,
                1,
                false);
    }

    private Form speaker() {
        String name = "Sample Speaker " + UUID.randomUUID();
        return new Form(
                "person or body",
                false,
                "/desk/speakers",
                map(
                        "name",
                        name,
                        "kind",
                        "PERSON",
                        "aliases",
                        "The sample speaker of the sample town council",
                        "wikidata_id",
                        "",
                        "role",
                        "",
                        "body",
                        "",
                        "from_on",
                        "",
                        "to_on",
                        ""),
                List.of(
                        Wrong.tooLong("name", 200),
                        Wrong.of("kind", "GHOST", "a person or a body"),
                        Wrong.of("wikidata_id", "42", "A Wikidata id is")),
                "speaker where name = '" + name + "'",
                1,
                false);
    }

    private Form article() {
        String title = "Nine trees " + UUID.randomUUID();
        return new Form(
                "article by text",
                false,
                "/desk/articles/new?by=text",
                map(
                        "text",
                        "The mayor spoke on Sunday. “We planted nine trees this year " + mark + "”, she said.",
                        "title",
                        title,
                        "outlet",
                        "Sample Courier",
                        "publishedOn",
                        "8 Nov 2024"),
                List.of(
                        Wrong.tooLong("title", 500),
                        Wrong.tooLong("outlet", 200),
                        Wrong.tooLong("byline", 200),
                        Wrong.of("publishedOn", "soon", "Write the date like"),
                        Wrong.of("address", "trees", "address in full"),
                        Wrong.of("language", "the one they spoke", "as a code")),
                "article where title = '" + title + "'",
                1,
                false);
    }

    private Form candidate() {
        String words = "We planted nine trees this year " + UUID.randomUUID();
        String next = ana.post(
                        "/desk/articles/new?by=text",
                        "text",
                        "The mayor spoke on Sunday before the town hall. “" + words + "”, she said.",
                        "title",
                        "Trees")
                .statusCode(303)
                .extract()
                .header("Location");
        String article = next.replaceFirst(".*/desk/articles/(\\d+).*", "$1");
        String marked = ana.post("/desk/articles/" + article + "/candidates", "words", words)
                .statusCode(303)
                .extract()
                .header("Location");
        String candidate = marked.replaceFirst(".*candidate=(\\d+).*", "$1");
        String wording = "The sample town planted nine trees " + UUID.randomUUID();
        return new Form(
                "candidate accepted",
                false,
                "/desk/articles/" + article + "/candidates/" + candidate + "/claim",
                map(
                        "version",
                        "0",
                        "wording",
                        wording,
                        "kind",
                        "STATEMENT",
                        "mode",
                        "SAID",
                        "speaker",
                        "Newly Named " + UUID.randomUUID()),
                List.of(
                        Wrong.of("wording", " ", "Write the claim in one plain sentence"),
                        Wrong.tooLong("wording", 1_000),
                        Wrong.tooLong("speaker", 200),
                        Wrong.of("kind", "RUMOUR", "Choose whether"),
                        Wrong.of("mode", "SUNG", "own words"),
                        Wrong.of("saidOn", "soon", "Write the date like")),
                "claim where wording = '" + wording + "'",
                1,
                false);
    }

    @Test
    void anEmptyFormIsAnsweredWithWhatIsMissingAndWhere() {
        forEach(form -> {
            if (!form.mayBeEmpty) {
                var page = document(send(form, emptied(form)), 422, form + " sent empty");
                assertThat(page.select(".error-summary li"))
                        .as(form + " sent empty")
                        .isNotEmpty();
                everySentenceStandsTwice(page, form + " sent empty");
                assertThat(made(form)).as(form + " sent empty").isZero();
            }
        });
    }

    @Test
    void whatCannotBeTakenIsToldAtItsFieldAndEverythingTypedIsThere() {
        forEach(form -> {
            for (Wrong wrong : form.wrong) {
                String what = form + ", " + wrong.field + " = "
                        + wrong.value.substring(0, Math.min(30, wrong.value.length()));
                var page = document(send(form, form.with(wrong.field, wrong.value)), 422, what);
                assertThat(page.select(".error-summary a[href=#" + wrong.anchor + "]")
                                .text())
                        .as(what)
                        .contains(wrong.sentence);
                everySentenceStandsTwice(page, what);
                assertThat(page.title()).as(what).startsWith("Error: ");
                form.with(wrong.field, wrong.value).forEach((field, value) -> {
                    if (value.length() > 20) {
                        assertThat(kept(page, field))
                                .as(what + " keeps " + field)
                                .isEqualTo(value);
                    }
                });
            }
            assertThat(made(form)).as(form + " after all that was wrong").isZero();
        });
    }

    @Test
    void aFormSentAfterTheSessionEndedIsThereAfterSigningInAndDoneOnce() {
        forEach(form -> {
            var gone = DeskBrowser.anonymous();
            gone.post(form.path, flat(form.right))
                    .statusCode(307)
                    .header("Location", containsString("/sign-in/again?to="));
            var page = document(
                    gone.request()
                            .urlEncodingEnabled(false)
                            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                            .body(encoded(form.right) + "&csrf-token=AAAAAAAAAAAAAAAAAAAAAA")
                            .post("/sign-in/again?to=" + URLEncoder.encode(form.path, StandardCharsets.UTF_8))
                            .then(),
                    200,
                    form + " carried on");
            assertThat(page.select("h1").text()).isEqualTo("You are signed out");
            assertThat(made(form)).as(form + " without a session").isZero();
            var carried = page.select("main form");
            assertThat(carried.attr("action")).isEqualTo(form.path);
            var values = new LinkedHashMap<String, String>();
            carried.select("input[type=hidden]").stream()
                    .filter(field -> !field.attr("name").equals("csrf-token"))
                    .forEach(field -> values.put(field.attr("name"), field.val()));
            assertThat(values).as(form + " carried on").isEqualTo(form.right);
            send(form, values).statusCode(303);
            assertThat(made(form)).as(form + " after signing in").isEqualTo(form.makes);
        });
    }

    @Test
    void sentTwiceAFormHasOneEffect() {
        forEach(form -> {
            send(form, form.right).statusCode(303);
            int again = send(form, form.right).extract().statusCode();
            assertThat(again).as(form + " sent twice").isIn(303, 409, 422);
            assertThat(made(form)).as(form + " sent twice").isEqualTo(form.makes);
        });
    }

    @Test
    void whoLostTheirRoleIsToldSoAndNothingIsDone() {
        forEach(form -> {
            Account leaving = people.named("Leaving " + UUID.randomUUID(), form.editors ? Role.EDITOR : Role.CHECKER);
            var browser = DeskBrowser.with(people.cookieOf(leaving));
            change(
                    form.editors
                            ? "update account set role = 'CHECKER' where id = " + leaving.id
                            : "update account set disabled_at = now() where id = " + leaving.id);
            var answer = browser.post(form.path, flat(form.right));
            if (form.editors) {
                var page = document(answer, 403, form + " without the role");
                assertThat(page.select("main").text())
                        .as(form + " without the role")
                        .contains("editor");
            } else {
                answer.statusCode(307);
            }
            assertThat(made(form)).as(form + " without the role").isZero();
        });
    }

    @Test
    void whatIsNoLongerThereIsSaidOnAPageOfTheDesk() {
        forEach(form -> {
            String nowhere = form.path.replaceAll("/\\d+", "/999999999999");
            if (!nowhere.equals(form.path)) {
                var page = document(send(form.editors ? jonas : ana, nowhere, form.right), 404, form + " nowhere");
                assertThat(page.select("h1").text()).as(form + " nowhere").isNotBlank();
            }
        });
    }

    @Test
    void theBackButtonAfterPublishingMakesNoSecondVerdict() {
        Form form = publication();
        send(form, form.right).statusCode(303);
        var page = document(
                send(form, form.with("public_reason", "Pressed again after going back.")), 409, "published again");
        assertThat(page.select("[role=alert]").text()).contains("This version is public already, published by");
        assertThat(kept(page, "public_reason")).isEqualTo("Pressed again after going back.");
        assertThat(made(form)).isOne();
    }

    @Test
    void aVersionThatWasOvertakenIsNotDecidedAndTheNoteIsKept() {
        long claim = inReview();
        String seen = newest(claim);
        ana.post("/desk/claims/" + claim + "/review/handovers", "revision", seen, "step", "TAKEN_BACK")
                .statusCode(303);
        var page = document(
                jonas.post(
                        "/desk/claims/" + claim + "/review/handovers",
                        "revision",
                        seen,
                        "step",
                        "RETURNED",
                        "note",
                        "Please name the office."),
                409,
                "decided too late");
        assertThat(page.select(".error-summary").text()).contains("Only a version in review can be returned.");
        assertThat(page.select("#note").text()).isEqualTo("Please name the office.");
    }

    @Test
    void anEditorOvertakenByAnotherKeepsBothTexts() {
        Form form = editor();
        DeskBrowser mira = DeskBrowser.with(people.cookieOf(people.secondChecker()));
        mira.post(form.path, flat(form.with("reason", "Mira was here first."))).statusCode(303);
        var page = document(send(form, form.right), 409, "saved second");
        assertThat(page.text()).contains("Mira was here first.", form.right.get("reason"));
    }

    /** All forms, also when one of them fails. */
    private void forEach(Consumer<Form> deed) {
        var all = new SoftAssertions();
        table().forEach(form -> all.assertThatCode(() -> deed.accept(form)).doesNotThrowAnyException());
        all.assertAll();
    }

    private ValidatableResponse send(Form form, Map<String, String> values) {
        return send(form.editors ? jonas : ana, form.path, values);
    }

    private static ValidatableResponse send(DeskBrowser who, String path, Map<String, String> values) {
        return who.post(path, flat(values));
    }

    /** Which row is meant stays: without it there is nothing to answer. */
    private static Map<String, String> emptied(Form form) {
        var values = new LinkedHashMap<String, String>();
        form.right.forEach((field, value) ->
                values.put(field, List.of("revision", "version", "base", "do").contains(field) ? value : ""));
        return values;
    }

    /** The summary leads to fields that are there, and beside each stands the same sentence. */
    private static void everySentenceStandsTwice(Document page, String what) {
        for (Element link : page.select(".error-summary a")) {
            String field = link.attr("href").substring(1);
            assertThat(page.getElementById(field))
                    .as(what + " leads to " + field)
                    .isNotNull();
            assertThat(page.select(".field-error").eachText())
                    .as(what + " says it beside " + field)
                    .anyMatch(beside -> beside.endsWith(link.text()));
        }
    }

    private static String kept(Document page, String field) {
        var control = page.select("main [name=" + field + "]").first();
        if (control == null) {
            return null;
        }
        return control.tagName().equals("textarea") ? control.wholeText().replaceFirst("^\n", "") : control.val();
    }

    private static Document document(ValidatableResponse answer, int status, String what) {
        var response = answer.extract();
        assertThat(response.statusCode()).as(what).isEqualTo(status);
        return Jsoup.parse(response.asString());
    }

    private long claim() {
        String next = ana.post("/desk/claims", flat(newClaim().right))
                .statusCode(303)
                .extract()
                .header("Location");
        return Long.parseLong(next.replaceFirst(".*/desk/claims/(\\d+).*", "$1"));
    }

    /** A claim whose first version waits for an editor, with all that publishing wants. */
    private long inReview() {
        long claim = claim();
        var values = map(
                "version", "0",
                "base", "0",
                "wording", "The sample town planted nine trees in one spring.",
                "kind", "STATEMENT",
                "speaker", "Robin of the sample town " + UUID.randomUUID(),
                "rating", "false",
                "in_force_from", "2024-11-09",
                "reason", "It planted six, as its own list of trees says.",
                "body", "We read the list.",
                "do", "submit");
        for (int i = 0; i < 2; i++) {
            values.put("evidence-" + i + "-source", i == 0 ? "The sample town" : "A sample paper");
            values.put("evidence-" + i + "-title", "List of trees");
            values.put("evidence-" + i + "-stance", "CONTRADICTS");
            values.put("evidence-" + i + "-primary", i == 0 ? "yes" : "");
        }
        ana.post("/desk/claims/" + claim + "/revisions", flat(values)).statusCode(303);
        return claim;
    }

    private String newest(long claim) {
        return String.valueOf(number(
                "select max(r.id) from revision r join review v on v.id = r.review_id where v.claim_id = " + claim));
    }

    private long made(Form form) {
        return number("select count(*) from " + form.rows);
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private static Map<String, String> map(String... namesAndValues) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String[] flat(Map<String, String> values) {
        return values.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }
}
