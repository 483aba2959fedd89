package org.ontherecord.account;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The people of the test newsroom, each with an account made on first mention. */
@ApplicationScoped
public class People {
    public static final String PASSWORD = "five unrelated plain words";

    private final SessionCookie cookie;
    private final Passwords passwords;
    private final Clock clock;
    private String hash;

    People(SessionCookie cookie, Passwords passwords, Clock clock) {
        this.cookie = cookie;
        this.passwords = passwords;
        this.clock = clock;
    }

    public Account checker() {
        return named("Ana Ferrand", Role.CHECKER);
    }

    /** Another checker, for all that needs two. */
    public Account secondChecker() {
        return named("Mira Okafor", Role.CHECKER);
    }

    public Account editor() {
        return named("Jonas Lindqvist", Role.EDITOR);
    }

    public Account secondEditor() {
        return named("Ida Sample", Role.EDITOR);
    }

    public Account admin() {
        return named("Ruth Admin", Role.ADMIN);
    }

    public Account named(String name, Role role) {
        return QuarkusTransaction.requiringNew().call(() -> {
            String email = name.toLowerCase().replace(' ', '.') + "@newsroom.invalid";
            return Account.byEmail(email).orElseGet(() -> {
                var account = new Account(email, name, role, hash(), clock.instant());
                account.persist();
                return account;
            });
        });
    }

    /** A fresh session's cookie, as a browser would send it. */
    public Map<String, String> cookieOf(Account account) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var carried = cookie.carrying(SignInSession.start(account, "Firefox on Linux", clock.instant()));
            return Map.of(carried.getName(), carried.getValue());
        });
    }

    private synchronized String hash() {
        if (hash == null) {
            hash = passwords.hash(PASSWORD);
        }
        return hash;
    }
}
