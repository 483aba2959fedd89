package org.ontherecord.published;

import java.util.List;

import org.ontherecord.platform.Paging;

/** One page of what was found, and how many there are in all. */
public record HitList(ClaimQuery query, long total, List<Hit> hits) {
    public int pages() {
        return Paging.pages(total, query.limit());
    }
}
