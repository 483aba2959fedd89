package org.ontherecord.account;

import java.util.Set;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import org.ontherecord.platform.KeyNeeded;

/** Recognises a program by the API key it sends as a bearer token (RFC 6750). At {@code /api/} only; the desk knows no keys. */
@ApplicationScoped
public class KeyMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 512;
    private static final String NOT_KNOWN =
            "We don't know this API key. Check that all of it was copied, or make one at /desk/keys.";

    /** Asks for whom this key stands; an answer of nobody may come with a reason. */
    static final class KeyRequest extends BaseAuthenticationRequest {
        final Secret secret;
        final Consumer<String> refusal;

        KeyRequest(Secret secret, Consumer<String> refusal) {
            this.secret = secret;
            this.refusal = refusal;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String sent = isApi(request) ? request.request().getHeader("Authorization") : null;
        if (sent == null || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().nullItem();
        }
        KeyNeeded.because(request, NOT_KNOWN);
        String key = sent.substring(SCHEME.length()).strip();
        return key.isEmpty() || key.length() > LONGEST
                ? Uni.createFrom().nullItem()
                : providers.authenticate(
                        new KeyRequest(new Secret(key), refusal -> KeyNeeded.because(request, refusal)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        if (!isApi(request)) {
            return Uni.createFrom().nullItem();
        }
        String error = KeyNeeded.wasSent(request) ? ", error=\"invalid_token\"" : "";
        return Uni.createFrom()
                .item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"On the Record\"" + error));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyRequest.class);
    }

    static boolean isApi(RoutingContext request) {
        return request.normalizedPath().startsWith("/api/");
    }
}
