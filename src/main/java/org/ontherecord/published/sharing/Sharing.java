package org.ontherecord.published.sharing;

import java.util.Map;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.ontherecord.platform.Site;
import org.ontherecord.published.PublishedClaim;

/** What templates ask for when they tell other sites about a claim. */
@Singleton
@Named("sharing")
public class Sharing {
    static final String SITE = "On the Record";

    private final Site site;

    Sharing(Site site) {
        this.site = site;
    }

    public ShareLinks links(PublishedClaim record) {
        return ShareLinks.of(site, record);
    }

    /** A sentence to copy. */
    public String citation(PublishedClaim record) {
        return Citation.of(site, record).plain();
    }

    /** What to paste into another page. */
    public String embedCode(PublishedClaim record) {
        return new Embed(site, record, false).html("s", Embed.SMALL);
    }

    /** Null when there is none: a withdrawn check is no longer ours. */
    public Map<String, Object> claimReview(PublishedClaim record) {
        return record.claim().withdrawn() ? null : ClaimReview.of(site, record);
    }
}
