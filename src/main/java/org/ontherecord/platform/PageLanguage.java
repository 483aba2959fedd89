package org.ontherecord.platform;

import java.net.URI;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells each page which language it is written in, says so to its reader, and remembers a choice. */
@Singleton
class PageLanguage {
    /** An error has got its page by then. */
    private static final int AFTER_ERRORS = 5500;

    private static final int AFTER_RENDERING = 900;

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private final Site site;

    private final boolean secure;

    PageLanguage(
            Site site, @ConfigProperty(name = "ontherecord.address", defaultValue = "http://localhost") URI address) {
        this.site = site;
        this.secure = "https".equals(address.getScheme());
    }

    void tell(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(
                page -> page.setLocale(site.language().code()));
    }

    @ServerResponseFilter(priority = AFTER_ERRORS)
    void say(ContainerResponseContext response, RoutingContext request) {
        boolean untyped = response.getEntity() instanceof TemplateInstance && response.getMediaType() == null;
        if (untyped) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
        }
        if (!response.hasEntity() || !HTML.isCompatible(response.getMediaType())) {
            return;
        }
        Language language = Language.of(request);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.code());
        boolean chosen = request.queryParam(Language.PARAMETER).contains(language.code());
        boolean framed = request.normalizedPath().startsWith("/embed/");
        if (chosen && !framed && Part.of(request) == Part.PUBLIC) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, remember(language));
        }
    }

    /** Rendering types a page without its charset when the resource answered with a response around the template. */
    @ServerResponseFilter(priority = AFTER_RENDERING)
    void spellOut(ContainerResponseContext response) {
        if (HTML.isCompatible(response.getMediaType())) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
        }
    }

    private NewCookie remember(Language language) {
        return new NewCookie.Builder(Language.COOKIE)
                .value(language.code())
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
