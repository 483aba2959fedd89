package org.ontherecord.review;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.published.PublishedFixture;
import org.ontherecord.speaker.Speaker;

import static org.assertj.core.api.Assertions.assertThat;

/** Invented people who share names, and how the desk finds out which of them is meant. */
@QuarkusTest
class SpeakerPickTest {
    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
    private final String shared = "Mayor " + mark;
    private DeskBrowser ana;
    private long anna;
    private long berta;

    @BeforeEach
    void twoOfOneName() {
        ana = DeskBrowser.with(people.cookieOf(people.checker()));
        anna = fixture.speaker("Anna Muster " + mark, shared);
        berta = fixture.speaker("Berta Muster " + mark, shared);
        fixture.affiliation(berta, "Mayor", "Town of Sample", "2020-01-01", null);
    }

    @Test
    void byAnAliasOfTheirOwnTheyAreFoundWhateverTheCase() {
        String claim = added("speaker", ("ANNA muster " + mark));
        assertThat(speakerOf(claim)).isEqualTo(anna);
        assertThat(page(claim).select("#speaker").val()).isEqualTo("Anna Muster " + mark);
    }

    @Test
    void whereTwoShareANameTheFormAsksWhichAndKeepsWhatWasTyped() {
        Document asked = document(add("speaker", shared).statusCode(422));
        assertThat(asked.select(".error-summary a[href=#speaker]").text())
                .contains("2 people or bodies on record go by “" + shared + "”");
        assertThat(asked.select("#speaker").val()).isEqualTo(shared);
        assertThat(asked.select("#wording").text()).isEqualTo("The sample town planted trees.");
        assertThat(asked.select("[name=speaker_id]").eachAttr("value"))
                .containsExactly(String.valueOf(anna), String.valueOf(berta));
        assertThat(asked.select(".which").text()).contains("Mayor, Town of Sample");

        String claim = added("speaker", shared, "speaker_id", String.valueOf(berta));
        assertThat(speakerOf(claim)).isEqualTo(berta);
    }

    @Test
    void theEditorAsksTooAndLeavesNothingBehindUntilItIsAnswered() {
        String claim = added("speaker", "Anna Muster " + mark);
        Document asked =
                document(ana.post(claim + "/revisions", Typing.sent(page(claim), "speaker", shared, "do", "save"))
                        .statusCode(422));
        assertThat(asked.select("#speaker-error").text()).contains("Choose which of them is meant.");
        assertThat(asked.select("[name=speaker_id]")).hasSize(2);
        assertThat(asked.select("[name=speaker_id][checked]"))
                .as("nobody is guessed, also not who it was before")
                .isEmpty();
        ana.post(claim + "/revisions", Typing.sent(asked, "speaker_id", String.valueOf(berta), "do", "save"))
                .statusCode(303);
        assertThat(speakerOf(claim)).isEqualTo(berta);
        assertThat(page(claim).select("[name=speaker_id][checked]").val())
                .as("as she goes by her own name now")
                .isEmpty();
    }

    @Test
    void somebodyElseOfThatNameCannotBeSlippedIn() {
        long other = fixture.speaker("Somebody " + mark);
        add("speaker", shared, "speaker_id", String.valueOf(other)).statusCode(422);
        String claim = added("speaker", "Berta Muster " + mark, "speaker_id", String.valueOf(other));
        assertThat(speakerOf(claim)).isEqualTo(berta);
    }

    @Test
    void aNameNobodyHasIsAddedAndNamesNearItAreOffered() {
        String typed = "Ana Muster " + mark;
        Document offered = document(add("speaker", typed, "kind", "").statusCode(422));
        assertThat(offered.select("#speaker").parents().select(".echo").text())
                .contains("“" + typed + "” is new and will be added", "“Anna Muster " + mark + "”");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Speaker.known(typed)))
                .isEmpty();
        String claim = added("speaker", typed);
        assertThat(page(claim).select("#speaker").val()).isEqualTo(typed);
    }

    @Test
    void namesAreOfferedWhileOneTypesAlsoOfOutlets() {
        assertThat(options("/desk/speakers/names?q=muster " + mark))
                .containsExactly("Anna Muster " + mark, "Berta Muster " + mark);
        assertThat(options("/desk/speakers/names?q=MAYOR " + mark)).containsExactly(shared);
        assertThat(options("/desk/speakers/names?q=%25%25" + mark)).isEmpty();
        fixture.snapshot("Courier of " + mark, "Trees", "2026-11-01", null, "Some words.");
        assertThat(options("/desk/articles/outlets?q=courier of " + mark)).containsExactly("Courier of " + mark);
        DeskBrowser.anonymous().get("/desk/speakers/names?q=a").statusCode(303);
    }

    private List<String> options(String path) {
        return Jsoup.parse(ana.get(path).statusCode(200).extract().asString())
                .select("option")
                .eachAttr("value");
    }

    private ValidatableResponse add(String... instead) {
        var values = new java.util.LinkedHashMap<String, String>();
        values.put("wording", "The sample town planted trees.");
        values.put("kind", "STATEMENT");
        values.put("said-quote", "We planted trees " + UUID.randomUUID());
        values.put("said-source_title", "A speech made up for this test");
        for (int i = 0; i < instead.length; i += 2) {
            values.put(instead[i], instead[i + 1]);
        }
        return ana.post(
                "/desk/claims",
                values.entrySet().stream()
                        .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new));
    }

    /** Path of the claim on the desk. */
    private String added(String... instead) {
        String next = add(instead).statusCode(303).extract().header("Location");
        return next.replaceFirst(".*(/desk/claims/\\d+).*", "$1");
    }

    private long speakerOf(String claim) {
        long id = Long.parseLong(claim.replaceFirst(".*/", ""));
        return QuarkusTransaction.requiringNew().call(() -> Claim.<Claim>findById(id).speaker.id);
    }

    private Document page(String path) {
        return document(ana.get(path).statusCode(200));
    }

    private static Document document(ValidatableResponse answer) {
        return Jsoup.parse(answer.extract().asString());
    }
}
