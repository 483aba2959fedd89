package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.platform.Language;
import org.ontherecord.platform.Slugs;
import org.ontherecord.published.timeline.TimelineEvent;

/** One place a claim was made: the exact words, where they stand, and when they were said. */
@Schema(description = "One place the claim was made")
public record PublishedAppearance(
        @Schema(
                description = "Said: the speaker's own words. Reported: somebody wrote that they said it",
                enumeration = {"said", "reported"})
        String mode,

        @Schema(description = "When; a report stands at the date of its article", nullable = true)
        RoughDate date,

        @Schema(
                description = "Of a report: when it was said, where that is known and another time than its date",
                nullable = true)
        RoughDate saidOn,

        @Schema(description = "Where or when, in words", nullable = true)
        String occasion,

        Quote quote,

        @Schema(description = "The article that holds the words; null for a source we hold no text of", nullable = true)
        ArticleRef article,

        @Schema(description = "The source outside our articles", nullable = true)
        OutsideSource outsideSource) {

    /** The words and their place (W3C Web Annotation: text quote and text position selectors). */
    @Schema(description = "The exact words, and where they stand in our snapshot of the article")
    public record Quote(
            @Schema(description = "The words, letter for letter")
            String exact,

            @Schema(description = "What stands before them in the text")
            String prefix,

            @Schema(description = "What stands after them") String suffix,

            @Schema(description = "Where they begin, in Unicode code points from 0", nullable = true)
            Integer start,

            @Schema(description = "Where they end, exclusive", nullable = true)
            Integer end,

            @Schema(description = "SHA-256 of the snapshot's text in UTF-8", nullable = true)
            String snapshotSha256,

            @Schema(description = "When the snapshot was taken", nullable = true)
            Instant snapshotTakenAt,

            @Schema(description = "Whether the words stand more than once in the snapshot, in any case")
            boolean repeated,

            @Schema(
                    description =
                            "When we found that the live article no longer has these words; null while it has them",
                    nullable = true)
            Instant goneSince) {
        static Quote of(Row row) {
            return new Quote(
                    row.text("quote_exact"),
                    row.text("quote_prefix"),
                    row.text("quote_suffix"),
                    row.smallNumber("quote_start"),
                    row.smallNumber("quote_end"),
                    row.text("snapshot_sha256"),
                    row.instant("snapshot_taken_at"),
                    row.flag("quote_repeated"),
                    row.instant("gone_since"));
        }

        @JsonIgnore
        public LocalDate snapshotTakenOn() {
            return snapshotTakenAt == null ? null : LocalDate.ofInstant(snapshotTakenAt, ZoneOffset.UTC);
        }

        /** The address with these words to scroll to; null without an address. */
        String in(String address) {
            return address == null ? null : TextFragment.link(address, exact, prefix, suffix, repeated);
        }
    }

    @Schema(description = "An article we hold a snapshot of")
    public record ArticleRef(
            @Schema(description = "Number of the article, as in the address of its page")
            long id,

            @Schema(description = "Its headline") String title,

            @Schema(description = "Who published it", nullable = true)
            String outlet,

            @Schema(description = "The date it carries", nullable = true)
            LocalDate publishedOn,

            @Schema(description = "Where it was published", nullable = true)
            String url,

            @Schema(description = "A copy kept by an archive", nullable = true)
            String savedCopyUrl,

            @Schema(description = "Language, BCP 47") String language) {
        @Schema(description = "Path of the article's page here")
        @JsonProperty
        public String page() {
            return "/articles/" + id + "-" + Slugs.of(title);
        }
    }

    @Schema(description = "A source we hold no text of")
    public record OutsideSource(
            @Schema(description = "What it is, in words") String title,

            @Schema(description = "Where to find it", nullable = true)
            String url) {}

    static PublishedAppearance of(Row row) {
        Long article = row.id("article_id");
        var date = RoughDate.of(row.day("happened_on"), row.text("happened_precision"));
        var said = RoughDate.of(row.day("said_on"), row.text("said_precision"));
        return new PublishedAppearance(
                row.text("mode"),
                date,
                said == null || said.equals(date) ? null : said,
                row.text("occasion"),
                Quote.of(row),
                article == null
                        ? null
                        : new ArticleRef(
                                article,
                                row.text("article_title"),
                                row.text("outlet_name"),
                                row.day("article_published_on"),
                                row.text("article_url"),
                                row.text("saved_copy_url"),
                                row.text("article_language")),
                row.text("source_title") == null
                        ? null
                        : new OutsideSource(row.text("source_title"), row.text("source_url")));
    }

    @Schema(
            description = "The very words in the original article: browsers scroll to them (text fragment)",
            nullable = true)
    @JsonProperty
    public String originalWordsUrl() {
        return article == null ? null : quote.in(article.url());
    }

    @Schema(description = "The very words in the archive's copy", nullable = true)
    @JsonProperty
    public String savedWordsUrl() {
        return article == null ? null : quote.in(article.savedCopyUrl());
    }

    @JsonIgnore
    public boolean isSaid() {
        return mode.equals("said");
    }

    /** The words between quotation marks, unless they bring their own. */
    static String inQuotationMarks(String exact) {
        return Language.ENGLISH.quoted(withoutMarks(exact));
    }

    static String withoutMarks(String exact) {
        String words = exact.strip();
        boolean marked = words.length() > 2
                && (words.startsWith("“") && words.endsWith("”") || words.startsWith("\"") && words.endsWith("\""));
        return marked ? words.substring(1, words.length() - 1) : words;
    }

    TimelineEvent event() {
        var source = article == null
                ? new TimelineEvent.Source(outsideSource.title(), outsideSource.url())
                : new TimelineEvent.Source(
                        article.outlet() == null ? article.title() : article.title() + ", " + article.outlet(),
                        article.page(),
                        originalWordsUrl(),
                        savedWordsUrl(),
                        article.language());
        return isSaid()
                ? TimelineEvent.said(date.date(), date.precision(), quote.exact(), occasion, source)
                : TimelineEvent.reported(date.date(), date.precision(), quote.exact(), occasion, source)
                        .saidOn(saidOn == null ? null : saidOn.date(), saidOn == null ? null : saidOn.precision());
    }
}
