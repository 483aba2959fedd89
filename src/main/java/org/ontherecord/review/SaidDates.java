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

/**
 * The days on which it was said, as typed beside the places already on record; only those not public yet are read. The form says
 * beside each what stood there when it was made, so that what somebody else wrote meanwhile is not taken back unseen.
 */
final class SaidDates {
    static final String WAS = "-was";

    private final Map<Appearance, RoughDate> changed = new LinkedHashMap<>();

    SaidDates(Claim claim, ClaimFile file, Typed typed, LocalDate today, FormErrors errors) {
        for (var appearance : Appearance.of(claim)) {
            String name = "said_on-" + appearance.id;
            String known = WrittenDate.inWords(appearance.saidOn, appearance.saidPrecision);
            if (!Editor.isOpen(appearance.recordedAt, file) || !isChanged(typed, name, known)) {
                continue;
            }
            if (was(typed, name, known).equals(known)) {
                changed.put(appearance, typed.pastRoughDate(name, today, errors));
            } else {
                errors.add(
                        name,
                        (known.isEmpty()
                                        ? "Somebody took this date away meanwhile."
                                        : "Somebody wrote “" + known + "” here meanwhile.")
                                + " Save again to put yours in its place, or write theirs.");
                typed.put(name + WAS, known);
            }
        }
    }

    /** Whether the person who typed changed it, to something else than is on record by now. */
    static boolean isChanged(Typed typed, String name, String known) {
        String written = typed.get(name).strip();
        return typed.has(name) && !written.equals(known) && !written.equals(was(typed, name, known));
    }

    private static String was(Typed typed, String name, String known) {
        return typed.has(name + WAS) ? typed.get(name + WAS).strip() : known;
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
