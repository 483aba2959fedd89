package org.ontherecord.account;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

/** The accounts of the demonstration, all at {@code demo.invalid}, an address that can never receive mail. */
@ApplicationScoped
public class DemoAccounts {
    private static final String HOST = "@demo.invalid";

    private final Passwords passwords;
    private final Clock clock;

    DemoAccounts(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    public Account make(String email, String name, Role role, String password) {
        if (!email.endsWith(HOST)) {
            throw new IllegalArgumentException("demonstration accounts are at " + HOST);
        }
        var account = new Account(email, name, role, passwords.hash(password), clock.instant());
        account.persist();
        return account;
    }

    /** Gives every demonstration account this password, if another was set when they were made. */
    public void giveAll(String password) {
        Account.<Account>stream("email like ?1", "%" + HOST)
                .filter(account -> !passwords.matches(password, account))
                .forEach(account -> account.passwordHash = passwords.hash(password));
    }

    public String randomPassword() {
        return Secret.random().value().substring(0, 20);
    }
}
