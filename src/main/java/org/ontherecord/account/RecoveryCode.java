package org.ontherecord.account;

import java.time.Instant;
import java.util.Locale;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A code on paper that opens once in place of the app; kept as its SHA-256. */
@Entity
public class RecoveryCode extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    @JoinColumn(name = "second_factor_id")
    public SecondFactor secondFactor;

    String codeHash;
    public Instant createdAt;
    public Instant usedAt;
    public Instant replacedAt;

    static void keep(SecondFactor secondFactor, String letters, Instant now) {
        var code = new RecoveryCode();
        code.secondFactor = secondFactor;
        code.codeHash = hash(letters);
        code.createdAt = now;
        code.persist();
    }

    static boolean use(SecondFactor secondFactor, String typed, Instant now) {
        return update(
                        "usedAt = ?1 where secondFactor = ?2 and codeHash = ?3 and usedAt is null and replacedAt is null",
                        now,
                        secondFactor,
                        hash(typed))
                == 1;
    }

    static void replaceAll(SecondFactor secondFactor, Instant now) {
        update("replacedAt = ?1 where secondFactor = ?2 and usedAt is null and replacedAt is null", now, secondFactor);
    }

    static long leftOf(SecondFactor secondFactor) {
        return count("secondFactor = ?1 and usedAt is null and replacedAt is null", secondFactor);
    }

    /** However it was typed: in capitals, with spaces or without its hyphens. */
    private static String hash(String code) {
        return new Secret(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")).hash();
    }
}
