package org.ontherecord.published;

import java.time.Instant;
import java.util.List;

/** A speaker's page: roles with dates, how many claims have which rating, and the claims. */
public record PublishedPerson(
        SpeakerRef speaker,
        List<String> aliases,
        List<RoleHeld> roles,
        RatingCounts counts,
        SharedAxis promises,
        Instant begins,
        Instant lastCheck,
        ClaimList claims) {
    static final int MOST_PROMISES = 25;

    /** A person in a list. */
    public record Listed(SpeakerRef speaker, long claims, Instant lastCheck, String role) {}

    /** A party or office between two dates, each null when it is open or not known. */
    public record RoleHeld(String role, String body, RoughDate from, RoughDate to) {}

    /** How many promises have no ribbon here. */
    public long promisesLeftOut() {
        return counts.promiseCount() - promises.lines().size();
    }

    /** The claims of this person in the list with all its filters. */
    public String list(String filter) {
        String more = filter.isEmpty() ? "" : "&" + filter;
        return claims.query().asOf().link("/claims?person=" + speaker.id() + more);
    }

    /** The address of a page of the claims, less its number. */
    public String pageLink() {
        return claims.query().asOf().pages(speaker.page());
    }
}
