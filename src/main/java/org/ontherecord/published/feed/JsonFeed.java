package org.ontherecord.published.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.ontherecord.published.Publication;

/** A feed as JSON Feed 1.1, with the codes of the verdicts in an extension. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeed(
        String version,
        String title,
        String homePageUrl,
        String feedUrl,
        String nextUrl,
        String icon,
        List<Author> authors,
        String language,
        @JsonProperty("_ontherecord") About about,
        List<Item> items) {
    static final String TYPE = "application/feed+json";
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    record Author(String name) {}

    /** What JSON Feed has no word for. */
    record About(String about, String rights, String licence, long total) {}

    record Item(
            String id,
            String url,
            String title,
            String contentHtml,
            String summary,
            Instant datePublished,
            Instant dateModified,
            List<Author> authors,
            List<String> tags,
            String language,
            @JsonProperty("_ontherecord") Codes codes) {
        static Item of(Entry entry) {
            var claim = entry.claim();
            var verdict = entry.publication().verdict();
            var tags = new ArrayList<String>(List.of(verdict.label(), entry.kind()));
            tags.addAll(claim.topics());
            return new Item(
                    entry.id(),
                    entry.page(),
                    entry.title(),
                    entry.html(),
                    entry.summary(),
                    verdict.publishedAt(),
                    verdict.publishedAt(),
                    Stream.of(verdict.checkedBy(), verdict.signedOffBy())
                            .filter(Objects::nonNull)
                            .map(Author::new)
                            .toList(),
                    tags,
                    claim.language(),
                    Codes.of(entry.publication()));
        }
    }

    /** The same words and codes as in the API. */
    record Codes(
            long claim,
            int version,
            String publication,
            String kind,
            String verdict,
            String label,
            String role,
            @JsonProperty("final") boolean settles,
            String before,
            LocalDate inForceFrom,
            String publicReason,
            List<Publication.Reference> sources) {
        static Codes of(Publication publication) {
            var verdict = publication.verdict();
            return new Codes(
                    publication.claim().number(),
                    verdict.number(),
                    verdict.kind(),
                    publication.claim().kind(),
                    verdict.code(),
                    verdict.label(),
                    verdict.role(),
                    verdict.settles(),
                    publication.before() == null ? null : publication.before().code(),
                    verdict.inForceFrom(),
                    verdict.publicReason(),
                    publication.sources());
        }
    }

    static JsonFeed of(Feed feed) {
        int page = feed.list().page();
        return new JsonFeed(
                VERSION,
                feed.title(),
                feed.site().absolute(feed.home()),
                feed.address("json", page),
                feed.hasNext() ? feed.address("json", page + 1) : null,
                feed.site().absolute("/favicon.svg"),
                List.of(new Author("On the Record")),
                "en",
                new About(
                        feed.site().absolute("/data"),
                        Feed.RIGHTS,
                        Feed.LICENCE,
                        feed.list().total()),
                feed.entries().stream().map(Item::of).toList());
    }
}
