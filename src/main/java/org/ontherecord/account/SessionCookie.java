package org.ontherecord.account;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie that carries a session's secret. Behind https it is a {@code __Host-} cookie. The port is in the name
 * because browsers share cookies between ports: two instances on one machine must not sign each other out.
 */
@ApplicationScoped
public class SessionCookie {
    private final String name;
    private final boolean secure;

    SessionCookie(
            @ConfigProperty(name = "ontherecord.address", defaultValue = "http://localhost") URI address,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.secure = "https".equals(address.getScheme());
        this.name = (secure ? "__Host-desk-" : "desk-") + port;
    }

    Secret read(RoutingContext request) {
        Cookie cookie = request.request().getCookie(name);
        return cookie == null || cookie.getValue().isEmpty() ? null : new Secret(cookie.getValue());
    }

    NewCookie carrying(Secret secret) {
        return cookie(secret.value(), (int) SignInSession.LONGEST.toSeconds());
    }

    NewCookie gone() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAgeSeconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(maxAgeSeconds)
                .build();
    }
}
