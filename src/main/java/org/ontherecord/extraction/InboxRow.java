package org.ontherecord.extraction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import org.ontherecord.claim.Claim;

/** A candidate as one line of the inbox. */
public record InboxRow(
        Long id,
        Integer version,
        Short score,
        String exact,
        Claim.Kind kind,
        String speaker,
        String title,
        String outlet,
        String language,
        Instant foundAt,
        LocalDate deadlineOn,
        String assignedTo,
        Instant snoozedUntil,
        Candidate.DismissReason dismissReason) {
    private static final String SELECT =
            "select new org.ontherecord.extraction.InboxRow(c.id, c.version, c.score, c.quoteExact, c.kind,"
                    + " coalesce(p.name, c.speakerName), a.title, o.name, a.language, c.createdAt, c.deadlineOn, w.name,"
                    + " c.snoozedUntil, c.dismissReason)";

    static String selectFrom(String from) {
        return SELECT + from;
    }

    /** What a checkbox sends: which candidate, and as it was when it was shown. */
    public String picked() {
        return id + "." + version;
    }

    /** The day in UTC, as everywhere on the desk. */
    public LocalDate foundOn() {
        return LocalDate.ofInstant(foundAt, ZoneOffset.UTC);
    }

    /** The first words, where there is no room for all. */
    public String opening() {
        return Card.opening(exact);
    }

    public String kindInWords() {
        return kind == Claim.Kind.PROMISE ? "Promise" : "Statement of fact";
    }

    public String dismissed() {
        return dismissReason == null ? null : dismissReason.name().toLowerCase(Locale.ROOT);
    }
}
