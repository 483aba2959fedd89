package org.ontherecord.published;

import java.util.List;

import org.ontherecord.platform.Paging;

/** One page of what was found, and how many there are in all. */
public record HitList(ClaimQuery query, long total, List<Hit> hits) {
    /** So many hits, the newest, are ranked by their words; measured in docs/adr/0012. */
    public static final int MOST_RANKED = 5_000;

    public int mostRanked() {
        return MOST_RANKED;
    }

    /** Whether there were more hits than are ranked, so that the best of the newest stand before the older ones. */
    public boolean isRankedInPart() {
        return query.isRanked() && total > MOST_RANKED;
    }

    public int pages() {
        return Paging.pages(total, query.limit());
    }
}
