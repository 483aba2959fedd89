package org.ontherecord.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Recognises a signed-in browser by its cookie, and sends others to the sign-in page. At {@code /api/} it counts for nothing. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
    private static final String OWN_ACCOUNT = "/desk/me";
    private static final String LACKS_SECOND_FACTOR = "lacks second factor";

    private final SessionCookie cookie;

    SessionMechanism(SessionCookie cookie) {
        this.cookie = cookie;
    }

    /** Asks who holds this secret. */
    static final class SessionRequest extends BaseAuthenticationRequest {
        final Secret secret;
        private final RoutingContext request;

        SessionRequest(Secret secret, RoutingContext request) {
            this.secret = secret;
            this.request = request;
        }

        /** Whether it is for a page on which a person sets up their second factor, which are open before there is one. */
        boolean isForOwnAccount() {
            String path = request.normalizedPath();
            return path.equals(OWN_ACCOUNT) || path.startsWith(OWN_ACCOUNT + "/");
        }

        void lacksSecondFactor() {
            request.put(LACKS_SECOND_FACTOR, true);
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        Secret secret = KeyMechanism.isApi(request) ? null : cookie.read(request);
        return secret == null
                ? Uni.createFrom().nullItem()
                : providers.authenticate(new SessionRequest(secret, request));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        if (KeyMechanism.isApi(request)) {
            return Uni.createFrom().nullItem();
        }
        if (request.get(LACKS_SECOND_FACTOR) != null) {
            return Uni.createFrom()
                    .item(new ChallengeData(303, "Location", OWN_ACCOUNT + "?done=second-factor-needed"));
        }
        if (isTypedForm(request)) {
            return Uni.createFrom()
                    .item(new ChallengeData(
                            307,
                            "Location",
                            SignInAgainPage.address(request.request().uri())));
        }
        String back = request.request().method() == HttpMethod.GET
                ? "?next=" + URLEncoder.encode(request.request().uri(), StandardCharsets.UTF_8)
                : "";
        return Uni.createFrom().item(new ChallengeData(303, "Location", "/sign-in" + back));
    }

    /** A form of the desk that a person filled in; a file among it could not be sent on, and htmx leaves the page as it is. */
    private static boolean isTypedForm(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return request.request().method() == HttpMethod.POST
                && request.normalizedPath().startsWith("/desk/")
                && request.request().getHeader("HX-Request") == null
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }
}
