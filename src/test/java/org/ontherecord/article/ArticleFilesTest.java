package org.ontherecord.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.ontherecord.article.Documents.Printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Articles that come as files: what is kept of them, and what is refused in which words. */
class ArticleFilesTest {

    @Test
    void aPdfIsReadAsParagraphs() {
        ArticleText read = read(Documents.pdf(
                "Council plans a new library by the harbour",
                "",
                "Mayor Dana Example said on Monday that the city would build a new li-",
                "brary within two years, and that it would cost no more than 30 million.",
                "",
                "The well-known opponents of the plan, above all those who own the well-",
                "known hotel beside it, said the figure was wrong."));
        assertThat(read.text())
                .isEqualTo("Council plans a new library by the harbour\n\n"
                        + "Mayor Dana Example said on Monday that the city would build a new library within two years, and that it"
                        + " would cost no more than 30 million.\n\n"
                        + "The well-known opponents of the plan, above all those who own the well-known hotel beside it, said the"
                        + " figure was wrong.");
        assertThat(read.title()).isEqualTo("Council plans a new library by the harbour");
    }

    @Test
    void aPdfsPropertiesAreProposals() {
        List<List<Printed>> page = List.of(List.of(new Printed(72, 700, 11, "It rained in the harbour all day.")));
        ArticleText named = read(Documents.pdf(Documents.titled("Rain in the harbour", "Jo Writer"), page));
        assertThat(named.title()).isEqualTo("Rain in the harbour");
        assertThat(named.byline()).isEqualTo("Jo Writer");
        ArticleText byProgram = read(Documents.pdf(Documents.titled("Microsoft Word - rain v2.docx", "admin"), page));
        assertThat(byProgram.title()).isEqualTo("It rained in the harbour all day.");
        assertThat(byProgram.byline()).isNull();
    }

