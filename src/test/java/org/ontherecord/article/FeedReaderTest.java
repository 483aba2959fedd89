package org.ontherecord.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeedReaderTest {

    private static final URI FEED = URI.create("https://gazette.example/feeds/all.xml");

    @Test
    void everyKindOfFeedIsRead() {
        String rss2 = """
                <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title>
                <item><title>Bridge &amp;amp; tunnel</title><link>https://gazette.example/a?utm_source=rss</link><guid>1</guid>
                <pubDate>Fri, 08 Nov 2024 09:00:00 GMT</pubDate><description>&lt;p&gt;Short&lt;/p&gt;</description>
                <content:encoded><![CDATA[<p>The whole long article.</p>]]></content:encoded></item></channel></rss>""";
        FeedReader.Entry entry = read(rss2).entries().get(0);
        assertThat(entry.address()).isEqualTo("https://gazette.example/a");
        assertThat(entry.title()).isEqualTo("Bridge & tunnel");
        assertThat(entry.summary()).isEqualTo("Short");
        assertThat(entry.content()).isEqualTo("<p>The whole long article.</p>");
        assertThat(entry.publishedOn()).isEqualTo(LocalDate.of(2024, 11, 8));

        String atom = """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><id>urn:x:1</id><title>One</title>
                <link href="/stories/1"/><updated>2024-11-08T09:00:00Z</updated><author><name>Ana</name></author></entry></feed>""";
        entry = read(atom).entries().get(0);
        assertThat(entry.address()).isEqualTo("https://gazette.example/stories/1");
        assertThat(entry.byline()).isEqualTo("Ana");

        String rdf = """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
                <channel rdf:about="https://g.example/"><title>G</title><link>https://g.example/</link><description>d</description></channel>
                <item rdf:about="https://g.example/1"><title>One</title><link>https://g.example/1</link></item></rdf:RDF>""";
        assertThat(read(rdf).entries()).extracting(FeedReader.Entry::address).containsExactly("https://g.example/1");

        String rss091 =
                "<rss version=\"0.91\"><channel><title>G</title><link>https://g.example</link><description>d</description>"
                        + "<language>en</language><item><title>One</title><link>https://g.example/1</link></item></channel></rss>";
        assertThat(read(rss091).entries()).extracting(FeedReader.Entry::title).containsExactly("One");
    }

    @Test
    void theNewestOfALargeArchiveAreTaken() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            items.append("<item><title>")
                    .append(i)
                    .append("</title><link>https://g.example/")
                    .append(i)
                    .append("</link></item>");
        }
        FeedReader.Feed feed = read("<rss version='2.0'><channel><title>G</title>" + items + "</channel></rss>");
        assertThat(feed.entries()).hasSize(FeedReader.MOST_ITEMS);
        assertThat(feed.entries().get(0).title()).isEqualTo("0");
        assertThat(feed.leftOut()).isEqualTo(50_000 - FeedReader.MOST_ITEMS);
    }

    @Test
    void whatIsNoFeedIsSaidInWords() {
        assertRefused("<rss version='2.0'><channel><item></channel>", "XML is broken at line 1");
        assertRefused("<html><body><p>No feed</p></body></html>", "neither RSS nor Atom");
        assertRefused("", "can't read this as a feed");
        assertRefused(
                "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss version='2.0'><channel><title>&b;</title></channel></rss>",
                "DOCTYPE");
        assertRefused(
                "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss version='2.0'><channel><title>x</title></channel></rss>",
                "DOCTYPE");
        assertRefused("<a>".repeat(100_000), "more than 250 deep in one another");
        assertRefused(
                "<rss version='2.0'><channel><title>" + "<b>".repeat(200_000), "more than 250 deep in one another");
    }

    @Test
    void anEntryWithoutAddressOrWordsIsLeftOut() {
        FeedReader.Feed feed = read(
                "<rss version='2.0'><channel><title>G</title><item><title>Nothing</title></item><item><title>Bad</title>"
                        + "<link>javascript:alert(1)</link></item><item><title>Words</title><description>Some words.</description></item></channel></rss>");
        assertThat(feed.entries()).extracting(FeedReader.Entry::title).containsExactly("Words");
    }

    @Test
    void aKeywordIsLookedForInTitleAndSummary() {
        var entry = new FeedReader.Entry("k", null, "Bridge opens", "The MINISTER spoke", "", null, null);
        assertThat(FeedJob.isWanted(entry, List.of())).isTrue();
        assertThat(FeedJob.isWanted(entry, List.of("tunnel", "minister"))).isTrue();
        assertThat(FeedJob.isWanted(entry, List.of("tunnel"))).isFalse();
    }

    private static FeedReader.Feed read(String xml) {
        return FeedReader.read(xml.getBytes(StandardCharsets.UTF_8), null, FEED);
    }

    private static void assertRefused(String xml, String words) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(Unreadable.class).hasMessageContaining(words);
    }
}
