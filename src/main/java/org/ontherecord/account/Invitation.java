package org.ontherecord.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A link that makes one account, once. Without an inviter it is the set-up link for the first ADMIN. */
@Entity
public class Invitation extends PanacheEntityBase {
    static final Duration LASTS = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    String tokenHash;

    /** For whom it is, as a note; the account's address is what the person gives. */
    public String email;

    @Enumerated(EnumType.STRING)
    public Role role;

    @ManyToOne
    @JoinColumn(name = "invited_by")
    public Account invitedBy;

    public Instant createdAt;
    public Instant expiresAt;
    public Instant usedAt;

    @ManyToOne
    public Account account;

    public Instant revokedAt;

    /** Makes an invitation and returns the secret of its link, which can be shown only now. */
    static Secret make(Role role, String email, Account invitedBy, Instant now) {
        return make(Secret.random(), role, email, invitedBy, now);
    }

    /** The secret is the one its form came with: sent twice, it is one invitation; with other words another. */
    static Secret make(Secret secret, Role role, String email, Account invitedBy, Instant now) {
        Optional<Invitation> there = find("tokenHash", secret.hash()).firstResultOptional();
        if (there.isPresent()) {
            Invitation same = there.get();
            boolean sentTwice = same.isOpen(now)
                    && same.role == role
                    && Objects.equals(same.email, email)
                    && Objects.equals(same.invitedBy, invitedBy);
            return sentTwice ? secret : make(Secret.random(), role, email, invitedBy, now);
        }
        var invitation = new Invitation();
        invitation.tokenHash = secret.hash();
        invitation.role = role;
        invitation.email = email;
        invitation.invitedBy = invitedBy;
        invitation.createdAt = now;
        invitation.expiresAt = now.plus(LASTS);
        invitation.persist();
        AuditEvent.record(
                invitedBy, "invitation made", "invitation", invitation.id, null, Map.of("role", role.name()), now);
        return secret;
    }

    /** A fresh set-up link; the ones printed before stop working, so only the newest log line counts. */
    static Secret setUp(Instant now) {
        update("revokedAt = ?1 where invitedBy is null and usedAt is null and revokedAt is null", now);
        return make(Role.ADMIN, null, null, now);
    }

    /** The invitation of that secret if its link still works. Its row stays locked, so that two tries make one account. */
    static Optional<Invitation> open(Secret secret, Instant now) {
        return Invitation.<Invitation>find("tokenHash", secret.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(invitation -> invitation.isOpen(now));
    }

    static List<Invitation> waiting(Instant now) {
        return list(
                "usedAt is null and revokedAt is null and invitedBy is not null and expiresAt > ?1 order by id", now);
    }

    public boolean isSetUp() {
        return invitedBy == null;
    }

    Account accept(String accountEmail, String name, String passwordHash, Instant now) {
        var made = new Account(accountEmail, name, role, passwordHash, now);
        made.persist();
        usedAt = now;
        account = made;
        AuditEvent.record(made, "account made", "account", made.id, null, Map.of("role", role.name()), now);
        return made;
    }

    void revoke(Account who, Instant now) {
        revokedAt = now;
        AuditEvent.record(who, "invitation revoked", "invitation", id, null, null, now);
    }

    /** The links of somebody who may invite no longer. */
    static void revokeAllBy(Account inviter, Account who, Instant now) {
        Invitation.<Invitation>list("invitedBy = ?1 and usedAt is null and revokedAt is null order by id", inviter)
                .forEach(open -> open.revoke(who, now));
    }

    private boolean isOpen(Instant now) {
        return usedAt == null && revokedAt == null && now.isBefore(expiresAt);
    }
}
