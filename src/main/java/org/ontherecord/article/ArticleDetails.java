package org.ontherecord.article;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is known about an article, what its text proposes, and what somebody else changed while a person was typing. */
public record ArticleDetails(
        long id,
        String title,
        String outlet,
        String byline,
        LocalDate publishedOn,
        String language,
        String canonicalUrl,
        int version,
        Proposed proposed,
        Origin origin,
        List<Theirs> theirs) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** What we read from the text; parts may be null. */
    public record Proposed(String title, String outlet, String byline, String publishedOn, String language) {}

    /** The article this one copies; {@code decidedBy} is null when only the texts said so. */
    public record Origin(long id, String title, String outlet, String decidedBy) {}

    /** A field that holds something else than was typed. */
    public record Theirs(String field, String label, String stored) {}

    static Optional<ArticleDetails> of(long id) {
        return Article.<Article>findByIdOptional(id)
                .map(article -> new ArticleDetails(
                        article.id,
                        article.title,
                        article.outlet == null ? "" : article.outlet.name,
                        article.byline == null ? "" : article.byline,
                        article.publishedOn,
                        article.language,
                        article.canonicalUrl == null ? "" : article.canonicalUrl,
                        article.version,
                        proposed(article),
                        origin(article),
                        List.of()));
    }

    ArticleForm.Typed typed() {
        return new ArticleForm.Typed("", "", title, outlet, byline, day(publishedOn), language, canonicalUrl);
    }

    ArticleDetails against(ArticleForm.Typed typed) {
        List<Theirs> theirs = new ArrayList<>();
        ArticleForm.Typed stored = typed();
        compare(theirs, "title", "Title", stored.title(), typed.title());
        compare(theirs, "outlet", "Outlet", stored.outlet(), typed.outlet());
        compare(theirs, "byline", "Author", stored.byline(), typed.byline());
        compare(theirs, "publishedOn", "Published on", stored.publishedOn(), typed.publishedOn());
        compare(theirs, "language", "Language", stored.language(), typed.language());
        compare(theirs, "address", "Address", stored.address(), typed.address());
        return new ArticleDetails(
                id,
                title,
                outlet,
                byline,
                publishedOn,
                language,
                canonicalUrl,
                version,
                proposed,
                origin,
                List.copyOf(theirs));
    }

    /** As the form was made from it, so that putting its faults right does not pass over what others changed meanwhile. */
    ArticleDetails asRead(Integer read) {
        return new ArticleDetails(
                id,
                title,
                outlet,
                byline,
                publishedOn,
                language,
                canonicalUrl,
                read == null ? version : read,
                proposed,
                origin,
                theirs);
    }

    public boolean changedMeanwhile() {
        return !theirs.isEmpty();
    }

    private static void compare(List<Theirs> theirs, String field, String label, String stored, String typed) {
        if (!stored.strip().equals(typed.strip())) {
            theirs.add(new Theirs(field, label, stored.isBlank() ? "nothing" : stored));
        }
    }

    private static Origin origin(Article article) {
        Article origin = article.originArticle;
        return origin == null
                ? null
                : new Origin(
                        origin.id,
                        origin.title,
                        origin.outlet == null ? null : origin.outlet.name,
                        article.originDecidedBy == null ? null : article.originDecidedBy.name);
    }

    private static Proposed proposed(Article article) {
        Optional<Snapshot> first =
                Snapshot.<Snapshot>find("article = ?1 order by id", article).firstResultOptional();
        return first.map(snapshot -> PlainArticle.read(snapshot.text))
                .map(read -> new Proposed(
                        read.title(), read.outlet(), read.byline(), day(read.publishedOn()), read.language()))
                .orElse(null);
    }

    private static String day(LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }
}
