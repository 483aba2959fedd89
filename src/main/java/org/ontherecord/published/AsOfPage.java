package org.ontherecord.published;

import java.net.URI;

import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** How pages that take a moment answer. */
public final class AsOfPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance notYet(NotYet it);
    }

    private AsOfPage() {}

    /** The page, which says itself when it could not read the moment. */
    public static Response show(AsOf asOf, TemplateInstance page) {
        return Response.status(asOf.isUnreadable() ? Response.Status.BAD_REQUEST : Response.Status.OK)
                .entity(page)
                .build();
    }

    /** To the one address of what was asked for by another. */
    static Response moved(AsOf asOf, String address) {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create(asOf.again(address)))
                .build();
    }

    static Response show(NotYet notYet) {
        return Response.status(Response.Status.NOT_FOUND)
                .entity(Templates.notYet(notYet))
                .build();
    }
}
