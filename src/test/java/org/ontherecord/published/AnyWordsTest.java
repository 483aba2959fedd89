package org.ontherecord.published;

import java.net.URL;
import java.util.List;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Words of any length, in any script, in either direction. */
@QuarkusTest
class AnyWordsTest {
    private static final String ARABIC = "سنفتح الجسر الجديد قبل نهاية الصيف";
    private static final String GERMAN = "Das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz gilt";
    private static final String ENDLESS =
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

    @TestHTTPResource("/")
    URL site;

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @Test
    void wordsWrittenFromTheRightStandInTheirOwnDirection() {
        var page = Jsoup.parse(given().get("/claims/" + arabic().number).asString());
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.selectFirst("h1").attr("lang")).isEqualTo("ar");
        assertThat(page.selectFirst("h1").attr("dir")).isEqualTo("auto");
        assertThat(page.selectFirst("h1").text()).isEqualTo("“" + ARABIC + "”");
        assertThat(page.selectFirst("link[rel=canonical]").attr("href")).endsWith("-record");
        assertThat(page.select(".appearance blockquote").eachAttr("dir"))
                .isNotEmpty()
                .containsOnly("auto");
    }

    @Test
    void noPageIsTooWideForWhatStandsOnIt() {
        clock.stopAt("2026-11-22T12:00:00Z");
        var arabic = arabic();
        var german = claim(GERMAN + ".", GERMAN, "de", "Käthe Müller-Lüdenscheidt");
        var endless = claim((ENDLESS + " ").repeat(4).strip(), ENDLESS, "de", ENDLESS);
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor();
            for (var claim : List.of(arabic, german, endless)) {
                page.navigate(site + "claims/" + claim.number);
                Reading.isFineForEveryone(page);
                for (String address : List.of(
                        "people/" + claim.speaker(),
                        "claims/" + claim.number + "/versions/1",
                        "claims/" + claim.number + "/versions",
                        "claims?lang=fr&person=" + claim.speaker())) {
                    page.navigate(site + address);
                    Reading.doesNotScrollSideways(page, 320);
                }
            }
            for (String shared : List.of("", "claims", "people", "topics", "corrections")) {
                page.navigate(site + shared);
                Reading.doesNotScrollSideways(page, 320);
            }
        }
    }

    private PublishedFixture.OneClaim arabic() {
        return claim("سيُفتح الجسر الجديد قبل نهاية الصيف.", ARABIC, "ar", "سارة مثال");
    }

    private PublishedFixture.OneClaim claim(String wording, String words, String language, String speaker) {
        return fixture.promise(wording)
                .headline(words)
                .language(language)
                .by(speaker)
                .as(words)
                .topics(words)
                .keptWhen(words)
                .found(words + "\n\n" + words)
                .evidence(new String[] {words, words, "CONTEXT", "primary", "https://a.example/" + "x".repeat(200)})
                .saidElsewhere(words, "2026-01-02", "DAY", words, words)
                .saidElsewhere(words + " " + "und so weiter ".repeat(350).strip(), "2026-03-02", "MONTH", null, words)
                .verdict("ORIGINAL", "kept", "2026-04-02", "2026-04-03T08:00:00Z", words, words);
    }
}
