package org.ontherecord.platform;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * No cookie where there is no form. The CSRF filter of Quarkus marks each answer to a GET for a new cookie and sets it
 * in a response filter of its own; outside the desk the mark is taken away before that.
 */
class Cookieless {
    /** {@code CsrfRequestResponseReactiveFilter.NEW_COOKIE_REQUIRED}, which is private. */
    private static final String MARK = "true";

    private static final int BEFORE_THE_COOKIE = 6000;

    @ServerResponseFilter(priority = BEFORE_THE_COOKIE)
    void forget(RoutingContext request) {
        if (Part.of(request) != Part.DESK) {
            request.remove(MARK);
        }
    }
}
