package org.ontherecord.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Light or dark as the reader chose, in a cookie that only those have who did choose; everybody else's pages follow
 * their system. A GET, because a public page has no token for forms, and all that a stranger's link could do is dim a page.
 */
@Path("/theme")
@PermitAll
@ApplicationScoped
public class Theme {
    /** The three of the switch; the first is no choice, and no cookie. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String COOKIE = "theme";
    private static final Duration A_YEAR = Duration.ofDays(365);

    /** A path of this site: browsers read two slashes, or a slash and a backslash, as the name of another one. */
    private static final String WITHIN = "/([!-.0-\\[\\]-~][!-\\[\\]-~]*)?";

    private final boolean secure;

    Theme(@ConfigProperty(name = "ontherecord.address", defaultValue = "http://localhost") URI address) {
        this.secure = "https".equals(address.getScheme());
    }

    @GET
    @Operation(hidden = true)
    public Response choose(@RestQuery String theme, @RestQuery String back) {
        Choice choice = Arrays.stream(Choice.values())
                .filter(one -> one.code().equals(theme))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("There is no theme “" + theme + "”. Use one of: "
                        + String.join(
                                ", ",
                                List.of(Choice.values()).stream()
                                        .map(Choice::code)
                                        .toList())
                        + "."));
        String target = back != null && back.matches(WITHIN) ? back : "/";
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, target)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie(choice))
                .build();
    }

    static Choice of(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        return Arrays.stream(Choice.values())
                .filter(one -> cookie != null && one.code().equals(cookie.getValue()))
                .findFirst()
                .orElse(Choice.SYSTEM);
    }

    private NewCookie cookie(Choice choice) {
        return new NewCookie.Builder(COOKIE)
                .value(choice.code())
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(choice == Choice.SYSTEM ? 0 : (int) A_YEAR.toSeconds())
                .build();
    }
}
