package org.ontherecord.claim.likeness;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Shows a refused decision about claims in words. */
public class RefusedPage {
    @CheckedTemplate(basePath = "likeness")
    static class Templates {
        static native TemplateInstance refused(String title, String sentence);
    }

    @ServerExceptionMapper
    public Response show(Refused refusal) {
        String title = switch (refusal.because) {
            case NOT_ALLOWED -> "You can't do this";
            case MOVED_ON -> "This has moved on";
            case INCOMPLETE -> "Something is missing";
        };
        return Response.status(refusal.because.status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.refused(title, refusal.getMessage()))
                .build();
    }
}
