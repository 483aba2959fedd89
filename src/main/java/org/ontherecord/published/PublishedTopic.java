package org.ontherecord.published;

import java.time.Instant;
import java.util.List;

import org.ontherecord.platform.Paging;

/** All we have on a topic: who spoke, how it was rated, what is due, and the claims. */
public record PublishedTopic(
        Topic topic,
        RatingCounts counts,
        List<PublishedPerson.Listed> people,
        List<ClaimSummary> due,
        List<ClaimLine> lines,
        Instant begins,
        int page,
        AsOf asOf) {

    public int pages() {
        return Paging.pages(topic.claims(), ClaimQuery.PAGE);
    }

    /** The address of a page of the claims, less its number. */
    public String pageLink() {
        return asOf.pages(topic.page());
    }

    /** What follows the address of the feed of these claims. */
    public String followed() {
        return "?topic=" + org.ontherecord.platform.Wording.inQuery(topic.name());
    }

    /** The claims on this topic in the list with all its filters. */
    public String list(String filter) {
        String more = filter.isEmpty() ? "" : "&" + filter;
        return asOf.link("/claims?topic=" + org.ontherecord.platform.Wording.inQuery(topic.name()) + more);
    }
}
