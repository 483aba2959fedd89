package org.ontherecord.review;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Shows a refused step of the desk in words. */
public class RefusalPage {
    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance refused(String title, String sentence);
    }

    @ServerExceptionMapper
    public Response show(Refusal refusal) {
        String title = switch (refusal.because) {
            case NOT_ALLOWED -> "You can't do this";
            case OUT_OF_STEP -> "This has moved on";
            case INCOMPLETE -> "Something is missing";
        };
        return Response.status(refusal.because.status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.refused(title, refusal.getMessage()))
                .build();
    }
}
