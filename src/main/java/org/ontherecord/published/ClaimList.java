package org.ontherecord.published;

import java.util.List;

import org.ontherecord.platform.Paging;

/** One page of claims, and how many there are in all. */
public record ClaimList(ClaimQuery query, long total, List<ClaimSummary> claims) {
    /** "No claims", "1 claim", "38 claims". */
    public String totalInWords() {
        return total == 0 ? "No claims" : total == 1 ? "1 claim" : total + " claims";
    }

    /** What to try when nothing was found. */
    public String nothingFound() {
        return query.q() == null
                ? "No claims match these filters. Try fewer of them."
                : "No claims match “" + query.q() + "”. Try fewer words, or remove a filter.";
    }

    public int pages() {
        return Paging.pages(total, query.limit());
    }
}
