package org.ontherecord.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A signed-in browser. It ends by signing out, after twelve hours without use, or after seven days. */
@Entity
public class SignInSession extends PanacheEntityBase {
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(7);

    /** How stale the note of last use may get: one write in five minutes, not one a request. */
    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(5);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    String tokenHash;

    @ManyToOne
    public Account account;

    public Instant createdAt;
    public Instant lastSeenAt;
    public Instant expiresAt;
    public Instant endedAt;

    /** Starts a session and returns the secret for the cookie, which is shown nowhere else. */
    static Secret start(Account account, Instant now) {
        var secret = Secret.random();
        var session = new SignInSession();
        session.tokenHash = secret.hash();
        session.account = account;
        session.createdAt = now;
        session.lastSeenAt = now;
        session.expiresAt = now.plus(LONGEST);
        session.persist();
        return secret;
    }

    /** The live session of that secret, its use noted; empty when it ended, ran out or its account was disabled. */
    static Optional<SignInSession> use(Secret secret, Instant now) {
        Optional<SignInSession> found = find(
                        "from SignInSession s join fetch s.account where s.tokenHash = ?1", secret.hash())
                .firstResultOptional();
        Optional<SignInSession> live = found.filter(session -> session.isLive(now));
        live.filter(session -> session.lastSeenAt.plus(NOTE_USE_EVERY).isBefore(now))
                .ifPresent(session -> session.lastSeenAt = now);
        return live;
    }

    static void end(Secret secret, Instant now) {
        update("endedAt = ?1 where tokenHash = ?2 and endedAt is null", now, secret.hash());
    }

    static void endAllOf(Account account, Instant now) {
        update("endedAt = ?1 where account = ?2 and endedAt is null", now, account);
    }

    private boolean isLive(Instant now) {
        return endedAt == null
                && now.isBefore(expiresAt)
                && now.isBefore(lastSeenAt.plus(IDLE))
                && !account.isDisabled();
    }
}
