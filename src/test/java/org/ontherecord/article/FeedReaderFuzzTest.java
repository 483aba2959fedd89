package org.ontherecord.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the feed: its items have a key, a title and an address or words, or it is refused in words. */
class FeedReaderFuzzTest {

    private static final URI ADDRESS = URI.create("https://gazette.example/feed.xml");

    @FuzzTest(maxDuration = "20s")
    void aFeedIsReadOrRefusedInWords(FuzzedDataProvider data) {
        byte[] bytes = data.consumeBoolean()
                ? data.consumeRemainingAsBytes()
                : ("<rss version=\"2.0\"><channel><title>G</title><item><title>T</title>"
                                + data.consumeRemainingAsString() + "</item></channel></rss>")
                        .getBytes(StandardCharsets.UTF_8);
        try {
            assertThat(FeedReader.read(bytes, null, ADDRESS).entries()).allSatisfy(entry -> {
                assertThat(entry.key()).hasSize(64);
                assertThat(entry.title()).isNotBlank();
                assertThat(entry.address() != null || entry.content() != null).isTrue();
            });
        } catch (Unreadable refusal) {
            assertThat(refusal).hasMessageEndingWith(".");
        }
    }
}
