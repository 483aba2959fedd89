package org.ontherecord.account;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Random bytes that a device is asked to sign: taken back once, within five minutes, by whichever node. */
@Entity
public class PasskeyChallenge extends PanacheEntityBase {
    static final Duration WAITS = Duration.ofMinutes(5);

    /** As many as there may be failed tries from one address: asking costs a row. */
    private static final int MOST_FOR_ADDRESS = SignInAttempt.FAILURES_PER_ADDRESS;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    String challengeHash;

    /** Where a passkey is being added; null for signing in. */
    Long sessionId;

    String address;
    Instant expiresAt;

    static boolean tooManyFor(String address, Instant now) {
        return count("address = ?1 and expiresAt > ?2", address, now) >= MOST_FOR_ADDRESS;
    }

    static Secret make(Long sessionId, String address, Instant now) {
        delete("expiresAt <= ?1", now);
        var secret = Secret.random();
        var challenge = new PasskeyChallenge();
        challenge.challengeHash = secret.hash();
        challenge.sessionId = sessionId;
        challenge.address = address;
        challenge.expiresAt = now.plus(WAITS);
        challenge.persist();
        return secret;
    }

    /** Whether we gave it out for this and nobody brought it back yet. */
    static boolean take(Secret secret, Long sessionId, Instant now) {
        return sessionId == null
                ? delete("challengeHash = ?1 and sessionId is null and expiresAt > ?2", secret.hash(), now) == 1
                : delete("challengeHash = ?1 and sessionId = ?2 and expiresAt > ?3", secret.hash(), sessionId, now)
                        == 1;
    }
}
