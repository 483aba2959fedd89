package org.ontherecord.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The public half of a key pair in a person's device, which asks for a finger, face or PIN: both factors in one (WebAuthn). */
@Entity
public class Passkey extends PanacheEntityBase {
    static final int MOST = 20;
    static final int LONGEST_NAME = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Account account;

    public String name;

    byte[] credentialId;

    /** Model, id and public key, in the device's own form (WebAuthn, section 6.5.1). */
    byte[] credential;

    /** The device's count at its last use; 0 for those that do not count. */
    long signatures;

    boolean backupEligible;

    public Instant createdAt;
    public Instant lastUsedAt;
    public Instant removedAt;

    @ManyToOne
    @JoinColumn(name = "removed_by")
    public Account removedBy;

    static Passkey add(Account account, String name, Ceremony.Made made, Instant now) {
        var passkey = new Passkey();
        passkey.account = account;
        passkey.name = name;
        passkey.credentialId = made.credentialId();
        passkey.credential = made.credential();
        passkey.signatures = made.signatures();
        passkey.backupEligible = made.backupEligible();
        passkey.createdAt = now;
        passkey.persist();
        AuditEvent.record(account, "passkey added", "account", account.id, null, Map.of("passkey", name), now);
        return passkey;
    }

    /** Those that open the account, in the order they were added. */
    static List<Passkey> of(Account account) {
        return Passkey.<Passkey>find("account = ?1 and removedAt is null order by createdAt, id", account)
                .page(0, MOST)
                .list();
    }

    /** Whoever it is of, removed or not. */
    static Optional<Passkey> byCredentialId(byte[] credentialId) {
        return find("from Passkey p join fetch p.account where p.credentialId = ?1", credentialId)
                .firstResultOptional();
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    /** Its use is noted, unless another node noted a later one: a device that counts never counts backwards. */
    boolean noteUse(long count, Instant now) {
        return update(
                        "signatures = ?1, lastUsedAt = ?2 where id = ?3 and removedAt is null"
                                + " and (?1 > signatures or ?1 = 0 and signatures = 0)",
                        count,
                        now,
                        id)
                == 1;
    }

    /** By the person, or by an ADMIN for one whose device is lost. Whoever came in with it is signed out. */
    void remove(Account who, Instant now) {
        removedAt = now;
        removedBy = who;
        SignInSession.endAllBy(this, now);
        AuditEvent.record(who, "passkey removed", "account", account.id, Map.of("passkey", name), null, now);
    }
}
