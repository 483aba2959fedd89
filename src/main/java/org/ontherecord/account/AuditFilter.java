package org.ontherecord.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Wording;

/** Which audit events are asked for, as it was typed; a blank part asks for all. */
public record AuditFilter(String who, String action, String subject, String number, String from, String until) {
    /** Stands for the deeds that no person did. */
    static final String SYSTEM = "system";

    private static final String NUMBER = "[0-9]{1,18}";

    FormErrors problems() {
        var errors = new FormErrors();
        errors.require(
                who.isBlank() || who.equals(SYSTEM) || who.matches(NUMBER), "who", "Choose a person from the list.");
        errors.require(number.isBlank() || number.strip().matches(NUMBER), "number", "Write a number, such as 12.");
        errors.require(from.isBlank() || day(from) != null, "from", "Write the first day like 2026-11-23.");
        errors.require(until.isBlank() || day(until) != null, "until", "Write the last day like 2026-11-23.");
        errors.require(
                day(from) == null || day(until) == null || !day(until).isBefore(day(from)),
                "until",
                "The last day lies before the first. Choose a later one.");
        return errors;
    }

    /** At most so many events, the newest first, all older than the given one; null for the newest of all. */
    List<AuditEvent> events(AuditEvent before, int most) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        if (who.equals(SYSTEM)) {
            conditions.add("e.account is null");
        } else if (!who.isBlank()) {
            and(conditions, values, "e.account.id = :who", "who", Long.valueOf(who));
        }
        if (!action.isBlank()) {
            and(conditions, values, "e.action = :action", "action", action);
        }
        if (!subject.isBlank()) {
            and(conditions, values, "e.subjectType = :subject", "subject", subject);
        }
        if (!number.isBlank()) {
            and(conditions, values, "e.subjectId = :number", "number", Long.valueOf(number.strip()));
        }
        if (!from.isBlank()) {
            and(conditions, values, "e.happenedAt >= :from", "from", start(day(from)));
        }
        if (!until.isBlank()) {
            and(
                    conditions,
                    values,
                    "e.happenedAt < :until",
                    "until",
                    start(day(until).plusDays(1)));
        }
        if (before != null) {
            conditions.add("e.happenedAt <= :at and (e.happenedAt < :at or e.id < :id)");
            values.put("at", before.happenedAt);
            values.put("id", before.id);
        }
        return AuditEvent.<AuditEvent>find(
                        "from AuditEvent e left join fetch e.account where " + String.join(" and ", conditions)
                                + " order by e.happenedAt desc, e.id desc",
                        values)
                .page(0, most)
                .list();
    }

    /** As the part of an address after the question mark; empty when all is asked for. */
    String query() {
        var query = new StringJoiner("&");
        add(query, "who", who);
        add(query, "action", action);
        add(query, "subject", subject);
        add(query, "number", number);
        add(query, "from", from);
        add(query, "until", until);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isBlank()) {
            query.add(name + "=" + Wording.inQuery(value.strip()));
        }
    }

    private static void and(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Of our calendar: PostgreSQL knows no year beyond 294276. */
    private static LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.getYear() < 1 || day.getYear() > 9998 ? null : day;
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
