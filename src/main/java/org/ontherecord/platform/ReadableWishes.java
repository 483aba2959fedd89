package org.ontherecord.platform;

import java.util.Map;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Passes over what a client says it prefers when that cannot be read (RFC 9110 §12.5 lets a server disregard it): the
 * framework would answer with an error that is neither a page nor a problem.
 */
@ApplicationScoped
class ReadableWishes {
    private static final int BEFORE_EVERYTHING = 1000;

    /** Browsers send a tenth of it; beyond, looking at it would cost more than it is worth. */
    private static final int LONGEST = 1000;

    private static final String WEIGHT = "\\s*;\\s*[qQ]=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)";
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";
    private static final String DETAIL = "\\s*;\\s*(?![qQ]=)" + TOKEN + "=(" + TOKEN + "|\"[^\",]*\")";

    private static final Map<String, Pattern> READABLE = Map.of(
            "Accept", list(TOKEN + "/" + TOKEN + "(" + DETAIL + ")*(" + WEIGHT + ")?(" + DETAIL + ")*"),
            "Accept-Language", list("(\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)(" + WEIGHT + ")?"));

    void listen(@Observes Filters filters) {
        filters.register(ReadableWishes::passOver, BEFORE_EVERYTHING);
    }

    private static void passOver(RoutingContext context) {
        HttpServerRequest request = context.request();
        READABLE.forEach((header, readable) -> {
            String wish = request.getHeader(header);
            if (wish != null
                    && (wish.length() > LONGEST || !readable.matcher(wish).matches())) {
                request.headers().remove(header);
            }
        });
        context.next();
    }

    private static Pattern list(String element) {
        return Pattern.compile("\\s*" + element + "(\\s*,\\s*" + element + ")*\\s*");
    }
}
