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

    /** Heading, sentences, and the number under which the log knows it, or null. */
    record Trouble(int status, String heading, String happened, String advice, String number, boolean atDesk) {}

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
        Words words = words(status, formSent);
        return new Trouble(
                status, words.heading, said == null ? words.happened : said, words.advice, number, part == Part.DESK);
    }

    /** Our own refusals are whole sentences; the framework's remarks are not, and are for developers. */
    private static String sentence(Object entity) {
        String detail = entity instanceof HttpProblem problem ? problem.getDetail() : null;
        return detail != null && detail.contains(" ") && detail.endsWith(".") ? detail : null;
    }

    private record Words(String heading, String happened, String advice) {}

    private static Words words(int status, boolean formSent) {
        return switch (status) {
            case 400 ->
                formSent
                        ? new Words(
                                "The form could not be sent",
                                "The page with the form was open too long, or this browser keeps no cookies.",
                                "Go back: what you typed is still there. Copy it if it is long, reload the page and send it again.")
                        : new Words(
                                "We could not read this address",
                                "Something in the address has a form we do not know.",
                                "Check it, or start from a list.");
            case 401 -> new Words("Sign in first", "This page is for the newsroom.", "Sign in and try again.");
            case 403 ->
                new Words(
                        "Your account may not do this",
                        "This step needs another role than yours.",
                        "Ask an editor or an administrator of this desk. Nothing was changed.");
            case 404 ->
                new Words(
                        "Nothing is here",
                        "There is no page at this address.",
                        "Claims keep their address for good, so the address may be mistyped. Search for the words or the person.");
            case 405 ->
                new Words(
                        "This address does not work that way",
                        "It cannot be asked for in this manner.",
                        "Go back and use the links and buttons on the page.");
            case 406 ->
                new Words(
                        "Not in this form",
                        "We do not have this page in the form your program asked for.",
                        "Pages are HTML. Everything on them is also JSON, see Data.");
            case 409 ->
                new Words(
                        "Somebody was faster",
                        "This was changed by somebody else while you were looking at it. Your change was not made.",
                        "Go back: what you typed is still there. Copy it, reload the page and look at what is new.");
            case 410 ->
                new Words(
                        "This is gone",
                        "What was here is no longer here.",
                        "Search for it, or start at the front page.");
            case 413 ->
                new Words(
                        "That is too much at once",
                        "What you sent is larger than 20 MB. Nothing was kept.",
                        "Send a smaller file, or paste the text.");
            case 415 ->
                new Words(
                        "We cannot read this kind of file",
                        "What was sent has a form we do not know. Nothing was kept.",
                        "Go back and use the form on the page.");
            case 422 ->
                new Words(
                        "This could not be saved",
                        "Something in the form does not hold. Nothing was changed.",
                        "Go back: what you typed is still there.");
            case 429 ->
                new Words(
                        "Too many requests",
                        "This browser or network asked for a lot in a short time.",
                        "Wait a minute, then try again.");
            case 503 ->
                new Words(
                        "We are back in a moment",
                        "The record cannot be reached just now. Nothing is lost.",
                        "Try again in a minute.");
            default ->
                status < 500
                        ? new Words(
                                "This did not work",
                                "The request could not be answered.",
                                "Go back and try it another way.")
                        : new Words(
                                "Something went wrong here",
                                "The fault is ours. What you sent may not have been saved.",
                                "Go back: what you typed is still there. Try again; if it happens again, tell us the number below.");
        };
    }
}
