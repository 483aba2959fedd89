package org.ontherecord.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A link with which somebody who forgot the password sets a new one, once; made by an ADMIN, who passes it on. */
@Entity
public class PasswordLink extends PanacheEntityBase {
    static final Duration LASTS = Duration.ofDays(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    String tokenHash;

    @ManyToOne
    public Account account;

    @ManyToOne
    @JoinColumn(name = "made_by")
    public Account madeBy;

    public Instant createdAt;
    public Instant expiresAt;
    public Instant usedAt;
    public Instant revokedAt;

    /** Makes a link and returns its secret, which can be shown only now; one made before stops working. */
    static Secret make(Account account, Account madeBy, Instant now) {
        revokeAllOf(account, now);
        var secret = Secret.random();
        var link = new PasswordLink();
        link.tokenHash = secret.hash();
        link.account = account;
        link.madeBy = madeBy;
        link.createdAt = now;
        link.expiresAt = now.plus(LASTS);
        link.persist();
        AuditEvent.record(madeBy, "password link made", "account", account.id, null, null, now);
        return secret;
    }

    static void revokeAllOf(Account account, Instant now) {
        update("revokedAt = ?1 where account = ?2 and usedAt is null and revokedAt is null", now, account);
    }

    /** The link of that secret if it still works; its row stays locked, so that it works once. */
    static Optional<PasswordLink> open(Secret secret, Instant now) {
        return PasswordLink.<PasswordLink>find("tokenHash", secret.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(link -> link.usedAt == null
                        && link.revokedAt == null
                        && now.isBefore(link.expiresAt)
                        && !link.account.isDisabled());
    }

    /** Sets the password and signs out everywhere: whoever knew the old one is out. */
    void use(String passwordHash, Instant now) {
        usedAt = now;
        account.changePassword(passwordHash);
        SignInSession.endAllOf(account, now);
        AuditEvent.record(account, "password set by link", "account", account.id, null, null, now);
    }
}
