package org.ontherecord.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What signing in asks for beside the password: a code from an app, or once each one of ten codes on paper. */
@Entity
public class SecondFactor extends PanacheEntityBase {
    static final int RECOVERY_CODES = 10;

    /** 80 bits: too many to guess, few enough to type. */
    private static final int RECOVERY_LETTERS = 16;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Account account;

    /** Shared with the app, in base32; deleted with the removal. */
    String secret;

    /** The half minute whose code was taken last: nobody who looked on can use it again. */
    long lastStep;

    public Instant createdAt;

    /** When a first code showed that the app has the secret; asked for only from then on. */
    public Instant confirmedAt;

    public Instant removedAt;

    @ManyToOne
    @JoinColumn(name = "removed_by")
    public Account removedBy;

    /** The one of the account, confirmed or still being set up. */
    static Optional<SecondFactor> of(Account account) {
        return find("account = ?1 and removedAt is null", account).firstResultOptional();
    }

    static boolean isAskedOf(Account account) {
        return count("account = ?1 and removedAt is null and confirmedAt is not null", account) > 0;
    }

    /** How many who may sign in have neither one nor a passkey. */
    static long countOfThoseWithout() {
        return Account.count("from Account a where a.disabledAt is null"
                + " and not exists (select 1 from SecondFactor f where f.account = a and f.removedAt is null and f.confirmedAt is not null)"
                + " and not exists (select 1 from Passkey p where p.account = a and p.removedAt is null)");
    }

    /** The one being set up; a second try goes on with the same secret. The account's row is locked by who calls. */
    static SecondFactor begin(Account account, Instant now) {
        return of(account).orElseGet(() -> {
            var factor = new SecondFactor();
            factor.account = account;
            factor.secret = TimedCode.randomSecret();
            factor.createdAt = now;
            factor.persist();
            return factor;
        });
    }

    /** The address by which apps take the secret, as they have agreed on (Key URI Format). */
    String appAddress(String site) {
        String issuer = site.replaceAll("[^A-Za-z0-9.-]", "");
        String name = account.email.replaceAll("[^a-z0-9.@_+-]", "").replace("+", "%2B");
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(issuer, name, secret, issuer);
    }

    /** Whether this is a code of the app that was not taken before, by any node. */
    boolean takes(String typed, Instant now) {
        OptionalLong step = secret == null ? OptionalLong.empty() : TimedCode.stepOf(secret, typed, now);
        boolean taken = step.isPresent()
                && update("lastStep = ?1 where id = ?2 and removedAt is null and lastStep < ?1", step.getAsLong(), id)
                        == 1;
        if (taken) {
            lastStep = step.getAsLong();
        }
        return taken;
    }

    /** Whether this is one of the codes on paper; it is used up. */
    boolean takesRecovery(String typed, Instant now) {
        return RecoveryCode.use(this, typed, now);
    }

    /** The first code showed that the app works. */
    void confirm(Account who, Instant now) {
        confirmedAt = now;
        AuditEvent.record(who, "second factor added", "account", account.id, null, null, now);
    }

    /** Ten fresh codes, shown only now; those before open nothing any more. */
    List<String> renewRecoveryCodes(Account who, Instant now) {
        RecoveryCode.replaceAll(this, now);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String letters = TimedCode.randomLetters(RECOVERY_LETTERS).toLowerCase(Locale.ROOT);
            RecoveryCode.keep(this, letters, now);
            codes.add(letters.replaceAll("(.{4})(?=.)", "$1-"));
        }
        AuditEvent.record(who, "recovery codes made", "account", account.id, null, null, now);
        return codes;
    }

    /** By the person, or by an ADMIN for one whose phone is lost. */
    void remove(Account who, Instant now) {
        if (confirmedAt != null) {
            AuditEvent.record(who, "second factor removed", "account", account.id, null, null, now);
        }
        removedAt = now;
        removedBy = who;
        secret = null;
    }
}
