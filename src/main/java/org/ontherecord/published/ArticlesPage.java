package org.ontherecord.published;

import java.net.URI;
import java.time.Clock;
import java.util.List;

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

/** The articles in which claims were found. */
@Path("/articles")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ArticlesPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance articles(
                List<PublishedArticle.Listed> articles, long total, int page, int pages);

        static native TemplateInstance article(PublishedArticle record);
    }

    private final PublishedArticles articles;
    private final Clock clock;

    ArticlesPage(PublishedArticles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list(@RestQuery String page) {
        int asked = ClaimQuery.page(page);
        var now = clock.instant();
        long total = articles.count(now);
        int pages = (int) Math.max(1, (total + PublishedArticles.PAGE - 1) / PublishedArticles.PAGE);
        return Templates.articles(articles.page(now, asked), total, asked, pages);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}{slug: (-[^/]*)?}")
    public Response show(@RestPath long id, @RestPath String slug) {
        PublishedArticle record = articles.byNumber(id, clock.instant())
                .orElseThrow(() -> new NotFoundException("No public claim quotes an article of that number."));
        if (!record.article().page().endsWith("/" + id + slug)) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(record.article().page()))
                    .build();
        }
        return Response.ok(Templates.article(record)).build();
    }
}
