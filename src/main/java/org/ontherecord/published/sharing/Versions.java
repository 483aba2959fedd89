package org.ontherecord.published.sharing;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.ontherecord.published.PublishedClaim;
import org.ontherecord.published.PublishedClaims;

/** A claim's record as it is, or as it was when one of its verdicts was published. */
@ApplicationScoped
class Versions {
    private final PublishedClaims claims;
    private final Clock clock;

    Versions(PublishedClaims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    Optional<PublishedClaim> today(long number) {
        return claims.byNumber(number, clock.instant());
    }

    /** Of today when no version is named; none when there is no such claim or version. */
    Optional<PublishedClaim> find(long number, String version) {
        if (version == null) {
            return today(number);
        }
        return version.matches("[1-9][0-9]{0,8}")
                ? claims.byVersion(number, Integer.parseInt(version))
                : Optional.empty();
    }
}
