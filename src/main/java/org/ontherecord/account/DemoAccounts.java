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

    /**
     * Makes this the one API key of the demonstration, without limits, in the name of its checker; blank for none. A key
     * set before stops working. Without demonstration accounts there is nobody to hold it.
     */
    public boolean giveKey(String key) {
        Account checker = Account.byEmail("checker" + HOST).orElse(null);
        String hash = key.isBlank() ? "" : new Secret(key.strip()).hash();
        ApiKey.update(
                "revokedAt = ?1 where unlimited and revokedAt is null and secretHash <> ?2", clock.instant(), hash);
        if (checker == null || key.isBlank()) {
            return false;
        }
        ApiKey.of(new Secret(key.strip()))
                .filter(known -> known.unlimited)
                .ifPresentOrElse(
                        known -> {
                            known.revokedAt = null;
                            known.revokedBy = null;
                        },
                        () -> {
                            ApiKey made = ApiKey.of(
                                    checker,
                                    "Demonstration (ONTHERECORD_DEMO_API_KEY)",
                                    new Secret(key.strip()),
                                    clock.instant());
                            made.unlimited = true;
                            made.persist();
                        });
        return true;
    }

    public String randomPassword() {
        return Secret.random().value().substring(0, 20);
    }
}
