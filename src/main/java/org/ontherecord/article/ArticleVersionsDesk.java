package org.ontherecord.article;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.LockedRow;
import org.ontherecord.platform.Refusal;

/** An article's text over time: whether its page has changed since we took it, and what. */
@Path("/desk/articles/{id:\\d+}/versions")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ArticleVersionsDesk {
    private static final Logger LOG = Logger.getLogger(ArticleVersionsDesk.class);

    @CheckedTemplate(basePath = "article")
    static class Templates {
        static native TemplateInstance versions(ArticleVersions article);
    }

    private final EntityManager database;
    private final Clock clock;

    ArticleVersionsDesk(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public TemplateInstance show(@RestPath long id, @RestQuery Long from, @RestQuery Long to) {
        return Templates.versions(
                ArticleVersions.of(database, id, from, to, clock.instant()).orElseThrow(NotFoundException::new));
    }

    /** Asks for a look at once; asked for twice, it is looked at once. */
    @POST
    @Transactional
    public Response lookAgain(@RestPath long id) {
        Instant now = clock.instant();
        Article article = LockedRow.of(database, Article.class, id).orElseThrow(NotFoundException::new);
        if (article.canonicalUrl == null) {
            throw Refusal.incomplete("We do not know this article's address. Give it under “Change details” first.");
        }
        database.createNativeQuery("""
                        insert into article_look (article_id, live_snapshot_id, live_since, next_try_at)
                        select s.article_id, s.id, s.taken_at, :now from snapshot s where s.article_id = :id order by s.id desc limit 1
                        on conflict (article_id) do nothing""")
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
        LockedRow.of(database, ArticleLook.class, "article_id", id).ifPresent(look -> look.hurry(now));
        LOG.infof("article %d to be looked at again", id);
        return Response.seeOther(URI.create("/desk/articles/" + id + "/versions"))
                .build();
    }
}
