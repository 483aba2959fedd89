package org.ontherecord.platform;

import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Shows a refused deed of the desk in words, with those that were typed for it. */
public class RefusalPage {
    @CheckedTemplate(basePath = "platform")
    static class Templates {
        static native TemplateInstance refused(String title, String sentence, List<String> words);
    }

    @ServerExceptionMapper
    public Response show(Refusal refusal, ContainerRequestContext asked) {
        return Response.status(refusal.because.status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.refused(refusal.because.title, refusal.getMessage(), TypedWords.in(asked)))
                .build();
    }
}
