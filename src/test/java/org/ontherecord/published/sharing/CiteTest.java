package org.ontherecord.published.sharing;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.ontherecord.published.Known;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class CiteTest {
    @Inject
    PublishedFixture fixture;

    @Test
    void theClaimPageSaysHowToCiteAndEmbedIt() {
        long number = Known.promise(fixture).number;
        var page = Jsoup.parse(given().get("/claims/" + number).asString());
        assertThat(page.select(".citation").text())
                .startsWith("On the Record (24 February 2026). “I'll have that done in 24 hours.” Verdict: Broken (C-"
                        + number + ", version 5). http")
                .endsWith("/claims/" + number + "/versions/5");
        assertThat(page.select("details label[for=embed-code]").text()).isNotBlank();
        assertThat(page.select("textarea#embed-code[readonly]").text()).contains("<iframe", "/embed/claims/" + number);
        assertThat(page.select("a[href=/corrections#report]")).hasSize(1);
        for (String form : new String[] {"json", "bib", "ris", "txt"}) {
            String link = "/claims/" + number + "/cite." + form + "?v=5";
            assertThat(page.select("a[href=" + link + "]")).as(form).hasSize(1);
            assertThat(given().get(link).statusCode()).as(form).isEqualTo(200);
        }
    }

    @Test
    void aReferenceIsToAVersionForGood() {
        long number = Known.promise(fixture).number;
        Response csl = cite(number, "json?v=3");
        assertThat(csl.contentType()).startsWith("application/vnd.citationstyles.csl+json");
        assertThat(csl.jsonPath().getString("[0].type")).isEqualTo("webpage");
        assertThat(csl.jsonPath().getString("[0].title"))
                .isEqualTo("“I'll have that done in 24 hours.” Verdict: Stalled");
        assertThat(csl.jsonPath().getString("[0].author[0].literal")).isEqualTo("On the Record");
        assertThat(csl.jsonPath().getString("[0].issued.date-parts[0]")).isEqualTo("[2025, 1, 9]");
        assertThat(csl.jsonPath().getString("[0].URL")).endsWith("/claims/" + number + "/versions/3");
        assertThat(cite(number, "bib?v=3").asString())
                .startsWith("@online{C-" + number + "-v3,\n")
                .contains("date = {2025-01-09}", "version = {3}", "/versions/3}");
        assertThat(cite(number, "ris?v=3").asString())
                .startsWith("TY  - ELEC\r\n")
                .contains("\r\nDA  - 2025/01/09/\r\n", "\r\nET  - Version 3\r\n", "/versions/3\r\n")
                .endsWith("ER  - \r\n");
        assertThat(cite(number, "txt").asString()).contains("version 5");
    }

    @Test
    void hostileWordsBreakNoFormat() {
        long number = Shared.rated(
                        fixture.statement("50% of {A & B} cost $5_000 \\ ~x^2 #1\nTY  - BOOK\r\nER  - }{"), "true")
                .number;
        assertThat(cite(number, "bib").asString())
                .contains(
                        "50\\% of \\textbraceleft{}A \\& B\\textbraceright{} cost \\$5\\_000 \\textbackslash{} "
                                + "\\textasciitilde{}x\\textasciicircum{}2 \\#1 TY - BOOK ER - \\textbraceright{}\\textbraceleft{}");
        String ris = cite(number, "ris").asString();
        assertThat(ris.split("\r\n")).hasSize(11).allMatch(line -> line.matches("[A-Z][A-Z0-9] {2}- [^\r\n]*"));
        String bib = cite(number, "bib").asString();
        assertThat(bib.chars().filter(c -> c == '{').count())
                .isEqualTo(bib.chars().filter(c -> c == '}').count());
        assertThat(cite(Shared.arabic(fixture).number, "ris").asString()).contains(Shared.ARABIC);
        assertThat(cite(Shared.hostile(fixture).number, "json").jsonPath().getString("[0].title"))
                .contains("</script><script>");
    }

    @Test
    void whatWasNeverPublishedCannotBeCited() {
        long number = Known.promise(fixture).number;
        assertThat(cite(number, "bib?v=6").statusCode()).isEqualTo(404);
        assertThat(cite(999999999, "bib").statusCode()).isEqualTo(404);
        assertThat(cite(number, "doc").statusCode()).isEqualTo(404);
    }

    private static Response cite(long number, String form) {
        return given().get("/claims/" + number + "/cite." + form);
    }
}
