package org.ontherecord.account;

import java.security.Principal;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

import org.ontherecord.account.SessionMechanism.SessionRequest;

/** Turns a session's secret into the person and their roles. Read anew with each request: a removed role is gone at once. */
@ApplicationScoped
public class SessionIdentityProvider implements IdentityProvider<SessionRequest> {
    static final String ACCOUNT_ID = "account_id";
    static final String SESSION_ID = "session_id";

    private final Clock clock;

    SessionIdentityProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> QuarkusTransaction.requiringNew()
                .call(() -> SignInSession.use(request.secret, clock.instant())
                        .filter(session -> mayGoOn(session, request))
                        .map(session -> identityOf(session))
                        .orElse(null)));
    }

    private static boolean mayGoOn(SignInSession session, SessionRequest request) {
        if (request.isForOwnAccount() || !SecondFactorRule.holds(session)) {
            return true;
        }
        request.lacksSecondFactor();
        return false;
    }

    private static SecurityIdentity identityOf(SignInSession session) {
        Account account = session.account;
        Principal principal = () -> account.email;
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRoles(account.role.names())
                .addAttribute(ACCOUNT_ID, account.id)
                .addAttribute(SESSION_ID, session.id)
                .build();
    }
}
