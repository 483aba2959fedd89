package org.ontherecord.published;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.HtmlChecker;
import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The public pages as somebody reads them who asked for French. */
@QuarkusTest
class FrenchPagesTest {
    /** Words of the English interface; the record's own words are in elements marked as English, and left out. */
    private static final String ENGLISH =
            "\\b(the|and|of|is|was|were|our|we|with|from|since|first|said|again|times|promise|claim|claims|changed|"
                    + "deadline|checked|published|withdrawn|saved|copy|known|today|record|search|kept|broken|stalled|"
                    + "not yet|later|year|years|months|weeks|days|next|previous)\\b";

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @BeforeEach
    void today() {
        clock.stopAt("2026-11-22T12:00:00Z");
    }

    @Test
    void aClaimPageIsFrenchAroundTheRecord() {
        var promise = Known.promise(fixture);
        Document page = page("/claims/" + promise.number);
        assertThat(page.selectFirst("h1").text()).isEqualTo("«\u202fI'll have that done in 24 hours.\u202f»");
        assertThat(page.selectFirst("h1").attr("lang")).isEqualTo("en");
        assertThat(page.selectFirst(".verdict-word").text()).isEqualTo("Non tenue");
        assertThat(page.selectFirst(".verdict-since").text())
                .isEqualTo(
                        "Depuis le 22 janv. 2025. Auparavant\u202f: Pas encore évaluée, puis En cours, puis Au point mort.");
        assertThat(page.select(".facts dd").eachText())
                .containsExactly(
                        "4 mars 2023 CPAC speech",
                        "Au moins 53 fois janv. 2023 – nov. 2024",
                        "21 janv. 2025 midi, New York",
                        "24 févr. 2026 sans changement");
        assertThat(page.select(".tag").eachText()).contains("Non tenue", "En cours");
        assertThat(page.selectFirst("#v5 .kind").text()).isEqualTo("Confirmation.");
        assertThat(page.selectFirst("#source-3 .source-meta").text()).isEqualTo("Contredit · source secondaire");
    }

    @Test
    void whatIsNotThereIsSaidInFrench() {
        assertThat(page("/claims/999999999").selectFirst(".lede").text())
                .isEqualTo("Il n’y a pas de déclaration C-999999999 au registre public.");
        assertThat(page("/no-such-page").selectFirst("h1").text()).isEqualTo("Il n’y a rien ici");
        assertThat(page("/claims?kind=nonsense").selectFirst(".lede").attr("lang"))
                .isEqualTo("en");
    }

    @Test
    void everyPageIsValidAndSpeaksNoEnglishOfItsOwn() throws Exception {
        var promise = Known.promise(fixture);
        var corrected = Known.correctedStatement(fixture);
        var withdrawn = Known.withdrawnStatement(fixture);
        var open = Known.openPromise(fixture);
        var problems = new StringBuilder();
        for (String path : List.of(
                "/",
                "/claims",
                "/claims?q=war&kind=promise",
                "/claims?q=zzzz",
                "/claims/" + promise.number,
                "/claims/" + promise.number + "?as_of=2025-01-10",
                "/claims/" + promise.number + "?as_of=2020-01-10",
                "/claims/" + corrected.number,
                "/claims/" + withdrawn.number,
                "/claims/" + open.number,
                "/people",
                "/people/" + promise.speaker(),
                "/articles",
                "/articles/" + promise.article(),
                "/topics",
                "/topics/ukraine",
                "/how-we-rate",
                "/how-we-choose",
                "/about",
                "/accessibility",
                "/corrections",
                "/feeds",
                "/data",
                "/no-such-page")) {
            String html = given().header("Accept-Language", "fr").get(path).asString();
            problems.append(HtmlChecker.problemsOf(html).replaceAll("(?m)^(?=.)", path + " "));
            Document page = Jsoup.parse(html);
            assertThat(page.selectFirst("html").attr("lang")).as(path).isEqualTo("fr");
            englishIn(page).forEach(words -> problems.append(path + " " + words + "\n"));
        }
        assertThat(problems.toString().strip()).isEmpty();
    }

    private static List<String> englishIn(Document page) {
        page.select(
                        "main [lang=en], footer [lang=en], [dir=auto], #person option, #topic option, code, pre, textarea, script, .brand, .citation")
                .remove();
        page.select("[aria-label]").forEach(named -> named.appendText(" " + named.attr("aria-label")));
        page.select("svg").remove();
        String text = page.body().text().replaceAll("http://\\S+", "");
        return Pattern.compile(ENGLISH, Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .results()
                .map(found -> found.group() + ": " + around(text, found.start()))
                .distinct()
                .toList();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 25), Math.min(text.length(), at + 35));
    }

    private static Document page(String path) {
        return Jsoup.parse(given().header("Accept-Language", "fr").get(path).asString());
    }
}
