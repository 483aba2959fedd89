package org.ontherecord.extraction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
        Candidate.DismissReason dismissReason,
        Long matchingClaim,
        Short matchPercent,
        LocalDate publishedOn) {
    private static final String SELECT =
            "select new org.ontherecord.extraction.InboxRow(c.id, c.version, c.score, c.quoteExact, c.kind,"
                    + " coalesce(p.name, c.speakerName), a.title, o.name, a.language, c.createdAt, c.deadlineOn, w.name,"
                    + " c.snoozedUntil, c.dismissReason, m.claimId, m.percent, a.publishedOn)";

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

    /** How old the article is, in words; null when its day is not known. */
    public String age(LocalDate today) {
        long days = publishedOn == null ? -1 : ChronoUnit.DAYS.between(publishedOn, today);
        if (days < 0) {
            return null;
        }
        if (days < 2) {
            return days == 0 ? "today" : "yesterday";
        }
        return days < 60 ? days + " days ago" : days < 730 ? days / 30 + " months ago" : days / 365 + " years ago";
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
