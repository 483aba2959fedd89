package org.ontherecord.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Asks who is signed in for the password again before what a borrowed browser must not do; wrong ones count as tries to sign in. */
@ApplicationScoped
public class PasswordAgain {
    private final Passwords passwords;
    private final Clock clock;

    PasswordAgain(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Why it is not accepted, as a sentence; empty when it is theirs. Outside any transaction: the hash takes long. */
    Optional<String> refusal(long accountId, String password, String address) {
        if (password.isEmpty()) {
            return Optional.of("Give your present password.");
        }
        Instant now = clock.instant();
        Account account = QuarkusTransaction.requiringNew().call(() -> Account.findById(accountId));
        boolean tooMany =
                QuarkusTransaction.requiringNew().call(() -> SignInAttempt.tooManyFor(account.email, address, now));
        if (tooMany) {
            return Optional.of("Too many tries. Wait 15 minutes, then try again.");
        }
        boolean right;
        try {
            right = passwords.matches(password, account);
        } catch (Passwords.Busy e) {
            return Optional.of("Many people are signing in at this moment. Try again in a few seconds.");
        }
        if (!right) {
            QuarkusTransaction.requiringNew().run(() -> SignInAttempt.record(account.email, address, false, now));
            return Optional.of("This is not your present password. Check it.");
        }
        return Optional.empty();
    }
}
