package org.ontherecord.platform;

import java.lang.annotation.Annotation;
import java.util.UUID;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What a person sees when a page cannot be shown: what happened, what was kept, what to do. Programs get problems instead. */
class ErrorPage {
    /** Before Qute renders what is in the response. */
    private static final int BEFORE_RENDERING = 6000;

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final Logger LOG = Logger.getLogger(ErrorPage.class);

    @CheckedTemplate(basePath = "platform")
    static class Templates {
        static native TemplateInstance error(Trouble trouble);
    }

    /**
     * What happened, in which language, and the number under which the log knows it, or null.
     *
     * @param language a refusal that names what was wrong in an address is English everywhere
     */
    record Trouble(
            int status,
            String heading,
            String happened,
            String language,
            String advice,
            String number,
            boolean atDesk) {}

    @ServerResponseFilter(priority = BEFORE_RENDERING)
    void show(ContainerResponseContext response, RoutingContext request) {
        Part part = Part.of(request);
        boolean told =
                response.hasEntity() ? !(response.getEntity() instanceof HttpProblem) : response.getStatus() < 400;
        if (told || part == Part.API || part == Part.OPERATING) {
            return;
        }
        if (response.getStatus() < 400) {
            response.setEntity(null);
            return;
        }
        response.setEntity(Templates.error(trouble(response, request, part)), new Annotation[0], HTML);
    }

    private static Trouble trouble(ContainerResponseContext response, RoutingContext request, Part part) {
        int status = response.getStatus();
        String said = sentence(response.getEntity());
        String number = null;
        if (status >= 500) {
            number = UUID.randomUUID().toString().substring(0, 8);
            LOG.errorf(
                    "Error %s: %d on %s %s", number, status, request.request().method(), request.normalizedPath());
            said = null;
        }
        boolean formSent = request.request().method() == HttpMethod.POST;
        Language language = Language.of(request);
        var words = language.words(ErrorMessages.class);
        boolean form = formSent && status == 400;
        return new Trouble(
                status,
                form ? words.formHeading() : words.heading(status),
                said != null ? said : form ? words.formHappened() : words.happened(status),
                said != null && status == 400 ? Language.ENGLISH.code() : language.code(),
                form
                        ? words.formAdvice()
                        : formSent && status == 403 ? words.goBack(words.advice(status)) : words.advice(status),
                number,
                part == Part.DESK);
    }

    /** Our own refusals are whole sentences; the framework's remarks are not, and are for developers. */
    private static String sentence(Object entity) {
        String detail = entity instanceof HttpProblem problem ? problem.getDetail() : null;
        return detail != null && detail.contains(" ") && detail.endsWith(".") ? detail : null;
    }
}
