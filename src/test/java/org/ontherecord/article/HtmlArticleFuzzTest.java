package org.ontherecord.article;

import java.net.URI;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the page: it gives a text that can be stored, or says in words why it gives none. */
class HtmlArticleFuzzTest {

    private static final URI ADDRESS = URI.create("https://gazette.example/story");

    @FuzzTest(maxDuration = "20s")
    void aPageIsReadOrRefusedInWords(FuzzedDataProvider data) {
        boolean among = data.consumeBoolean();
        String markup = data.consumeRemainingAsString();
        String page = among
                ? "<article><h1>A story</h1><p>The minister said that the bridge would open in March of next year.</p>"
                        + markup + "</article>"
                : markup;
        try {
            ArticleText read = HtmlArticle.read(page, ADDRESS);
            assertThat(read.text()).isEqualTo(CleanText.of(read.text())).isNotBlank();
        } catch (Unreadable refusal) {
            assertThat(refusal).hasMessageEndingWith(".");
        }
    }
}
