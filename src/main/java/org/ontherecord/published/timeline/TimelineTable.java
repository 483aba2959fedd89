package org.ontherecord.published.timeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A claim's timeline as comma-separated values (RFC 4180). */
public final class TimelineTable {
    private TimelineTable() {}

    public static String csv(List<TimelineEvent> events) {
        return Stream.concat(
                        Stream.of(line(
                                "type",
                                "date",
                                "precision",
                                "count",
                                "verdict",
                                "version",
                                "in_force_from",
                                "published",
                                "why",
                                "quote",
                                "source_title",
                                "source_url")),
                        events.stream().map(TimelineTable::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(TimelineEvent event) {
        var said = event.said();
        var verdict = event.verdict();
        var source = event.source();
        return line(
                event.type().word(),
                event.date(),
                event.precision().word(),
                said == null ? null : said.count(),
                verdict == null || verdict.rating() == null
                        ? null
                        : verdict.rating().id(),
                verdict == null ? null : verdict.version(),
                verdict == null ? null : verdict.inForceFrom(),
                verdict == null ? null : verdict.published(),
                event.why(),
                said == null ? null : said.quote(),
                source == null ? null : source.title(),
                source == null ? null : source.url());
    }

    private static String line(Object... values) {
        return Stream.of(values).map(value -> cell(Objects.toString(value, ""))).collect(Collectors.joining(","));
    }

    /** A spreadsheet would run a text that begins like a formula. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
