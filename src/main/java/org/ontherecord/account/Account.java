package org.ontherecord.account;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.platform.Refusal;

/** A person who may sign in to the desk. An account is never deleted, only disabled: history keeps its name. */
@Entity
public class Account extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Lower case. Two accounts never share one. */
    public String email;

    public String name;

    @Enumerated(EnumType.STRING)
    public Role role;

    /** Argon2id in its usual encoded form, see {@link Passwords}. */
    String passwordHash;

    /** How devices with a passkey know the account: random, so that it tells nothing of its person. */
    UUID userHandle;

    public Instant createdAt;
    public Instant disabledAt;

    @Version
    public int version;

    protected Account() {}

    Account(String email, String name, Role role, String passwordHash, Instant now) {
        this.email = normalEmail(email);
        this.name = name.strip();
        this.role = role;
        this.passwordHash = passwordHash;
        this.userHandle = UUID.randomUUID();
        this.createdAt = now;
    }

    static Optional<Account> byEmail(String email) {
        return find("email", normalEmail(email)).firstResultOptional();
    }

    static String normalEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    byte[] handle() {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(userHandle.getMostSignificantBits())
                .putLong(userHandle.getLeastSignificantBits())
                .array();
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    public boolean may(Role needed) {
        return !isDisabled() && role.includes(needed);
    }

    /** Refuses with the sentence when they may not. */
    public void require(Role needed, String otherwise) {
        if (!may(needed)) {
            throw Refusal.notAllowed(otherwise);
        }
    }

    void changeRole(Role newRole) {
        role = newRole;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    void disable(Instant now) {
        disabledAt = now;
    }

    void enable() {
        disabledAt = null;
    }
}
