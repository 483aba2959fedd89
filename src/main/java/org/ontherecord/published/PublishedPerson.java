package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import org.ontherecord.platform.Wording;

/** A speaker's page: roles with dates, how many claims have which rating, and the claims. */
public record PublishedPerson(
        SpeakerRef speaker,
        List<String> aliases,
        List<RoleHeld> roles,
        List<RatingCount> counts,
        Instant begins,
        Instant lastCheck,
        ClaimList claims) {

    /** A person in a list. */
    public record Listed(SpeakerRef speaker, long claims, Instant lastCheck, String role) {}

    /** A party or office between two dates. */
    public record RoleHeld(String role, String body, LocalDate from, LocalDate to) {
        /** "2017 to 2021", "since 2025", or null. */
        public String years() {
            if (from == null) {
                return to == null ? null : "until " + Wording.day(to);
            }
            return to == null ? "since " + Wording.day(from) : Wording.day(from) + " to " + Wording.day(to);
        }
    }

    /** How many claims have a rating today. */
    public record RatingCount(String code, String label, String role, String kind, long claims) {
        private static final int MOST_MARKS = 40;

        public String ratingCode() {
            return code.substring(code.indexOf('.') + 1);
        }

        /** One mark for each claim; none when there are too many to count by eye. */
        public List<String> marks() {
            return claims > MOST_MARKS ? List.of() : Collections.nCopies((int) claims, ratingCode());
        }
    }

    public List<RatingCount> promises() {
        return counts.stream().filter(count -> count.kind().equals("promise")).toList();
    }

    public List<RatingCount> statements() {
        return counts.stream().filter(count -> count.kind().equals("statement")).toList();
    }

    public String promisesInWords() {
        return promiseCount() == 1 ? "1 promise" : promiseCount() + " promises";
    }

    public String statementsInWords() {
        return statementCount() == 1 ? "1 statement of fact" : statementCount() + " statements of fact";
    }

    /** The address of a page of the claims, less its number. */
    public String pageLink() {
        return claims.query().asOf().pages(speaker.page());
    }

    private long promiseCount() {
        return promises().stream().mapToLong(RatingCount::claims).sum();
    }

    private long statementCount() {
        return statements().stream().mapToLong(RatingCount::claims).sum();
    }
}
