package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.ontherecord.platform.Slugs;

/** An article that a public claim quotes: the quoted sentences and what we say of them, never its text. */
public record PublishedArticle(
        Listed article, String byline, Instant begins, String savedCopyUrl, List<QuotedClaim> quotes) {

    /** An article in a list. */
    public record Listed(
            long id, String title, String outlet, LocalDate publishedOn, String url, String language, long claims) {
        static Listed of(Row row) {
            return new Listed(
                    row.number("article_id"),
                    row.text("title"),
                    row.text("outlet_name"),
                    row.day("published_on"),
                    row.text("url"),
                    row.text("language"),
                    row.number("claims"));
        }

        public String page() {
            return "/articles/" + id + "-" + Slugs.of(title);
        }
    }

    /** One quoted sentence, its claim as we rate it today, and what we had said by the end of the article's day. */
    public record QuotedClaim(
            String quoted,
            String originalWordsUrl,
            String savedWordsUrl,
            LocalDate takenOn,
            boolean said,
            ClaimSummary claim,
            Tag then) {}

    /** A rating, short. */
    public record Tag(String code, String label, String role) {
        public String ratingCode() {
            return code.substring(code.indexOf('.') + 1);
        }
    }
}
