package org.ontherecord.published;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** What we correct and how, and everything we ever did. */
@Path("/corrections")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class CorrectionsPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance corrections(PublicationList list);
    }

    private final PublishedChanges changes;
    private final Clock clock;

    CorrectionsPage(PublishedChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @GET
    public TemplateInstance log(@RestQuery String page) {
        ClaimQuery all = ClaimQuery.followed(name -> name.equals("page") ? page : null, clock.instant());
        return Templates.corrections(changes.find(all, PublishedChanges.CORRECTIONS));
    }
}
