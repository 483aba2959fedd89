package org.ontherecord.claim.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import org.ontherecord.claim.imports.RowReading.Understood;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.RoughDate.Precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files of checks and what is understood of them. People, publishers and claims in them are invented. */
class ImportReadingTest {
    private static final String HEADER = "external_id,text,title,speaker,date,rating,url,publisher,language\r\n";

    @Test
    void aRowIsReadWithItsQuotedNewlinesCommasAndQuotationMarks() {
        Understood row = only(
                HEADER
                        + "x-1,\"Taxes, he said, \"\"fell\"\"\r\nby half.\",The title,Jane Roe,2019-10-22,Mostly false,https://checkers.example/1,Example Checkers,en\r\n");
        assertThat(row.remarks()).isEmpty();
        assertThat(row.claim())
                .isEqualTo(new ExternalClaim(
                        "Example Checkers",
                        "x-1",
                        "Taxes, he said, \"fell\" by half.",
                        "The title",
                        "Jane Roe",
                        false,
                        new RoughDate(LocalDate.of(2019, 10, 22), Precision.DAY),
                        null,
                        "Mostly false",
                        "https://checkers.example/1",
                        "en"));
    }

    @Test
    void columnsStandInAnyOrderAndOptionalOnesMayBeMissing() {
        Understood row = only("\uFEFFText,Extra, EXTERNAL ID \nIt rained.,?,7\n", "Example Checkers");
        assertThat(row.claim().wording()).isEqualTo("It rained.");
        assertThat(row.claim().externalId()).isEqualTo("7");
        assertThat(row.claim().language()).isEqualTo("en");
        assertThat(row.claim().rating()).isNull();
        assertThat(look("text,extra,external_id\nIt rained.,?,7\n").remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.reason()).startsWith("These columns were not read: extra."));
    }

    @Test
    void semicolonsTabsAndGzipAreUnderstood() throws IOException {
        assertThat(only("external_id;text;publisher\n1;It rained, a lot.;P\n")
                        .claim()
                        .wording())
                .isEqualTo("It rained, a lot.");
        assertThat(only("external_id\ttext\tpublisher\n1\tIt rained.\tP\n")
                        .claim()
                        .wording())
                .isEqualTo("It rained.");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("external_id,text,publisher\n1,It rained.,P\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(ImportFile.look(new ByteArrayInputStream(packed.toByteArray()))
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void datesAreReadAsPeopleWriteThem() {
        assertThat(dated("26 May 2015")).isEqualTo("2015-05-26 DAY");
        assertThat(dated("\"October 22, 2019\"")).isEqualTo("2019-10-22 DAY");
        assertThat(dated("2019")).isEqualTo("2019-01-01 YEAR");
        assertThat(dated("May 2015")).isEqualTo("2015-05-01 MONTH");
        assertThat(dated("2015-05-26T23:10:00+02:00")).isEqualTo("2015-05-26 DAY");
        assertThat(dated("\"stated on October 22, 2019 in a campaign mailer.\""))
                .isEqualTo("2019-10-22 DAY");
        assertThat(dated("")).isEqualTo("none");
        Understood row = only(HEADER + "1,It rained.,,,the other day,,,P,\n");
        assertThat(row.claim().dated()).isNull();
        assertThat(row.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.weight()).isEqualTo(Remark.Weight.NOTICE);
            assertThat(remark.reason()).startsWith("We cannot read the date “the other day”.");
        });
    }

    @Test
    void whatKeepsARowOutIsSaidForEveryColumnAtOnce() {
        Understood row = only("external_id,text,url\n,,\"\"\n2,,\n".replace("\n,,\"\"\n", "\n"), null);
        assertThat(row.claim()).isNull();
        assertThat(row.remarks()).extracting(Remark::field).containsExactly("text", "publisher");
        assertThat(only("external_id,text,publisher\n1," + "a".repeat(1001) + ",P\n")
                        .remarks())
                .extracting(Remark::reason)
                .containsExactly("“text” has 1001 characters; a claim has at most 1,000. Shorten it.");
        assertThat(only("external_id,text,publisher\n1,It rained, and poured.,P\n")
                        .remarks())
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.line()).isEqualTo(2);
                    assertThat(remark.reason()).contains("4 cells", "between quotation marks");
                });
    }

    @Test
    void anAddressThatIsNoneAndALanguageThatIsNoneAreOnlyNoted() {
        Understood row =
                only("external_id,text,publisher,url,language\n1,It rained.,P,javascript:alert(1),no language\n");
        assertThat(row.claim().url()).isNull();
        assertThat(row.claim().language()).isEqualTo("en");
        assertThat(row.remarks()).extracting(Remark::field).containsExactly("url", "language");
    }

    @Test
    void formulasAndMarkupAreKeptAsTheyAre() {
        Understood row = only(
                "external_id,text,publisher\n=1+1,\"=HYPERLINK(\"\"http://x\"\") <script>alert(1)</script>\",@P\n");
        assertThat(row.claim().wording()).isEqualTo("=HYPERLINK(\"http://x\") <script>alert(1)</script>");
        assertThat(row.claim().externalId()).isEqualTo("=1+1");
        assertThat(row.claim().publisher()).isEqualTo("@P");
    }

    @Test
    void theAddressStandsForAMissingIdAndItsHostForAMissingPublisher() {
        Understood row = only("text,url\nIt rained.,https://www.checkers.example/rain\n", null);
        assertThat(row.claim().externalId()).isEqualTo("https://www.checkers.example/rain");
        assertThat(row.claim().publisher()).isEqualTo("checkers.example");
    }

    @Test
    void filesThatCannotBeReadSayWhereAndWhatToDo() {
        refused("", "The file is empty");
        refused("a,b\n1,2\n", "no column “text”");
        refused("text,title\nIt rained.,x\n", "neither “external_id” nor “url”");
        refused(HEADER, "has no rows");
        refused(HEADER + "1,\"It rained.,,,,,,P,en\n", "begins in line 2 is not CSV");
        refused(HEADER + "1,\"" + "long ".repeat(300_000), "Is a quotation mark in it not closed?");
        refused(
                "[{\"@type\":\"ClaimReview\",\"claimReviewed\":\"It rained.\"},\n{oops",
                "From line 2 on the file is not JSON");
        refused("{\"@type\":\"Recipe\",\"name\":\"Soup\"}", "There is no ClaimReview");
        refused("[".repeat(2000), "not JSON");
        assertThatThrownBy(() -> ImportFile.look(
                        new ByteArrayInputStream((HEADER + "1,Où?,,,,,,P,fr\n").getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessageContaining("not in UTF-8");
        assertThatThrownBy(() -> ImportFile.look(new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B, 8, 0, 1})))
                .hasMessageContaining("damaged");
    }

    @Test
    void moreRowsThanWeTakeAreRefusedAsTooLarge() {
        String row = "1,a,,,,,,,\n";
        assertThatThrownBy(() -> look(HEADER + row.repeat(ImportFile.MOST_ROWS + 1)))
                .isInstanceOfSatisfying(UnreadableImport.class, refusal -> {
                    assertThat(refusal.isTooLarge()).isTrue();
                    assertThat(refusal).hasMessageContaining("250,000 rows");
                });
    }

    @Test
    void aClaimReviewIsReadInEveryShapeSitesGiveIt() {
        String review = """
                {"@context":"https://schema.org","@type":"ClaimReview","url":"https://checkers.example/rain",
                 "claimReviewed":"It never rained.","datePublished":"2024-03-05","headline":"Did it rain?","inLanguage":"en-GB",
                 "author":{"@type":"Organization","name":"Example Checkers"},
                 "itemReviewed":{"@type":"Claim","datePublished":"2024-03-01","author":{"@type":"Organization","name":"Ministry of Weather"}},
                 "reviewRating":{"@type":"Rating","ratingValue":1,"bestRating":5,"worstRating":1,"alternateName":"False"}}""";
        ExternalClaim expected = only(review, null).claim();
        assertThat(expected.wording()).isEqualTo("It never rained.");
        assertThat(expected.publisher()).isEqualTo("Example Checkers");
        assertThat(expected.externalId()).startsWith("https://checkers.example/rain#claim-");
        assertThat(expected.url()).isEqualTo("https://checkers.example/rain");
        assertThat(expected.title()).isEqualTo("Did it rain?");
        assertThat(expected.speaker()).isEqualTo("Ministry of Weather");
        assertThat(expected.speakerIsBody()).isTrue();
        assertThat(expected.dated().date()).isEqualTo("2024-03-01");
        assertThat(expected.checkedOn()).isEqualTo("2024-03-05");
        assertThat(expected.rating()).isEqualTo("False");
        assertThat(expected.language()).isEqualTo("en-GB");
        for (String shape : List.of(
                "[" + review + "]",
                review + "\n" + review,
                "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"Organization\",\"name\":\"x\"}," + review
                        + "]}",
                "{\"@type\":\"DataFeed\",\"dataFeedElement\":[{\"@type\":\"DataFeedItem\",\"item\":[" + review
                        + "]},{\"@type\":\"DataFeedItem\",\"dateDeleted\":\"2024-01-01\"}],\"dateModified\":\"2024-01-01\"}",
                "{\"dataFeedElement\":[{\"item\":" + review + "}]}",
                "[{\"@graph\":[" + review.replace("\"ClaimReview\"", "[\"ClaimReview\",\"Review\"]") + "]}]")) {
            assertThat(read(shape, null))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.claim()).isEqualTo(expected));
        }
        assertThat(read(review + "\n" + review, null)).hasSize(2);
    }

    @Test
    void aClaimReviewMayGiveListsAndStringsWhereOthersGiveObjects() {
        ExternalClaim claim = only("""
                [{"claimReviewed":"It rained.","url":["https://checkers.example/1"],"author":[{"name":"P"}],
                  "itemReviewed":[{"author":"Jane Roe","firstAppearance":{"url":"https://x.example","datePublished":"2020-01-02"}}],
                  "reviewRating":[{"ratingValue":"3","bestRating":"5","worstRating":"1"}]}]""", null).claim();
        assertThat(claim.speaker()).isEqualTo("Jane Roe");
        assertThat(claim.rating()).isEqualTo("3 (1 to 5)");
        assertThat(claim.dated().date()).isEqualTo("2020-01-02");
        assertThat(only(
                                "[{\"claimReviewed\":\"a\",\"url\":\"https://c.example\",\"reviewRating\":{\"ratingValue\":-1,\"bestRating\":-1}}]",
                                null)
                        .claim()
                        .rating())
                .isNull();
    }

    private static String dated(String cell) {
        RoughDate date =
                only(HEADER + "1,It rained.,,," + cell + ",,,P,\n").claim().dated();
        return date == null ? "none" : date.date() + " " + date.precision();
    }

    private static void refused(String file, String words) {
        assertThatThrownBy(() -> look(file))
                .isInstanceOf(UnreadableImport.class)
                .hasMessageContaining(words);
    }

    private static Understood only(String file) {
        return only(file, null);
    }

    private static Understood only(String file, String publisher) {
        List<Understood> rows = read(file, publisher);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    static List<Understood> read(String file, String publisher) {
        try (RawRows rows = ImportFile.open(bytes(file))) {
            List<Understood> read = new ArrayList<>();
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                read.add(RowReading.of(row, publisher));
            }
            return read;
        } catch (IOException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static ImportFile.Look look(String file) {
        try {
            return ImportFile.look(bytes(file));
        } catch (IOException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static ByteArrayInputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
