package org.ontherecord.published;

import java.util.List;

import org.ontherecord.platform.Paging;

/** One page of claims, and how many there are in all. */
public record ClaimList(ClaimQuery query, long total, List<ClaimSummary> claims) {
    public int pages() {
        return Paging.pages(total, query.limit());
    }
}
