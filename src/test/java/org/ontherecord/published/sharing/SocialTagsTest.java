package org.ontherecord.published.sharing;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.ontherecord.published.Known;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What other sites show when somebody passes a page on (Open Graph). */
@QuarkusTest
class SocialTagsTest {
    @Inject
    PublishedFixture fixture;

    @Test
    void aClaimIsPassedOnWithItsVerdictItsDateAndItsCard() {
        long number = Known.promise(fixture).number;
        Document page = page("/claims/" + number);
        String address = page.select("link[rel=canonical]").attr("href");
        assertThat(address).matches("http://localhost:\\d+/claims/" + number + "-ill-have-that-done-in-24-hours");
        assertThat(tag(page, "og:url")).isEqualTo(address);
        assertThat(tag(page, "og:type")).isEqualTo("article");
        assertThat(tag(page, "og:site_name")).isEqualTo("On the Record");
        assertThat(tag(page, "og:title")).isEqualTo("“I'll have that done in 24 hours.”: Broken");
        assertThat(tag(page, "og:description"))
                .startsWith("Donald Trump: End the war between Russia and Ukraine")
                .contains("Broken since 22 Jan 2025. The war did not end by the deadline");
        assertThat(tag(page, "description")).isEqualTo(tag(page, "og:description"));
        assertThat(tag(page, "og:image")).endsWith("/claims/" + number + "/card.png?v=5");
        assertThat(tag(page, "og:image:width") + "×" + tag(page, "og:image:height"))
                .isEqualTo("1200×630");
        assertThat(tag(page, "og:image:alt"))
                .isEqualTo("Donald Trump: “I'll have that done in 24 hours.” Our verdict: Broken, since 22 Jan 2025."
                        + " As of 24 Feb 2026.");
        assertThat(tag(page, "article:published_time")).isEqualTo("2024-11-08T14:05:00Z");
        assertThat(tag(page, "article:modified_time")).isEqualTo("2026-02-24T10:00:00Z");
        assertThat(tag(page, "twitter:card")).isEqualTo("summary_large_image");
        assertThat(tag(page, "twitter:image")).isEqualTo(tag(page, "og:image"));
    }

    @Test
    void aWithdrawnClaimIsNotPassedOnWithItsOldVerdict() {
        Document page = page("/claims/" + Known.withdrawnStatement(fixture).number);
        assertThat(tag(page, "og:title")).endsWith(": Withdrawn");
        assertThat(page.head().select("meta").outerHtml()).doesNotContain("Half true");
    }

    @Test
    void otherPagesSayWhatTheyAre() {
        for (String path : List.of("/", "/claims?kind=promise", "/people", "/data")) {
            Document page = page(path);
            assertThat(tag(page, "og:title")).as(path).isNotBlank();
            assertThat(tag(page, "og:description")).as(path).isNotBlank();
            assertThat(tag(page, "og:type")).as(path).isEqualTo("website");
            assertThat(tag(page, "og:url")).as(path).endsWith(path.replaceFirst("\\?.*", ""));
        }
    }

    private static Document page(String path) {
        return Jsoup.parse(given().get(path).asString());
    }

    private static String tag(Document page, String name) {
        return page.head()
                .select("meta[property=\"" + name + "\"], meta[name=\"" + name + "\"]")
                .attr("content");
    }
}
