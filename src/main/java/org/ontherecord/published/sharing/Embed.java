package org.ontherecord.published.sharing;

import org.ontherecord.platform.Html;
import org.ontherecord.platform.Site;
import org.ontherecord.published.ClaimSummary;
import org.ontherecord.published.PublishedClaim;

/** What to paste into a page to show a claim there: a frame, and a link for readers whose program shows no frames. */
public record Embed(Site site, PublishedClaim record, boolean frozen) {
    static final int SMALL = 220;
    static final int MEDIUM = 420;

    String title() {
        ClaimSummary claim = record.claim();
        return claim.titleQuoted() + " Verdict: " + claim.verdict().label();
    }

    ShareLinks links() {
        return ShareLinks.of(site, record);
    }

    /** The frame shows the verdict of the day, so the words beside it name none unless it is frozen. */
    String html(String size, int height) {
        ClaimSummary claim = record.claim();
        String frame = site.absolute("/embed/claims/" + claim.number() + "?size=" + size
                + (frozen ? "&v=" + claim.verdict().number() : ""));
        String page = links().page();
        String whom = claim.speaker() == null ? "" : claim.speaker().name() + ": ";
        return "<blockquote cite=\"" + Html.escaped(page) + "\"><iframe src=\"" + Html.escaped(frame) + "\" title=\""
                + Html.escaped(frozen ? title() : "Our verdict on " + claim.titleQuoted())
                + "\" loading=\"lazy\" width=\"100%\" height=\"" + height + "\"></iframe><p>" + Html.escaped(whom)
                + "<a href=\"" + Html.escaped(page) + "\">" + Html.escaped(claim.titleQuoted()) + "</a> " + Sharing.SITE
                + "</p></blockquote>";
    }
}
