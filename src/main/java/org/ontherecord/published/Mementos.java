package org.ontherecord.published;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.ontherecord.platform.NotUnderstood;

/**
 * The versions of a claim's page as Memento (RFC 7089) sees them: the page is the original, each version a memento from
 * the second it was published in.
 *
 * @param absolute makes the whole address of a path here
 */
record Mementos(ClaimVersions versions, UnaryOperator<String> absolute) {
    static final String LINK_FORMAT = "application/link-format";
    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    /** The date of HTTP, which has two digits for a day. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static String date(Instant instant) {
        return HTTP_DATE.format(instant);
    }

    /** What an {@code Accept-Datetime} asks for. */
    static Instant asked(String header) {
        try {
            return HTTP_DATE.parse(header.strip(), Instant::from);
        } catch (DateTimeParseException e) {
            throw new NotUnderstood(
                    "Accept-Datetime takes a date such as “Fri, 01 Nov 2024 00:00:00 GMT”, always in GMT.");
        }
    }

    /** The version that was public in that second; the first one for all time before it. */
    PublishedVerdict at(Instant moment) {
        return versions.all().stream()
                .filter(version -> !second(version).isAfter(moment))
                .findFirst()
                .orElse(versions.first());
    }

    /** What the page of today says of itself. */
    static String ofPage(ClaimSummary claim, UnaryOperator<String> absolute) {
        return around(claim, absolute)
                .add(absolute.apply(claim.verdict().page()), "cite-as")
                .add(absolute.apply(ClaimVersions.address(claim.number())), "version-history")
                .add(absolute.apply(claim.data()), "alternate", "type", "application/json")
                .add(LICENCE, "license")
                .header();
    }

    /** What the page of a past moment says of itself: the version that was public then is the one to keep and to cite. */
    static String ofPastPage(ClaimSummary claim, UnaryOperator<String> absolute) {
        PublishedVerdict version = claim.verdict();
        return around(claim, absolute)
                .add(absolute.apply(claim.page()), "original")
                .add(absolute.apply(claim.page()), "latest-version")
                .add(absolute.apply(version.page()), "memento", "datetime", date(version.publishedAt()))
                .add(absolute.apply(version.page()), "cite-as")
                .add(absolute.apply(ClaimVersions.address(claim.number())), "version-history")
                .add(LICENCE, "license")
                .header();
    }

    /** What a version says of itself and of those beside it (RFC 5829). */
    String of(PublishedVerdict version) {
        Links links = around(versions.claim(), absolute)
                .add(absolute.apply(versions.claim().page()), "original")
                .add(absolute.apply(versions.claim().page()), "latest-version")
                .add(absolute.apply(versions.address()), "version-history")
                .add(absolute.apply(version.page()), "cite-as")
                .add(LICENCE, "license");
        add(links, versions.first(), "first");
        add(links, versions.newest(), "last");
        PublishedVerdict before = versions.version(version.number() - 1);
        PublishedVerdict after = versions.version(version.number() + 1);
        if (before != null) {
            add(links, before, "prev");
            links.add(absolute.apply(before.page()), "predecessor-version");
        }
        if (after != null) {
            add(links, after, "next");
            links.add(absolute.apply(after.page()), "successor-version");
        }
        add(links, version);
        return links.header();
    }

    String ofTimeGate() {
        Links links = new Links()
                .add(absolute.apply(versions.claim().page()), "original")
                .add(absolute.apply(timeMap(versions.claim())), "timemap", "type", LINK_FORMAT);
        add(links, versions.first(), "first");
        add(links, versions.newest(), "last");
        return links.header();
    }

    /** Every version, oldest first (application/link-format). */
    String timeMap() {
        Links links = new Links()
                .add(absolute.apply(versions.claim().page()), "original")
                .add(
                        absolute.apply(timeMap(versions.claim())),
                        "self",
                        "type",
                        LINK_FORMAT,
                        "from",
                        date(versions.first().publishedAt()),
                        "until",
                        date(versions.newest().publishedAt()))
                .add(absolute.apply(timeGate(versions.claim())), "timegate");
        List<PublishedVerdict> all = versions.all();
        for (int i = all.size() - 1; i >= 0; i--) {
            PublishedVerdict version = all.get(i);
            String[] ends = Stream.of(
                            version == versions.first() ? "first" : "", version == versions.newest() ? "last" : "")
                    .filter(end -> !end.isEmpty())
                    .toArray(String[]::new);
            add(links, version, ends);
        }
        return links.document();
    }

    private static Links around(ClaimSummary claim, UnaryOperator<String> absolute) {
        return new Links()
                .add(absolute.apply(timeGate(claim)), "timegate")
                .add(absolute.apply(timeMap(claim)), "timemap", "type", LINK_FORMAT);
    }

    private static String timeGate(ClaimSummary claim) {
        return "/timegate/claims/" + claim.number();
    }

    private static String timeMap(ClaimSummary claim) {
        return "/timemap/claims/" + claim.number();
    }

    private void add(Links links, PublishedVerdict version, String... relations) {
        String address = absolute.apply(version.page());
        for (String relation : relations) {
            links.add(address, relation);
        }
        links.add(address, "memento", "datetime", date(version.publishedAt()));
    }

    private static Instant second(PublishedVerdict version) {
        return version.publishedAt().truncatedTo(ChronoUnit.SECONDS);
    }
}
