package org.ontherecord.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

/** Whether everybody needs a second factor; the newest holds, and without one it is each person's choice. */
@Entity
@Immutable
public class SecondFactorRule extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public boolean required;

    @ManyToOne
    @JoinColumn(name = "set_by")
    public Account setBy;

    public Instant setAt;

    static boolean isOn() {
        return newest().map(rule -> rule.required).orElse(false);
    }

    static Optional<SecondFactorRule> newest() {
        return find("order by id desc").firstResultOptional();
    }

    static void set(boolean required, Account who, Instant now) {
        var rule = new SecondFactorRule();
        rule.required = required;
        rule.setBy = who;
        rule.setAt = now;
        rule.persist();
        AuditEvent.record(
                who,
                "second factor rule changed",
                "second_factor_rule",
                rule.id,
                Map.of("required", !required),
                Map.of("required", required),
                now);
    }

    /** Whether this session may go no further than its person's own account. A passkey is both factors. */
    static boolean holds(SignInSession session) {
        return session.passkey == null && isOn() && !SecondFactor.isAskedOf(session.account);
    }
}
