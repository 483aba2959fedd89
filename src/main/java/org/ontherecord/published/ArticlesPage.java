package org.ontherecord.published;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.Paging;
import org.ontherecord.platform.Site;

/** The articles in which claims were found. */
@Path("/articles")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ArticlesPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance articles(
                List<PublishedArticle.Listed> articles, String words, int page, int pages, Instant begins, AsOf asOf);

        static native TemplateInstance article(PublishedArticle record, AsOf asOf);
    }

    private final PublishedArticles articles;
    private final PublishedClaims claims;
    private final Clock clock;
    private final Site site;

    ArticlesPage(PublishedArticles articles, PublishedClaims claims, Clock clock, Site site) {
        this.articles = articles;
        this.claims = claims;
        this.clock = clock;
        this.site = site;
    }

    @GET
    public Response list(@RestQuery String q, @RestQuery String page, @RestQuery("as_of") String given) {
        int asked = ClaimQuery.page(page);
        String words = ClaimQuery.blank(q);
        AsOf asOf = AsOf.of(given, clock.instant());
        long total = articles.count(words, asOf.moment());
        int pages = Paging.pages(total, PublishedArticles.PAGE);
        return AsOfPage.show(
                asOf,
                Templates.articles(
                        articles.page(words, asOf.moment(), asked),
                        words,
                        asked,
                        pages,
                        claims.begins(asOf.now()),
                        asOf));
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}{slug: (-[^/]*)?}")
    public Response show(@RestPath long id, @RestPath String slug, @RestQuery("as_of") String given) {
        AsOf asOf = AsOf.of(given, clock.instant());
        Optional<PublishedArticle> found = articles.byNumber(id, asOf.moment());
        if (found.isEmpty()) {
            return notYet(id, asOf);
        }
        PublishedArticle record = found.get();
        if (!record.article().page().endsWith("/" + id + slug)) {
            return AsOfPage.moved(asOf, record.article().page());
        }
        return AsOfPage.show(asOf, Templates.article(record, asOf));
    }

    private Response notYet(long id, AsOf asOf) {
        PublishedArticle today = articles.byNumber(id, asOf.now())
                .orElseThrow(() -> new NotFoundException(
                        site.language().words(ArticleMessages.class).noSuchArticle()));
        return AsOfPage.show(NotYet.of(
                asOf, today.article().title(), today.begins(), today.article().page()));
    }
}
