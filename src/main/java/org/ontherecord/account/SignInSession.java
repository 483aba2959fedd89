package org.ontherecord.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A signed-in browser. It ends by signing out, after twelve hours without use, or after seven days. */
@Entity
public class SignInSession extends PanacheEntityBase {
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(7);
    static final Duration WAITS_FOR_CODE = Duration.ofMinutes(10);
    private static final int MOST_LISTED = 100;

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

    /** In words, such as "Firefox on Linux"; null when the browser did not say. */
    public String browser;

    /** The password was right and the code of the second factor is still to come; opens nothing until then. */
    public boolean awaitsCode;

    /** The one that opened it, null when a password did. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "passkey_id")
    public Passkey passkey;

    /** Starts a session and returns the secret for the cookie, which is shown nowhere else. */
    static Secret start(Account account, String browser, Instant now) {
        return start(account, browser, false, null, now);
    }

    /** A passkey is both factors: there is no second step. */
    static Secret start(Passkey passkey, String browser, Instant now) {
        return start(passkey.account, browser, false, passkey, now);
    }

    /** Starts what becomes a session only with a code, within ten minutes. */
    static Secret startAwaitingCode(Account account, String browser, Instant now) {
        return start(account, browser, true, null, now);
    }

    private static Secret start(Account account, String browser, boolean awaitsCode, Passkey passkey, Instant now) {
        var secret = Secret.random();
        var session = new SignInSession();
        session.browser = browser;
        session.awaitsCode = awaitsCode;
        session.passkey = passkey;
        session.tokenHash = secret.hash();
        session.account = account;
        session.createdAt = now;
        session.lastSeenAt = now;
        session.expiresAt = now.plus(awaitsCode ? WAITS_FOR_CODE : LONGEST);
        session.persist();
        return secret;
    }

    /** The live session of that secret, its use noted; empty when it ended, ran out or its account was disabled. */
    static Optional<SignInSession> use(Secret secret, Instant now) {
        Optional<SignInSession> live = of(secret).filter(session -> !session.awaitsCode && session.isLive(now));
        live.filter(session -> session.lastSeenAt.plus(NOTE_USE_EVERY).isBefore(now))
                .ifPresent(session -> session.lastSeenAt = now);
        return live;
    }

    /** What the right password opened and a code has still to confirm. */
    static Optional<SignInSession> awaitingCode(Secret secret, Instant now) {
        return of(secret).filter(session -> session.awaitsCode && session.isLive(now));
    }

    /** Where somebody is signed in now, the last used first. */
    static List<SignInSession> liveOf(Account account, Instant now) {
        return SignInSession.<SignInSession>find(
                        "account = ?1 and endedAt is null and not awaitsCode and expiresAt > ?2 and lastSeenAt > ?3"
                                + " order by lastSeenAt desc, id desc",
                        account,
                        now,
                        now.minus(IDLE))
                .page(0, MOST_LISTED)
                .list();
    }

    private static Optional<SignInSession> of(Secret secret) {
        return find("from SignInSession s join fetch s.account where s.tokenHash = ?1", secret.hash())
                .firstResultOptional();
    }

    static void end(Secret secret, Instant now) {
        update("endedAt = ?1 where tokenHash = ?2 and endedAt is null", now, secret.hash());
    }

    static int endAllOf(Account account, Instant now) {
        return update("endedAt = ?1 where account = ?2 and endedAt is null", now, account);
    }

    static int endAllBy(Passkey passkey, Instant now) {
        return update("endedAt = ?1 where passkey = ?2 and endedAt is null", now, passkey);
    }

    /** Ends all sessions of the account but this one; tells how many there were. */
    static int endOthersOf(Account account, Long kept, Instant now) {
        return update("endedAt = ?1 where account = ?2 and id <> ?3 and endedAt is null", now, account, kept);
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    private boolean isLive(Instant now) {
        return endedAt == null
                && now.isBefore(expiresAt)
                && now.isBefore(lastSeenAt.plus(IDLE))
                && !account.isDisabled();
    }
}
