package org.ontherecord.published.feed;

import java.time.Instant;
import java.util.List;

import org.ontherecord.platform.Site;
import org.ontherecord.published.PublicationList;

/**
 * One page of a feed, before it is written in a format.
 *
 * @param home the page that shows the same to a reader
 * @param path where the feed is, less its format
 * @param filters the query of its address without a page, or nothing
 */
record Feed(Site site, String title, String home, String path, String filters, PublicationList list) {
    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
    static final String RIGHTS =
            "Our words and ratings: CC BY 4.0, " + LICENCE + ". Quotations belong to their authors.";

    List<Entry> entries() {
        return list.publications().stream()
                .map(publication -> new Entry(site, publication))
                .toList();
    }

    Instant updated() {
        return list.updated();
    }

    /** The address of a page of it; the first has no number. */
    String address(String format, int page) {
        String number = page == 1 ? "" : "page=" + page;
        String both = filters + (filters.isEmpty() || number.isEmpty() ? "" : "&") + number;
        return site.absolute(path + "." + format + (both.isEmpty() ? "" : "?" + both));
    }

    boolean hasNext() {
        return list.page() < list.pages();
    }

    boolean hasPrevious() {
        return list.page() > 1;
    }
}
