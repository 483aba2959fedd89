package org.ontherecord.published;

import java.time.Instant;
import java.util.List;

/** One page of publications, newest first, and how many there are in all. */
public record PublicationList(List<Publication> publications, long total, int page, int limit) {
    public int pages() {
        return (int) Math.max(1, (total + limit - 1) / limit);
    }

    /** When the newest of this page was published; the epoch when there is none. */
    public Instant updated() {
        return publications.isEmpty()
                ? Instant.EPOCH
                : publications.get(0).verdict().publishedAt();
    }
}
