package org.ontherecord.account;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.ontherecord.platform.SignInHint;

/** Tells in the log how to sign in. With no account there is no default password but a one-time set-up link. */
@ApplicationScoped
class FirstRun implements SignInHint {
    private final Clock clock;

    FirstRun(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<String> lines(String siteAddress) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (Account.count() > 0) {
                return List.of("Sign in:      " + siteAddress + "/sign-in");
            }
            return List.of(
                    "No account exists yet. Open this one-time link to make the first administrator:",
                    siteAddress + "/invitations/"
                            + Invitation.setUp(clock.instant()).value());
        });
    }
}
