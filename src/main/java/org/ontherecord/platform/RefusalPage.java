package org.ontherecord.platform;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Shows a refused deed of the desk in words. */
public class RefusalPage {
    @CheckedTemplate(basePath = "platform")
    static class Templates {
        static native TemplateInstance refused(String title, String sentence);
    }

    @ServerExceptionMapper
    public Response show(Refusal refusal) {
        return Response.status(refusal.because.status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.refused(refusal.because.title, refusal.getMessage()))
                .build();
    }
}
