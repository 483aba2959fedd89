package org.ontherecord.published;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The front page: what this is, what changed, what is due, what is new. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class FrontPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance home(
                List<PublishedNews.Change> changes, List<ClaimSummary> due, List<ClaimSummary> fresh);
    }

    private final PublishedNews news;
    private final Clock clock;

    FrontPage(PublishedNews news, Clock clock) {
        this.news = news;
        this.clock = clock;
    }

    @GET
    public TemplateInstance home() {
        Instant now = clock.instant();
        return Templates.home(news.changes(now), news.due(now), news.fresh(now));
    }
}
