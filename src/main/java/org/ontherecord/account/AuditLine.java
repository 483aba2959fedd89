package org.ontherecord.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** An audit event as the page shows it: who did what to what, and what was changed. */
public record AuditLine(
        long id, Instant at, String who, String action, String subject, String address, List<Change> changes) {
    private static final int LONGEST = 300;

    /** Where the desk has a page for a thing; the others are only named. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "account", "/desk/accounts/",
            "article", "/desk/articles/",
            "bulk", "/desk/articles/bulk/",
            "claim", "/desk/claims/",
            "speaker", "/desk/speakers/",
            "watched_feed", "/desk/feeds/");

    /** One value before and after; null where there was none, and before also where it stayed as it was. */
    public record Change(String what, String before, String after) {}

    static AuditLine of(AuditEvent event, boolean forAdmin) {
        boolean linked = event.subjectId != null && (forAdmin || !event.subjectType.equals("account"));
        String place = linked ? ADDRESSES.get(event.subjectType) : null;
        return new AuditLine(
                event.id,
                event.happenedAt,
                event.account == null ? null : event.account.name,
                event.action,
                words(event.subjectType) + (event.subjectId == null ? "" : " " + event.subjectId),
                place == null ? null : place + event.subjectId,
                changes(event.oldValue, event.newValue));
    }

    private static List<Change> changes(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> old = before == null ? Map.of() : before;
        Map<String, Object> now = after == null ? Map.of() : after;
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .map(name -> {
                    String was = shown(old.get(name));
                    String is = shown(now.get(name));
                    return new Change(words(name), was != null && was.equals(is) ? null : was, is);
                })
                .toList();
    }

    static String words(String name) {
        return name.replace('_', ' ');
    }

    private static String shown(Object value) {
        String text = value == null ? null : value.toString();
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** A cell that a spreadsheet would take for a formula, made words. */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
