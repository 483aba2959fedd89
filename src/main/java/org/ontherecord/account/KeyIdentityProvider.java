package org.ontherecord.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

import org.ontherecord.account.KeyMechanism.KeyRequest;

/** Turns an API key into its account and role. Read anew with each request: a revoked key is gone at once. */
@ApplicationScoped
public class KeyIdentityProvider implements IdentityProvider<KeyRequest> {
    /** The role of the key of the demonstration beside its checker's: it may try what else only administrators' keys may. */
    public static final String DEMONSTRATION = "DEMONSTRATION";

    static final String KEY = "api_key";
    static final String UNLIMITED = "api_key_unlimited";

    private final Clock clock;

    KeyIdentityProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Class<KeyRequest> getRequestType() {
        return KeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> QuarkusTransaction.requiringNew().call(() -> identityOf(request)));
    }

    private SecurityIdentity identityOf(KeyRequest request) {
        ApiKey key = ApiKey.of(request.secret).orElse(null);
        if (key == null) {
            return null;
        }
        Instant now = clock.instant();
        var refusal = key.refusal(now);
        if (refusal.isPresent()) {
            request.refusal.accept(refusal.get());
            return null;
        }
        key.noteUse(now);
        String email = key.account.email;
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(() -> email)
                .addRoles(key.account.role.names())
                .addRoles(key.unlimited ? Set.of(DEMONSTRATION) : Set.of())
                .addAttribute(SessionIdentityProvider.ACCOUNT_ID, key.account.id)
                .addAttribute(KEY, key.id)
                .addAttribute(UNLIMITED, key.unlimited)
                .build();
    }
}
