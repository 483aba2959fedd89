package org.ontherecord.article;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jboss.resteasy.reactive.RestForm;

import org.ontherecord.platform.FormErrors;

/** A watched feed as a person describes it. */
public class FeedForm {
    static final List<Integer> INTERVALS = List.of(5, 15, 30, 60, 180, 360, 720, 1440);
    private static final int MOST_KEYWORDS = 50;

    @RestForm
    String address;

    @RestForm
    String outlet;

    @RestForm
    String interval;

    @RestForm
    String keywords;

    /** What the feed was when the form was shown. */
    @RestForm
    String seen;

    /** As it goes back into the fields. */
    public record Typed(String address, String outlet, int interval, String keywords, String seen) {
        Typed seeing(WatchedFeed feed) {
            return new Typed(address, outlet, interval, keywords, FeedForm.of(feed).seen);
        }
    }

    /** One choice of how often. */
    public record Interval(int minutes, String words) {}

    static List<Interval> intervals() {
        return INTERVALS.stream()
                .map(minutes -> new Interval(minutes, "Every " + FeedList.every(minutes)))
                .toList();
    }

    Typed typed() {
        return new Typed(
                address == null ? "" : CleanText.of(address),
                outlet == null ? "" : CleanText.of(outlet),
                minutes() == 0 ? 30 : minutes(),
                keywords == null ? "" : CleanText.of(keywords),
                seen == null ? "" : seen);
    }

    static Typed of(WatchedFeed feed) {
        String outlet = feed.outlet == null ? "" : feed.outlet.name;
        String keywords = String.join(", ", feed.keywords);
        String seen = Integer.toHexString(Objects.hash(feed.address, outlet, feed.intervalMinutes, keywords));
        return new Typed(feed.address, outlet, feed.intervalMinutes, keywords, seen);
    }

    /** Whether the form was shown before somebody else, or the site itself, changed what it says. */
    boolean isOvertaken(WatchedFeed feed) {
        return seen != null && !seen.equals(of(feed).seen);
    }

    void check(FormErrors errors) {
        errors.require(
                url() != null,
                "address",
                "Write the address of the feed in full, such as https://example.org/feed.xml.");
        errors.require(
                CleanText.line(outlet, 201).length() <= 200, "outlet", "Use at most 200 characters for the outlet.");
        errors.require(INTERVALS.contains(minutes()), "interval", "Choose how often we look.");
        errors.require(
                words().size() <= MOST_KEYWORDS && words().stream().allMatch(word -> word.length() <= 100),
                "keywords",
                "Use at most 50 keywords of at most 100 characters each.");
    }

    URI url() {
        return WebAddress.parse(CleanText.line(address, 3_000));
    }

    WatchedFeed.Wish wish() {
        String name = CleanText.line(outlet, 200);
        return new WatchedFeed.Wish(
                url().toString(), name.isEmpty() ? null : Outlet.named(name, null), minutes(), words());
    }

    private int minutes() {
        return interval != null && interval.matches("\\d{1,4}") ? Integer.parseInt(interval) : 0;
    }

    private List<String> words() {
        return Arrays.stream((keywords == null ? "" : keywords).split("[,;\\n]"))
                .map(word -> CleanText.line(word, 200))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_KEYWORDS + 1)
                .toList();
    }
}
