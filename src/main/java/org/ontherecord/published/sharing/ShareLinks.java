package org.ontherecord.published.sharing;

import org.ontherecord.platform.Site;
import org.ontherecord.platform.Wording;
import org.ontherecord.published.ClaimSummary;
import org.ontherecord.published.PublishedClaim;
import org.ontherecord.published.PublishedVerdict;

/** The whole addresses under which a claim is passed on, and its picture in words. */
public record ShareLinks(String page, String permalink, String card, String cardInWords, String oembed) {

    static ShareLinks of(Site site, PublishedClaim record) {
        ClaimSummary claim = record.claim();
        int version = claim.verdict().number();
        return new ShareLinks(
                site.absolute(claim.page()),
                site.absolute("/claims/" + claim.number() + "/versions/" + version),
                site.absolute("/claims/" + claim.number() + "/card.png?v=" + version),
                cardInWords(record),
                site.absolute("/oembed?format=json&url=" + Wording.inQuery(site.absolute(claim.page()))));
    }

    /** What the card shows, for those who cannot see it. */
    private static String cardInWords(PublishedClaim record) {
        ClaimSummary claim = record.claim();
        PublishedVerdict verdict = claim.verdict();
        var words = new StringBuilder();
        if (claim.speaker() != null) {
            words.append(claim.speaker().name()).append(": ");
        }
        words.append(claim.titleQuoted()).append(" Our verdict: ").append(verdict.label());
        if (!claim.withdrawn()) {
            words.append(", since ").append(Wording.day(record.since().inForceFrom()));
        }
        return words.append(". As of ")
                .append(Wording.day(verdict.publishedAt()))
                .append('.')
                .toString();
    }
}
