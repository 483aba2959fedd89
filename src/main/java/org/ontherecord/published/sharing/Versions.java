package org.ontherecord.published.sharing;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.ontherecord.published.MergedClaim;
import org.ontherecord.published.PublishedClaim;
import org.ontherecord.published.PublishedClaims;
import org.ontherecord.published.PublishedMerges;

/** A claim's record as it is, or as it was when one of its verdicts was published. */
@ApplicationScoped
class Versions {
    private final PublishedClaims claims;
    private final PublishedMerges merges;
    private final Clock clock;

    Versions(PublishedClaims claims, PublishedMerges merges, Clock clock) {
        this.claims = claims;
        this.merges = merges;
        this.clock = clock;
    }

    Optional<PublishedClaim> today(long number) {
        return claims.byNumber(number, clock.instant());
    }

    /** The claim that answers for it; only where no version is named, as versions stay. */
    Optional<MergedClaim> merged(long number, String version) {
        return version == null ? merges.today(number) : Optional.empty();
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
