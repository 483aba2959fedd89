package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.WrittenDate;

/** The days on which it was said, as typed beside the places already on record; only those not public yet are read. */
final class SaidDates {
    private final Map<Appearance, RoughDate> changed = new LinkedHashMap<>();

    SaidDates(Claim claim, ClaimFile file, Typed typed, LocalDate today, FormErrors errors) {
        for (var appearance : Appearance.of(claim)) {
            String name = "said_on-" + appearance.id;
            String known = WrittenDate.inWords(appearance.saidOn, appearance.saidPrecision);
            if (typed.has(name)
                    && Editor.isOpen(appearance.recordedAt, file)
                    && !typed.get(name).strip().equals(known)) {
                changed.put(appearance, typed.pastRoughDate(name, today, errors));
            }
        }
    }

    /** Keeps what differs; says whether anything did. */
    boolean keep(Account who, Instant now) {
        changed.forEach((appearance, date) -> {
            Map<String, Object> before = values(appearance);
            appearance.date(date);
            AuditEvent.record(who, "appearance dated", "appearance", appearance.id, before, values(appearance), now);
        });
        return !changed.isEmpty();
    }

    private static Map<String, Object> values(Appearance appearance) {
        return Map.of("said_on", WrittenDate.inWords(appearance.saidOn, appearance.saidPrecision));
    }
}
