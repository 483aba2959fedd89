package org.ontherecord.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets programs send files to {@code /api/} as forms, and readers send what the public pages ask. The CSRF filter of Quarkus
 * asks every form for the hidden token and knows no exception (quarkus#53715); there no cookie opens anything, so there is
 * nothing to forge and the token is put in. Public pages so need no cookie and can be kept by caches.
 */
@ApplicationScoped
class FormsWithKeys {
    private static final int BEFORE_THE_COOKIES_ARE_READ = 990;
    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    @ConfigProperty(name = "quarkus.rest-csrf.token-header-name", defaultValue = "X-CSRF-TOKEN")
    String header;

    void listen(@Observes Filters filters) {
        filters.register(this::letThrough, BEFORE_THE_COOKIES_ARE_READ);
    }

    private void letThrough(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        if (context.request().method() == HttpMethod.POST
                && type != null
                && (Part.of(context) == Part.API && is(type, "multipart/form-data")
                        || Part.of(context) == Part.PUBLIC && is(type, "application/x-www-form-urlencoded"))) {
            context.request().headers().set("Cookie", "csrf-token=" + TOKEN).set(header, TOKEN);
        }
        context.next();
    }

    private static boolean is(String type, String wanted) {
        return type.regionMatches(true, 0, wanted, 0, wanted.length());
    }
}
