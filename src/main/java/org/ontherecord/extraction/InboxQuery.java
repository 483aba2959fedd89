package org.ontherecord.extraction;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.ontherecord.article.CleanText;

/**
 * Which candidates of the inbox are asked for and which one is open, as an address says it. What it does not know it drops.
 *
 * @param seen the newest candidate there was when the list was opened; what comes later is announced and not put into it
 */
public record InboxQuery(
        InboxQueue queue, Long outlet, String speaker, String kind, String text, int page, Long seen, Long candidate) {
    private static final int LONGEST = 200;
    private static final int LAST_PAGE = 100_000;

    /** From the part of an address after the question mark, which may be null. */
    static InboxQuery of(String address) {
        Map<String, String> given = new HashMap<>();
        for (String pair : address == null ? new String[0] : address.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                given.putIfAbsent(pair.substring(0, equals), plain(pair.substring(equals + 1)));
            }
        }
        String kind = given.getOrDefault("kind", "");
        Long page = number(given.get("page"));
        return new InboxQuery(
                InboxQueue.of(given.get("queue")),
                number(given.get("outlet")),
                given.getOrDefault("speaker", ""),
                kind.equals("PROMISE") || kind.equals("STATEMENT") ? kind : "",
                given.getOrDefault("q", ""),
                page == null ? 1 : (int) Math.min(page, LAST_PAGE),
                number(given.get("seen")),
                number(given.get("candidate")));
    }

    public boolean isFiltered() {
        return outlet != null || !(speaker + kind + text).isEmpty();
    }

    public boolean isIn(Long oneOutlet) {
        return oneOutlet.equals(outlet);
    }

    /** The same list with another candidate open; none with null. */
    InboxQuery open(Long other) {
        return new InboxQuery(queue, outlet, speaker, kind, text, page, seen, other);
    }

    InboxQuery onPage(int other) {
        return new InboxQuery(queue, outlet, speaker, kind, text, other, seen, candidate);
    }

    /** The same list as of another moment; as of now with null. */
    InboxQuery seenUpTo(Long newest) {
        return new InboxQuery(queue, outlet, speaker, kind, text, page, newest, candidate);
    }

    /** From the top, with what has come since. */
    public String fresh() {
        return onPage(1).seenUpTo(null).open(null).address();
    }

    /** All of it, in one order, without what is as it is anyway but for the queue. */
    public String parameters() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("queue", queue.key());
        parts.put("outlet", outlet);
        parts.put("speaker", speaker);
        parts.put("kind", kind);
        parts.put("q", text);
        parts.put("page", page == 1 ? null : page);
        parts.put("seen", seen);
        parts.put("candidate", candidate);
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null && !part.getValue().equals(""))
                .map(part ->
                        part.getKey() + "=" + URLEncoder.encode(part.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String address() {
        return "/desk/inbox?" + parameters();
    }

    /** With a candidate open; the fragment takes the focus to its row. */
    public String addressOf(Long row) {
        return open(row).address() + (row == null ? "" : "#r" + row);
    }

    /** Up to the page's number. */
    public String pageLink() {
        return onPage(1).open(null).address() + "&page=";
    }

    private static String plain(String encoded) {
        try {
            return CleanText.line(URLDecoder.decode(encoded, StandardCharsets.UTF_8), LONGEST);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Long number(String digits) {
        return digits != null && digits.matches("[1-9]\\d{0,17}") ? Long.valueOf(digits) : null;
    }
}
