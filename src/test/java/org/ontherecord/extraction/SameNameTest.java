package org.ontherecord.extraction;

import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.ontherecord.HtmlChecker;
import org.ontherecord.account.People;
import org.ontherecord.published.PublishedFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Two people of one name are told apart by a person when a candidate becomes a claim. All invented. */
@QuarkusTest
class SameNameTest {
    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    EntityManager database;

    private DeskBrowser desk;
    private String name;
    private long elder;
    private long younger;
    private String article;
    private String candidate;

    @BeforeEach
    void twoOfOneNameAndACandidate() {
        desk = DeskBrowser.with(people.cookieOf(people.checker()));
        name = "Kim " + UUID.randomUUID();
        elder = fixture.speaker(name);
        younger = fixture.speaker(name);
        fixture.affiliation(younger, "Mayor", "Muster town", "2024-01-01", null);
        String quote = "The " + UUID.randomUUID() + " council will build 400 homes by 2027";
        article = path(desk.post("/desk/articles/new?by=text", "text", "News.\n\n" + quote + ". It rained."));
        candidate = path(desk.post(article + "/candidates", "words", quote)).replaceAll(".*candidate=(\\d+).*", "$1");
    }

    @Test
    void theFormAsksWhichIsMeantAndKeepsWhatWasTyped() throws Exception {
        String refused = accept("wording", "The council will build homes.")
                .statusCode(422)
                .extract()
                .asString();
        Document page = Jsoup.parse(refused);
        assertThat(page.selectFirst("#speaker-error").text()).contains("2 people or bodies on record go by “" + name);
        assertThat(page.select(".which label").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("number " + elder),
                        second -> assertThat(second).contains("Mayor, Muster town"));
        assertThat(page.selectFirst("#wording").text()).isEqualTo("The council will build homes.");
        assertThat(HtmlChecker.problemsOf(refused)).isEmpty();
        assertThat(speaker()).isNull();

        accept("speaker_id", String.valueOf(younger)).statusCode(303);
        assertThat(speaker()).isEqualTo(younger);
    }

    @Test
    void theInboxAsksToo() {
        accept("inbox", "queue=todo&candidate=" + candidate)
                .statusCode(422)
                .body(containsString("Which “" + name), containsString("Inbox"));
    }

    @Test
    void aNumberOfSomebodyElseIsNotTaken() {
        long other = fixture.speaker("Toni " + UUID.randomUUID());
        accept("speaker_id", String.valueOf(other)).statusCode(422);
        accept("speaker_id", "x").statusCode(422);
        assertThat(speaker()).isNull();
    }

    @Test
    void whomTheTextMeansIsChosenAlready() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update candidate set speaker_id = " + younger
                                + ", speaker_name = 'the mayor' where id = " + candidate)
                        .executeUpdate());
        Document page = Jsoup.parse(
                desk.get(article + "?candidate=" + candidate).extract().asString());
        assertThat(page.select(".which input[checked]").eachAttr("value")).containsExactly(String.valueOf(younger));
        accept("mode", "SAID").statusCode(303);
        assertThat(speaker()).isEqualTo(younger);
    }

    private ValidatableResponse accept(String field, String value) {
        var form = new LinkedHashMap<String, String>();
        form.put("version", "0");
        form.put("wording", "The council will build 400 homes by 2027.");
        form.put("kind", "STATEMENT");
        form.put("mode", "REPORTED");
        form.put("speaker", name);
        form.put(field, value);
        return desk.post(
                article + "/candidates/" + candidate + "/claim",
                form.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new));
    }

    /** Of the claim made; null while there is none. */
    private Long speaker() {
        return QuarkusTransaction.requiringNew().call(() -> (Long) database.createNativeQuery(
                        "select c.speaker_id from candidate x left join claim c on c.id = x.claim_id where x.id = "
                                + candidate,
                        Long.class)
                .getSingleResult());
    }

    private static String path(ValidatableResponse answer) {
        return answer.statusCode(303).extract().header("Location").replaceFirst("https?://[^/]+", "");
    }
}
