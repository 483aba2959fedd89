package org.ontherecord.account;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * One try to sign in, kept for a day. Failures are limited in two windows, for the account and for the address the try
 * came from, over all nodes; nobody is locked out for longer than the window.
 */
@Entity
public class SignInAttempt extends PanacheEntityBase {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int FAILURES_PER_EMAIL = 10;
    static final int FAILURES_PER_ADDRESS = 50;
    private static final Duration KEPT = Duration.ofDays(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String email;
    public String address;
    public Instant attemptedAt;
    public boolean succeeded;

    static void record(String email, String address, boolean succeeded, Instant now) {
        var attempt = new SignInAttempt();
        attempt.email = email;
        attempt.address = address;
        attempt.attemptedAt = now;
        attempt.succeeded = succeeded;
        attempt.persist();
        delete("attemptedAt < ?1", now.minus(KEPT));
    }

    static boolean tooManyFor(String email, String address, Instant now) {
        return count("not succeeded and email = ?1 and attemptedAt > ?2", email, now.minus(WINDOW))
                        >= FAILURES_PER_EMAIL
                || tooManyFrom(address, now);
    }

    /** For tries that name nobody. */
    static boolean tooManyFrom(String address, Instant now) {
        return count("not succeeded and address = ?1 and attemptedAt > ?2", address, now.minus(WINDOW))
                >= FAILURES_PER_ADDRESS;
    }
}