    @Test
    void runningHeadsAndPageNumbersOfAPdfAreLeftOut() {
        List<List<Printed>> pages = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            pages.add(List.of(
                    new Printed(72, 810, 9, "Sample Gazette, issue " + i),
                    new Printed(72, 700, 11, "Page " + i + " begins a sentence that"),
                    new Printed(72, 686, 11, "ends " + i + " lines later in the column."),
                    new Printed(290, 30, 9, "- " + i + " -")));
        }
        assertThat(read(Documents.pdf(document -> {}, pages)).text())
                .startsWith("Page 1 begins a sentence that ends 1 lines later")
                .contains("Page 4 begins")
                .doesNotContain("Gazette", "- 2 -");
    }

    @Test
    void aSentenceGoesOnInTheNextColumnAndOnTheNextPage() {
        List<Printed> first = List.of(
                new Printed(50, 700, 11, "The mayor said on Monday that the city"),
                new Printed(50, 686, 11, "would repair every one of the forty two"),
                new Printed(300, 700, 11, "bridges within its limits, and that the"),
                new Printed(300, 686, 11, "work would begin before the end of the"));
        List<Printed> second = List.of(
                new Printed(50, 700, 11, "year, whatever the weather may be then."),
                new Printed(50, 686, 11, "Nobody disagreed."));
        assertThat(read(Documents.pdf(document -> {}, List.of(first, second))).text())
                .isEqualTo(
                        "The mayor said on Monday that the city would repair every one of the forty two bridges within its"
                                + " limits, and that the work would begin before the end of the year, whatever the weather may be then."
                                + " Nobody disagreed.");
    }

    @Test
    void aPdfThatOpensWithoutAPasswordIsReadAndOneThatNeedsItIsNot() {
        List<List<Printed>> page = List.of(List.of(new Printed(72, 700, 11, "It rained in the harbour all day.")));
        assertThat(read(Documents.pdf(Documents.locked("owner", ""), page)).text())
                .contains("It rained");
        refused(Documents.pdf(Documents.locked("owner", "user"), page), "This PDF needs a password.");
    }

    @Test
    void aPdfOfPicturesOnlyIsRefusedInWords() {
        refused(Documents.pdf(document -> {}, List.of(List.of())), "only pictures of pages");
    }

    @Test
    void aDamagedPdfIsRefusedInWords() {
        byte[] whole = Documents.pdf("It rained in the harbour all day.");
        refused(Arrays.copyOf(whole, 200), "This PDF is damaged.");
        refused(Documents.bytes("%PDF-1.7\n%%EOF"), "This PDF is damaged.");
    }

    @Test
    void aPdfThatUnpacksToGigabytesTakesNothingWithIt() {
        byte[] blanks = Documents.pdf(Documents.bomb(300, " "), List.of(List.of()));
        assertThat(blanks.length).isLessThan(1_000_000);
        refused(blanks, "only pictures of pages");
        refused(
                Documents.pdf(Documents.bomb(50, "(rain in the harbour) Tj "), List.of(List.of())),
                "unpacks to far more");
        refused(Documents.pdf(Documents.bomb(3, "[[[["), List.of(List.of())), ".");
    }

    @Test
    void aPdfOfTooManyPagesIsRefusedInWords() {
        List<List<Printed>> pages = new ArrayList<>();
        for (int i = 0; i <= PdfWords.MOST_PAGES; i++) {
            pages.add(List.of());
        }
        refused(Documents.pdf(document -> {}, pages), "more than 500 pages");
    }

    @Test
    void aWordDocumentIsReadAsParagraphs() {
        ArticleText read = read(Documents.word("Rain", "Mayor Dana Example said: “We will build it.”", "It rained."));
        assertThat(read.text()).isEqualTo("Rain\n\nMayor Dana Example said: “We will build it.”\n\nIt rained.");
        assertThat(read.title()).isEqualTo("The harbour and its bridge");
        assertThat(read.byline()).isEqualTo("Jo Writer");
        assertThat(read.publishedOn()).isEqualTo(LocalDate.of(2024, 11, 8));
    }

    @Test
    void aWordDocumentReadsAsWithAllItsChangesAccepted() {
        assertThat(read(Documents.wordBody("<w:p><w:r><w:t>We will </w:t></w:r><w:del><w:r><w:delText>not</w:delText>"
                                + "<w:t>never</w:t></w:r></w:del><w:ins><w:r><w:t>build</w:t></w:r></w:ins><w:r><w:tab/><w:t>it"
                                + "</w:t><w:noBreakHyphen/><w:t>all.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>"
                                + "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
                                + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>First point</w:t></w:r></w:p>"
                                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a cell.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                                + "<mc:AlternateContent><mc:Fallback><w:p><w:r><w:t>Twice.</w:t></w:r></w:p></mc:Fallback>"
                                + "</mc:AlternateContent>"))
                        .text())
                .isEqualTo("We will build it-all.\n\n• First point\n\nIn a cell.");
    }

    @Test
    void aWordDocumentThatNamesOtherFilesIsRefused() {
        refused(
                Documents.wordXml("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>"
                        + "<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"),
                "This Word document is damaged.");
    }

    @Test
    void aWordDocumentThatUnpacksToFarMoreIsRefused() {
        refused(Documents.word("x".repeat(70_000_000)), "unpacks to far more than an article");
        refused(Documents.word("x".repeat(3_000_000)), "longer than a million characters");
        byte[] other = Documents.zip(
                Map.of("a", new byte[210 * 1024 * 1024], "word/document.xml", Documents.bytes("<not-a-document/>")));
        assertThatThrownBy(() -> read(other)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aTruncatedWordDocumentIsRefusedInWords() {
        byte[] whole = Documents.word("It rained in the harbour all day.");
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refusal -> assertThat(refusal.getMessage()).endsWith("."));
        refused(Documents.wordXml("<w:document"), "This Word document is damaged.");
    }

    @Test
    void whatAFileIsStandsInItsBytesNotInItsName() {
        refused(Documents.bytes("MZ\u0000\u0003\u0000\u0000\u0000\u0004"), "This file is a program");
        refused(latin("\u0089PNG\r\n\u001a\n"), "This file is a picture");
        refused(latin("\u00ff\u00d8\u00ff\u00e0"), "This file is a picture");
        refused(latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1"), "an old Word document, or one that needs a password");
        refused(Documents.bytes("{\\rtf1 It rained.}"), "rich text");
        refused(latin("\u001f\u008b\b\0"), "an archive");
        refused(Documents.zip(Map.of("a.txt", Documents.bytes("It rained."))), "Many at once");
        refused(Documents.zip(Map.of("xl/workbook.xml", Documents.bytes("<x/>"))), "a spreadsheet");
        refused(Documents.zip(Map.of("inner.docx", Documents.word("It rained."))), "Many at once");
        refused(latin("\0\u0001\u0002\u0003".repeat(100)), "not a file we can read");
        refused(new byte[0], "We found no text");
    }

    @Test
    void subtitlesBecomeParagraphsWithoutTimes() {
        assertThat(read(Documents.bytes("""
                        \uFEFF1
                        00:00:01,000 --> 00:00:03,000
                        <i>Good evening.</i> The city will

                        2
                        00:00:03,000 --> 00:00:05,000
                        {\\an8}build 300 homes.

                        3
                        00:00:12,000 --> 00:00:14,000
                        Nobody had asked.
                        """)).text())
                .isEqualTo("Good evening. The city will build 300 homes.\n\nNobody had asked.");
    }

    @Test
    void subtitlesKeepWhoSpeaks() {
        ArticleText read = read(Documents.bytes("""
                WEBVTT - Debate

                NOTE a note nobody reads
                on two lines

                STYLE
                ::cue { color: red }

                intro
                00:01.000 --> 00:03.000 align:start
                <v.loud Dana Example>We will build <c.x>300</c> homes</v>

                00:03.000 --> 00:05.000
                <v Dana Example>within two years &amp; a day.

                00:05.500 --> 00:07.000
                [APPLAUSE]

                00:07.000 --> 00:09.000
                >> JO RIVAL: That is
                not true. Remember: it was

                00:09.000 --> 00:10.000
                promised before.
                """));
        assertThat(read.text())
                .isEqualTo("Dana Example: We will build 300 homes within two years & a day. [APPLAUSE]\n\n"
                        + "JO RIVAL: That is not true. Remember: it was promised before.");
        assertThat(read.title()).isNull();
        assertThat(read.orTitled("../shows/debate night.vtt").title()).isEqualTo("debate night");
    }

    @Test
    void rollingCaptionsSayEachLineOnce() {
        assertThat(read(Documents.bytes(
                                "WEBVTT\n\n00:01.000 --> 00:02.000\nwe will build\n\n"
                                        + "00:02.000 --> 00:03.000\nwe will build\n300 homes\n\n00:03.000 --> 00:04.000\n300 homes\nthis year."))
                        .text())
                .isEqualTo("we will build 300 homes this year.");
    }

    @Test
    void eachTurnOfATranscriptIsAParagraph() {
        assertThat(read(Documents.bytes("""
                        Debate in the town hall
                        8 November 2024

                        [00:00:01] MODERATOR: Good evening.
                        How many homes?
                        00:00:09 MAYOR DANA EXAMPLE (IND.): Three hundred.

                        That is more than ever.
                        [APPLAUSE]
                        >> JO RIVAL:
                        Remember: nobody asked for them.
                        MODERATOR: Thank you.
                        """)).text())
                .isEqualTo("Debate in the town hall\n8 November 2024\n\nMODERATOR: Good evening. How many homes?\n\n"
                        + "MAYOR DANA EXAMPLE (IND.): Three hundred. That is more than ever. [APPLAUSE]\n\n"
                        + "JO RIVAL: Remember: nobody asked for them.\n\nMODERATOR: Thank you.");
    }

    @Test
    void whoIsNamedAndSaysNothingIsStillNamed() {
        assertThat(read(Documents.bytes("ANA:\nJO: Yes.\nANA:\n")).text()).isEqualTo("ANA:\n\nJO: Yes.\n\nANA:");
    }

    @Test
    void aFileThatWasFetchedIsKnownByItsAddress() {
        byte[] pdf = Documents.pdf("It rained in the harbour all day.");
        assertThat(ArticleReader.bytes(pdf, null, URI.create("https://gazette.example/rain.pdf?utm_source=x"))
                        .canonicalUrl())
                .isEqualTo("https://gazette.example/rain.pdf");
        assertThat(read(pdf).canonicalUrl()).isNull();
    }

    @Test
    void anArticleWithALabelOrTwoStaysAsItWasGiven() {
        String article = "Rain: what we know\n\nIt rained all day.\n\nUpdate: it stopped.\n\nDana Example: “Good.”\n";
        assertThat(read(Documents.bytes(article)).text()).isEqualTo(article);
    }

    private static byte[] latin(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ArticleText read(byte[] file) {
        return ArticleReader.bytes(file, null, null);
    }

    private static void refused(byte[] file, String words) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(Unreadable.class).hasMessageContaining(words);
    }
}
