package org.ontherecord.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who did what to what, with the old and the new values. Written in the transaction of the deed itself. */
@Entity
@Immutable
public class AuditEvent extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Instant happenedAt;

    @ManyToOne
    public Account account;

    /** A verb and a noun, such as {@code candidate dismissed}. */
    public String action;

    /** The table the subject's row is in. */
    public String subjectType;

    public Long subjectId;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> oldValue;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> newValue;

    protected AuditEvent() {}

    /** Records a deed. {@code who} is null when the system itself did it; values are never article text or secrets. */
    public static void record(
            Account who,
            String action,
            String subjectType,
            Long subjectId,
            Map<String, Object> oldValue,
            Map<String, Object> newValue,
            Instant now) {
        var event = new AuditEvent();
        event.happenedAt = now;
        event.account = who;
        event.action = action;
        event.subjectType = subjectType;
        event.subjectId = subjectId;
        event.oldValue = oldValue;
        event.newValue = newValue;
        event.persist();
    }

    /** Every value of a column that an index begins with, read by skipping from one to the next. */
    @SuppressWarnings("unchecked")
    static List<String> every(String column) {
        return getEntityManager()
                .createNativeQuery("""
                        with recursive each (value) as (
                          (select %1$s from audit_event order by %1$s limit 1)
                          union all
                          select (select e.%1$s from audit_event e where e.%1$s > each.value order by e.%1$s limit 1)
                          from each where each.value is not null)
                        select value from each where value is not null order by value limit 500""".formatted(column), String.class)
                .getResultList();
    }
}
