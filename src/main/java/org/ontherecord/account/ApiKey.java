package org.ontherecord.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A secret with which a program acts for an account at {@code /api/}, with that account's role and as long as it is open. */
@Entity
public class ApiKey extends PanacheEntityBase {
    /** So that a key that got out is recognised, by people and by programs that look for leaks. */
    static final String PREFIX = "otr_";

    /** More than anybody needs; the limits hold for each key, so they must not be had without end. */
    static final int MOST_LIVE = 20;

    static final int LONGEST_NAME = 100;
    private static final int OPENING = 8;
    private static final int MOST_LISTED = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Account account;

    public String name;

    /** Its first letters, to know it by; the rest is kept nowhere. */
    public String opening;

    String secretHash;

    /** Whether no limit is kept; only for the key of the demonstration. */
    public boolean unlimited;

    public Instant createdAt;

    /** Its last day, in UTC; null when it has none. */
    public LocalDate expiresOn;

    public LocalDate lastUsedOn;
    public Instant revokedAt;

    @ManyToOne
    @JoinColumn(name = "revoked_by")
    public Account revokedBy;

    /** Makes a key and returns its secret, which can be shown only now. */
    static Secret make(Account account, String name, LocalDate expiresOn, Instant now) {
        return make(Secret.random(), account, name, expiresOn, now);
    }

    /** The same of the secret a form came with: sent twice, it is one key; with other words another. */
    static Secret make(Secret once, Account account, String name, LocalDate expiresOn, Instant now) {
        var secret = new Secret(PREFIX + once.value());
        Optional<ApiKey> there = of(secret);
        if (there.isPresent()) {
            ApiKey same = there.get();
            boolean sentTwice = same.revokedAt == null
                    && same.account.id.equals(account.id)
                    && same.name.equals(name.strip())
                    && Objects.equals(same.expiresOn, expiresOn);
            return sentTwice ? secret : make(account, name, expiresOn, now);
        }
        ApiKey key = of(account, name, secret, now);
        key.expiresOn = expiresOn;
        key.persist();
        AuditEvent.record(account, "API key made", "api_key", key.id, null, Map.of("name", key.name), now);
        return secret;
    }

    static ApiKey of(Account account, String name, Secret secret, Instant now) {
        var key = new ApiKey();
        key.account = account;
        key.name = name.strip();
        key.opening =
                secret.value().substring(0, Math.min(OPENING, secret.value().length() / 2));
        key.secretHash = secret.hash();
        key.createdAt = now;
        return key;
    }

    static Optional<ApiKey> of(Secret secret) {
        return find("from ApiKey k join fetch k.account where k.secretHash = ?1", secret.hash())
                .firstResultOptional();
    }

    static List<ApiKey> ofEverybody() {
        return find("from ApiKey k join fetch k.account left join fetch k.revokedBy order by k.id desc")
                .page(0, MOST_LISTED)
                .list();
    }

    static List<ApiKey> of(Account account) {
        return find(
                        "from ApiKey k join fetch k.account left join fetch k.revokedBy where k.account = ?1 order by k.id desc",
                        account)
                .page(0, MOST_LISTED)
                .list();
    }

    static long liveOf(Account account, LocalDate today) {
        return count("account = ?1 and revokedAt is null and (expiresOn is null or expiresOn >= ?2)", account, today);
    }

    /** Why it opens nothing now, as a sentence for who holds it; empty when it does. */
    Optional<String> refusal(Instant now) {
        if (revokedAt != null) {
            return Optional.of("This API key was revoked. Make another at /desk/keys.");
        }
        if (isExpired(now)) {
            return Optional.of("This API key has expired. Make another at /desk/keys.");
        }
        return account.isDisabled()
                ? Optional.of("The account of this API key is closed. Ask an administrator of this desk.")
                : Optional.empty();
    }

    boolean isExpired(Instant now) {
        return expiresOn != null && today(now).isAfter(expiresOn);
    }

    /** One write a day, not one a request. */
    void noteUse(Instant now) {
        LocalDate today = today(now);
        if (lastUsedOn == null || lastUsedOn.isBefore(today)) {
            lastUsedOn = today;
        }
    }

    void revoke(Account who, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBy = who;
            AuditEvent.record(who, "API key revoked", "api_key", id, null, Map.of("name", name), now);
        }
    }

    static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
