package org.ontherecord.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.platform.JobsRun;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

/** One box: words in any form, names, numbers and addresses. The people and claims are invented. */
@QuarkusTest
class SearchTest {
    private static final String ANY = "abcdefghijklmnopqrstuvwxyz";

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @BeforeEach
    void today() {
        clock.stopAt("2026-11-22T12:00:00Z");
    }

    @Test
    void wordsAreFoundInAnyFormAndWithoutTheirAccents() {
        String word = word();
        publish("The " + word + " minister promised cheaper vaccinations for cafés in León.");
        assertThat(titles(word + " vaccination promises")).hasSize(1);
        assertThat(titles(word + " CAFE leon")).hasSize(1);
        assertThat(titles(word + " vaccination dogs")).isEmpty();
    }

    @Test
    void frenchWordsAreFoundAsFrenchHasThem() {
        String word = word();
        fixture.statement("Les " + word + " ont été régularisées par l’État.")
                .language("fr")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "Oui.", "First.");
        assertThat(titles(word + " régularisé")).hasSize(1);
        assertThat(titles(word + " état")).hasSize(1);
        assertThat(titles(word + " l'etat")).hasSize(1);
    }

    @Test
    void quotationMarksKeepWordsTogetherAndAMinusLeavesOut() {
        String word = word();
        publish("The green " + word + " bridge opened.");
        publish("The " + word + " bridge is green.");
        assertThat(titles("\"green " + word + "\"")).containsExactly("The green " + word + " bridge opened.");
        assertThat(titles("“green " + word + "”")).containsExactly("The green " + word + " bridge opened.");
        assertThat(titles(word + " -opened")).containsExactly("The " + word + " bridge is green.");
        assertThat(titles("green " + word).get(0)).isEqualTo("The green " + word + " bridge opened.");
    }

    @Test
    void wordsInQuotationMarksAreLookedForInWhatWasSaidAndNotInFindings() {
        String word = word();
        fixture.statement("The tower of " + word + " is the tallest")
                .verdict(
                        "ORIGINAL",
                        "false",
                        "2026-01-01",
                        "2026-01-01T00:00:00Z",
                        "Another tower near " + word + "ville is taller.",
                        "First.");
        assertThat(titles("\"tower of " + word + "\"")).hasSize(1);
        assertThat(titles("near " + word + "ville")).hasSize(1);
        assertThat(titles("\"near " + word + "ville\"")).isEmpty();
    }

    @Test
    void thatNearlyEveryClaimHasTheWordsInQuotationMarksIsSaid() {
        publish("What the minister of the interior said of the " + word());
        for (String common : List.of("\"of the\"", "“of of”", "\"to be or not to be\"")) {
            assertThat(page(Map.of("q", common)).select(".empty").text())
                    .startsWith("Nearly every claim has the words " + common + ", so they were not looked for.");
        }
        assertThat(page(Map.of("q", "of the")).select(".empty")).isEmpty();
        assertThat(page(Map.of("q", "\"the minister of the interior\"")).select(".empty"))
                .isEmpty();
    }

    @Test
    void aMisspeltWordIsSetRightAndSaidToBe() {
        String word = word();
        publish("The " + word + " tunnel was flooded.");
        String typo = word.substring(0, 4) + word.substring(5);
        Document page = page(Map.of("q", typo + " tunnel"));
        assertThat(rows(page)).containsExactly("The " + word + " tunnel was flooded.");
        assertThat(page.select(".search-note").text())
                .isEqualTo("No claim on record has the words “" + typo + " tunnel”. These have “" + word + " tunnel”.");
        JsonPath json = given().queryParam("q", typo).get("/api/v1/claims").jsonPath();
        assertThat(json.getString("found.by")).isEqualTo("spelling");
        assertThat(json.getString("found.words")).isEqualTo(word);
        assertThat(json.getInt("total")).isEqualTo(1);
    }

    @Test
    void aClaimIsFoundByAnyNameOfItsSpeaker() {
        String word = word();
        long speaker = fixture.speaker("Maria " + word, "The " + word + "issima", "M" + word);
        fixture.statement("The river rose by a metre.")
                .by(speaker)
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "Yes.", "First.");
        assertThat(titles(word + "issima river")).containsExactly("The river rose by a metre.");
        String later = word();
        fixture.rename(speaker, "Maria " + later);
        assertThat(titles(later)).containsExactly("The river rose by a metre.");
        Document page = page(Map.of("q", word + "issima"));
        assertThat(page.select(".names dd a").eachText()).contains("Maria " + later);
        assertThat(page.select(".names dd a").attr("href")).startsWith("/people/" + speaker);
    }

    @Test
    void aClaimPublishedNowIsFoundNowAndAsOfADateInTheWordsOfThen() {
        String first = word();
        String second = word();
        var claim = fixture.statement("A word of its own: " + first)
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "Yes.", "First.");
        claim.wording("A word of its own: " + second)
                .verdict("UPDATE", "false", "2026-03-01", "2026-03-01T00:00:00Z", "No.", "New facts.");
        assertThat(titles(second)).hasSize(1);
        assertThat(titles(first)).isEmpty();
        assertThat(rows(page(Map.of("q", first, "as_of", "2026-02-01"))))
                .containsExactly("A word of its own: " + first);
        assertThat(rows(page(Map.of("q", second, "as_of", "2026-02-01")))).isEmpty();
        assertThat(rows(page(Map.of("q", first, "as_of", "2025-12-01")))).isEmpty();
    }

    @Test
    void aNumberFindsItsClaim() {
        long number = publish("A claim with a number, " + word());
        for (String typed : List.of("C-" + number, "c" + number, "C " + number, "#" + number, "" + number)) {
            assertThat(page(Map.of("q", typed))
                            .select(".claim-row-title a")
                            .first()
                            .attr("href"))
                    .as(typed)
                    .startsWith("/claims/" + number + "-");
        }
        assertThat(given().queryParam("q", "C-" + number)
                        .get("/api/v1/claims")
                        .jsonPath()
                        .getString("found.by"))
                .isEqualTo("number");
    }

    @Test
    void anAddressFindsTheClaimsOfItsArticleHoweverItIsSpelled() {
        String word = word();
        long snapshot = fixture.snapshot(
                "Gazette " + word,
                "The bridge of " + word,
                "2026-01-02",
                "https://www." + word + ".example/2026/bridge?id=7",
                "He said: the bridge is new.");
        fixture.statement("The bridge is new " + word)
                .said(snapshot, "the bridge is new", "2026-01-02", null)
                .verdict("ORIGINAL", "false", "2026-01-03", "2026-01-03T08:00:00Z", "It is old.", "First.");
        for (String typed : List.of(
                "https://www." + word + ".example/2026/bridge?id=7",
                "http://" + word + ".example/2026/bridge/?utm_source=x&id=7&fbclid=y#top",
                "HTTPS://m." + word + ".EXAMPLE:443/2026/bridge?id=7",
                word + ".example/2026/bridge?id=7")) {
            Document page = page(Map.of("q", typed));
            assertThat(rows(page)).as(typed).containsExactly("The bridge is new " + word);
            assertThat(page.select("h1").text()).isEqualTo("1 claim from this address");
            assertThat(page.select(".search-note a").text()).isEqualTo("The bridge of " + word);
        }
        Document other = page(Map.of("q", "https://" + word + ".example/2026/bridge?id=8"));
        assertThat(rows(other)).isEmpty();
        assertThat(other.select(".empty").text()).contains("We have no claim from a page at https://" + word);
    }

    @Test
    @JobsRun("embedding")
    void whatOtherWordsMeanIsToldApartFromWhatHasTheWords() {
        // What a sentence means hangs on each of its words, so that a word made up anew may mean too much.
        String word = "quillmarsh";
        String wording = "The " + word + " lighthouse keeper retired early.";
        publish(wording);
        String asked = "The " + word + " lighthouse keeper resigned early.";
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(page(Map.of("q", asked))
                                .select(".near .claim-row-title")
                                .eachText())
                        .contains(wording));
        Document page = page(Map.of("q", asked));
        assertThat(page.select("#near-heading").text()).isEqualTo("Close in meaning");
        assertThat(page.select(".near .meta").first().text()).contains("do not have the words you typed");
        assertThat(rows(page)).isEmpty();
        JsonPath json = given().queryParam("q", asked).get("/api/v1/claims").jsonPath();
        assertThat(json.getInt("total")).isZero();
        assertThat(json.getList("close_in_meaning.wording", String.class)).contains(wording);
        assertThat(page(Map.of("q", asked, "as_of", "2026-05-01")).select(".near"))
                .isEmpty();
        assertThat(page(Map.of("q", "lighthouze " + word + " pension"))
                        .select(".near .claim-row-title")
                        .eachText())
                .as("a word misspelt and another that no claim has")
                .contains(wording);
    }

    @Test
    void everyFacetCountsWhatItsFilterThenShows() {
        String word = word();
        String other = "Topic " + word();
        for (int i = 0; i < 6; i++) {
            var claim = i % 2 == 0
                    ? fixture.statement("Counted " + word + " statement " + i)
                    : fixture.promise("Counted " + word + " promise " + i);
            claim.by("Person " + i % 3)
                    .topics(i < 4 ? "Roads " + word : other, "Both " + word)
                    .language(i == 5 ? "fr" : "en")
                    .saidElsewhere("Words", (2019 + i % 3) + "-05-01", "DAY", null, "A speech")
                    .verdict(
                            "ORIGINAL",
                            i % 2 == 0 ? "false" : i == 1 ? "kept" : "broken",
                            "2026-01-01",
                            "2026-01-01T00:00:00Z",
                            "So.",
                            "First.");
        }
        fixture.checkedElsewhere("Fact Bureau " + word, "Counted " + word + " elsewhere", null, "Wrong", null);
        for (Map<String, String> asked : List.of(
                Map.of("q", word),
                Map.of("q", word, "kind", "promise"),
                Map.of("q", word, "topic", "Roads " + word, "year", "2020"),
                Map.of("topic", "both " + word))) {
            Document page = page(asked);
            for (String filter : List.of("kind", "verdict", "person", "topic", "year", "language")) {
                for (var option : page.select("select#" + filter + " option:not([value=''])")) {
                    var narrowed = new java.util.HashMap<>(asked);
                    narrowed.put(filter, option.val());
                    String counted = option.text().replaceAll(".*\\((\\d+)\\)$", "$1");
                    assertThat(page(narrowed).select("h1").text().replaceFirst("^No ", "0 "))
                            .as(asked + " " + filter + "=" + option.val())
                            .startsWith(counted + " claim");
                }
            }
        }
        JsonPath json = given().queryParam("q", word).get("/api/v1/claims").jsonPath();
        assertThat(json.getInt("total")).isEqualTo(6);
        assertThat(json.getMap("facets.kind.collectEntries { [it.value, it.claims] }"))
                .isEqualTo(Map.of("promise", 3, "statement", 3));
        assertThat(json.getInt("facets.checked_by.find { it.value == 'others' }.claims"))
                .isEqualTo(1);
        Document all = page(Map.of("q", word));
        assertThat(all.select(".checkers a").eachText()).containsExactly("all (7)", "us (6)", "other publishers (1)");
        for (var link : all.select(".checkers a")) {
            assertThat(Jsoup.parse(given().urlEncodingEnabled(false)
                                    .get(link.attr("href"))
                                    .asString())
                            .select("h1")
                            .text())
                    .startsWith(link.text().replaceAll("\\D", "") + " claim");
        }
    }

    @Test
    void whatOthersCheckedCarriesTheirNameAndTheirRating() {
        String word = word();
        long number = fixture.checkedElsewhere(
                "Fact Bureau",
                "The " + word + " is made of cheese",
                "No, it is not",
                "Pants on fire <b>",
                "https://check.example/" + word);
        publish("We looked at the " + word + " too");
        Document page = page(Map.of("q", word));
        assertThat(page.select(".results > .claim-rows .claim-row")).hasSize(2);
        assertThat(page.select(".claim-row").first().select(".tag")).isNotEmpty();
        var other = page.selectFirst(".other-check");
        assertThat(other.text()).contains("Pants on fire <b>", "Checked by Fact Bureau, not by us");
        assertThat(other.select(".claim-row-title a").attr("href")).isEqualTo("/claims/" + number);
        assertThat(other.select("a[rel~=nofollow]").attr("href")).isEqualTo("https://check.example/" + word);
        assertThat(other.select(".tag")).isEmpty();
        assertThat(rows(page(Map.of("q", "https://www.check.example/" + word + "?utm_medium=x"))))
                .hasSize(1);
        assertThat(given().queryParam("q", word)
                        .get("/api/v1/claims")
                        .jsonPath()
                        .getInt("total"))
                .isEqualTo(1);
        assertThat(page(Map.of()).select(".other-check")).isEmpty();
    }

    @Test
    void marksAreMarksAndNothingElseIs() {
        String word = word();
        publish("<b>Bold</b> \uE000 & \"" + word + "s\" <script>alert(1)</script>");
        given().queryParam("q", word)
                .get("/claims")
                .then()
                .statusCode(200)
                .body(
                        containsString("<mark>" + word + "s</mark>"),
                        containsString("&lt;b&gt;Bold&lt;/b&gt;"),
                        containsString("&lt;script&gt;alert(1)&lt;/script&gt;"));
        fixture.statement("A plain one about " + word + "x")
                .saidElsewhere("We shall never " + word + "y again", "2025-01-01", "DAY", null, "A speech")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "Yes.", "First.");
        assertThat(page(Map.of("q", word + "y")).select(".said mark").text()).isEqualTo(word + "y");
    }

    @Test
    void pagesOfEquallyGoodHitsNeverOverlap() {
        String word = word();
        for (int i = 0; i < 27; i++) {
            publish("The same " + word);
        }
        var seen = new ArrayList<String>();
        for (int number = 1; number <= 2; number++) {
            page(Map.of("q", word, "page", "" + number))
                    .select(".claim-row-title a")
                    .forEach(link -> seen.add(link.attr("href")));
        }
        assertThat(seen).hasSize(27).doesNotHaveDuplicates();
        assertThat(page(Map.of("q", word)).select(".pager a[rel=next]").attr("href"))
                .isEqualTo("/claims?q=" + word + "&page=2");
    }

    @Test
    void anyTextAtAllIsAnswered() {
        for (String text : List.of(
                "\"",
                "-",
                "\"\"",
                "- -",
                "&|!():*<->",
                "'; drop table claim; --",
                "% _ \\",
                "a",
                "the",
                "-the",
                "or or or",
                "😀",
                "مرحبا",
                "C-",
                "C-99999999999999999999",
                "http://",
                "https://a",
                "://",
                "x".repeat(1000),
                "\uE000\uE001",
                ("word ").repeat(200),
                "\"unclosed phrase",
                "a/b/c d.e.f",
                "1/0",
                "[x](y)",
                "\u202Ertl")) {
            for (String path : List.of("/claims", "/api/v1/claims", "/claims/suggestions", "/feeds/claims.atom")) {
                assertThat(given().queryParam("q", text).get(path).statusCode())
                        .as(path + " " + text)
                        .isEqualTo(200);
            }
        }
        for (String path : List.of("/claims", "/api/v1/claims")) {
            given().queryParam("q", "x".repeat(1001))
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body(containsString("1000 characters"));
            given().queryParam("year", "0000").get(path).then().statusCode(400);
            given().queryParam("sort", "c.number; select 1").get(path).then().statusCode(400);
        }
    }

    @Test
    void aFilterThatLeavesNothingCanBeTakenAway() {
        String word = word();
        publish("Nothing but " + word);
        Document page = page(Map.of("q", word, "kind", "promise"));
        assertThat(page.select("h1").text()).startsWith("No claims for");
        assertThat(page.select(".empty a").first().attr("href")).isEqualTo("/claims?q=" + word);
        assertThat(page.select("select#kind option[selected]").text()).isEqualTo("Promises (0)");
        assertThat(page.select("select#kind option").eachText()).contains("Statements of fact (1)");
    }

    @Test
    void suggestionsAreNamesOfWhatIsPublic() {
        String word = word();
        long speaker = fixture.speaker("Ada " + word);
        assertThat(given().queryParam("q", word.substring(0, 5))
                        .get("/claims/suggestions")
                        .jsonPath()
                        .getList("$"))
                .isEmpty();
        fixture.statement("She said it")
                .by(speaker)
                .topics("On " + word)
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "Yes.", "First.");
        assertThat(given().queryParam("q", word.substring(0, 5))
                        .get("/claims/suggestions")
                        .jsonPath()
                        .getList("$", String.class))
                .containsExactly("Ada " + word, "On " + word);
    }

    private long publish(String wording) {
        return fixture.statement(wording)
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "Yes.", "First.")
                .number;
    }

    private static Document page(Map<String, String> asked) {
        return Jsoup.parse(given().queryParams(asked)
                .get("/claims")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static List<String> titles(String words) {
        return rows(page(Map.of("q", words, "sort", "best")));
    }

    private static List<String> rows(Document page) {
        return page.select(".results > .claim-rows .claim-row-title").eachText();
    }

    /** A word that no other test has, of letters alone, so that it is a word to everybody. */
    private static String word() {
        var word = new StringBuilder("q");
        UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 9)
                .chars()
                .forEach(c -> word.append(ANY.charAt(Character.digit(c, 16) + 4)));
        return word.append("o").toString();
    }
}
