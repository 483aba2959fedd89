package org.ontherecord.published.feed;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Which feeds there are, for people. */
@Path("/feeds")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class FeedsPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance feeds();
    }

    @GET
    public TemplateInstance show() {
        return Templates.feeds();
    }
}
