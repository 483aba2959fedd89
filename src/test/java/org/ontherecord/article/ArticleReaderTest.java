package org.ontherecord.article;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArticleReaderTest {

    private static final String BODY =
            "The transport minister said on Tuesday that the new line would open within two years. "
                    + "Officials have not published a plan, and the cities along the route are still waiting for their money. ";
    private static final String PAGE = """
            <!doctype html><html lang="en-GB"><head><title>Line opens soon | Sample Gazette</title>
            <link rel="canonical" href="https://www.gazette.example/news/line?utm_source=x">
            <meta property="og:site_name" content="Sample Gazette">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"no"},
            {"@type":"NewsArticle","headline":"Line opens “soon”","datePublished":"2024-11-05T23:30:00-05:00",
             "author":[{"@type":"Person","name":"Ana Ferrand"},{"@type":"Person","name":"Jo Lind"}]}]}</script></head><body>
            <nav><a href="/">Home</a> <a href="/w">World news of the day</a></nav>
            <article><h1>Line opens “soon”</h1><p>%s</p><script>alert(1)</script><h2>What it costs</h2><p>%s<br>Second line</p>
            <ul><li>40 new trains</li></ul><p>%s</p></article><footer>Subscribe to our newsletter</footer></body></html>
            """.formatted(BODY, BODY, BODY);

    @Test
    void aPageGivesItsTextAsParagraphsAndItsFacts() {
        ArticleText read = page(PAGE);
        assertThat(read.text()).contains(BODY.strip() + "\n\nWhat it costs\n\n").contains("• 40 new trains");
        assertThat(read.text()).doesNotContain("alert", "newsletter", "World news", "<");
        assertThat(read.title()).isEqualTo("Line opens “soon”");
        assertThat(read.byline()).isEqualTo("Ana Ferrand, Jo Lind");
        assertThat(read.outlet()).isEqualTo("Sample Gazette");
        assertThat(read.publishedOn()).isEqualTo(LocalDate.of(2024, 11, 5));
        assertThat(read.language()).isEqualTo("en-GB");
        assertThat(read.canonicalUrl()).isEqualTo("https://www.gazette.example/news/line");
    }

    @Test
    void aPageMayNotClaimAnotherSitesAddress() {
        ArticleText read = page(PAGE.replace("www.gazette.example/news", "other.example/news"));
        assertThat(read.canonicalUrl()).isEqualTo("https://gazette.example/n");
    }

    @Test
    void markupInAPastedTextIsReadAsMarkup() {
        assertThat(ArticleReader.pasted("<p>" + BODY + "</p><p>More.</p>").text())
                .isEqualTo(BODY.strip() + "\n\nMore.");
        assertThat(ArticleReader.pasted("5 < 6 and <b> is not markup here.").text())
                .contains("<b>");
    }

    @Test
    void hostileMarkupIsReadInBoundedTimeOrAsText() {
        String nested = "<div>".repeat(20_000) + "<p>" + BODY + "</p>";
        assertThat(ArticleReader.pasted("<html>" + nested).text()).contains("transport minister");
        String unclosed =
                "<html><body><p>" + BODY + "<script>document.write('<p>evil</p>')</script><p onclick='x'>End.";
        assertThat(ArticleReader.pasted(unclosed).text()).contains("End.").doesNotContain("evil", "onclick");
        String many = "<html><body>" + "<p><span>word</span> <b>other</b></p>".repeat(60_000);
        assertThat(ArticleReader.pasted(many).text()).startsWith("word other");
    }

    @Test
    void aPageWithoutWordsIsRefused() {
        assertRefused(
                Unreadable.Reason.EMPTY,
                "<html><body><script>x</script></body></html>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ArticleReader.pasted(" \u0000\n ")).isInstanceOf(Unreadable.class);
    }

    @Test
    void plainTextIsKeptAsGiven() {
        String given =
                "World\nNext Story\nSample Gazette\n\nMinister promises a new line in two years\n\nBy Ana Ferrand\n"
                        + "Friday 8 November 2024\n\n" + BODY + "\nSend Push";
        ArticleText read = ArticleReader.pasted(given.replace("\n", "\r\n"));
        assertThat(read.text()).isEqualTo(given);
        assertThat(read.title()).isEqualTo("Minister promises a new line in two years");
        assertThat(read.outlet()).isEqualTo("Sample Gazette");
        assertThat(read.byline()).isEqualTo("Ana Ferrand");
        assertThat(read.publishedOn()).isEqualTo(LocalDate.of(2024, 11, 8));
        assertThat(read.language()).isEqualTo("en");
    }

    @Test
    void aTextWithoutHeadlineIsNamedByItsFirstSentence() {
        assertThat(ArticleReader.pasted(BODY).title()).startsWith("The transport minister said");
        assertThat(ArticleReader.pasted("KYIV, Nov 8 (Reuters) - The line opened.")
                        .outlet())
                .isEqualTo("Reuters");
    }

    @Test
    void languagesAreTold() {
        assertThat(ArticleReader.pasted(
                                "Der Minister sagte, dass die Linie nicht vor dem Jahr 2030 fertig wird und auch mehr kostet.")
                        .language())
                .isEqualTo("de");
        assertThat(ArticleReader.pasted("قال الوزير إن الخط الجديد سيفتح قبل نهاية العام")
                        .language())
                .isEqualTo("ar");
        assertThat(ArticleReader.pasted("Zzz qqq.").language()).isNull();
    }

    @Test
    void filesAreDecodedByMarkThenDeclarationThenUtf8ThenWindows1252() {
        String text = "Größe – „Zitat“ naïve café.";
        assertThat(file(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(text);
        assertThat(file(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), null))
                .isEqualTo(text);
        assertThat(file(text.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(text);
        assertThat(file(text.getBytes(Charset.forName("windows-1252")), null)).isEqualTo(text);
        assertThat(file(text.getBytes(Charset.forName("windows-1252")), "utf-8"))
                .isEqualTo(text);
        assertThat(file("Ельцин".getBytes(Charset.forName("windows-1251")), "windows-1251"))
                .isEqualTo("Ельцин");
        String declared =
                "<html><head><meta charset=\"iso-8859-2\"></head><body><p>Łódź was here for the whole long day.</p>";
        assertThat(file(declared.getBytes(Charset.forName("iso-8859-2")), null)).startsWith("Łódź");
        assertThat(file(text.getBytes(StandardCharsets.UTF_8), "no-such-charset"))
                .isEqualTo(text);
        assertThat(file(declared.getBytes(Charset.forName("iso-8859-2")), "utf-8"))
                .startsWith("Łódź");
    }

    @Test
    void whatIsNotTextIsRefusedByItsContent() {
        assertRefused(Unreadable.Reason.NOT_TEXT, "%PDF-1.7 whatever".getBytes(StandardCharsets.UTF_8));
        assertRefused(Unreadable.Reason.NOT_TEXT, "PK\3\4rest".getBytes(StandardCharsets.UTF_8));
        byte[] picture = new byte[4_000];
        new Random(1).nextBytes(picture);
        assertRefused(Unreadable.Reason.NOT_TEXT, picture);
    }

    @Test
    void tooMuchIsRefusedInWords() {
        assertRefused(Unreadable.Reason.TOO_LARGE, new byte[TextBytes.LARGEST + 1]);
        assertThatThrownBy(() -> ArticleReader.pasted("x".repeat(12_000_000)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("longer than a million characters");
    }

    private static ArticleText page(String html) {
        return ArticleReader.bytes(
                html.getBytes(StandardCharsets.UTF_8), "utf-8", URI.create("https://gazette.example/n"));
    }

    private static String file(byte[] bytes, String charset) {
        return ArticleReader.bytes(bytes, charset, null).text();
    }

    private static void assertRefused(Unreadable.Reason reason, byte[] bytes) {
        assertThatThrownBy(() -> ArticleReader.bytes(bytes, null, null))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
