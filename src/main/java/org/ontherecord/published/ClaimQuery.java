package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ontherecord.platform.NotUnderstood;
import org.ontherecord.platform.Wording;

/** Which claims somebody asks for: the filters of the list, of the API, and of the links between their pages. */
public record ClaimQuery(
        String q,
        String kind,
        String verdict,
        Long person,
        String topic,
        LocalDate from,
        LocalDate to,
        String sort,
        int page,
        int limit,
        AsOf asOf) {
    static final int PAGE = 25;
    static final int MOST = 100;
    private static final String USUAL = "published";
    private static final String FOLLOWED = "50";
    private static final int MOST_WORDS = 10;
    private static final int LAST_PAGE = 10_000;

    /** The orders on offer; the first is the usual one. All end with the number, so that pages never overlap. */
    static final Map<String, String> ORDERS = orders();

    private static Map<String, String> orders() {
        var orders = new LinkedHashMap<String, String>();
        orders.put(USUAL, "c.published_at desc");
        orders.put("said", "c.first_said_on desc nulls last");
        orders.put("times", "c.times_said desc");
        orders.put("deadline", "c.deadline_at asc nulls last");
        return orders;
    }

    /** A text in pieces: those that were searched for, and the rest. */
    public record Piece(String text, boolean found) {}

    /** What was typed, as it came; empty and missing are the same. Refuses values there are none of. */
    static ClaimQuery of(
            String q,
            String kind,
            String verdict,
            String person,
            String topic,
            String from,
            String to,
            String sort,
            String page,
            String limit,
            AsOf asOf) {
        LocalDate earliest = day("from", from);
        LocalDate latest = day("to", to);
        if (earliest != null && latest != null && earliest.isAfter(latest)) {
            throw new NotUnderstood("The day in from lies after the day in to. Turn them round.");
        }
        return new ClaimQuery(
                blank(q),
                oneOf("kind", kind, List.of("promise", "statement")),
                blank(verdict),
                number("person", person),
                blank(topic),
                earliest,
                latest,
                oneOf("sort", sort, List.copyOf(ORDERS.keySet())),
                page(page),
                between("limit", limit, PAGE, MOST),
                asOf);
    }

    /** What is published on such claims, a page at a time. */
    public static ClaimQuery followed(
            String q,
            String kind,
            String verdict,
            String person,
            String topic,
            String from,
            String to,
            String page,
            Instant now) {
        return of(q, kind, verdict, person, topic, from, to, null, page, FOLLOWED, AsOf.of(null, now));
    }

    /** The same query, if its verdict is one that the scales have. */
    ClaimQuery checkedAgainst(List<ScaleRating> ratings) {
        List<String> codes =
                new ArrayList<>(ratings.stream().map(ScaleRating::code).toList());
        codes.add("withdrawn");
        oneOf("verdict", verdict, codes);
        return this;
    }

    /** The conditions on public_claim c, with the values they name. */
    Map<String, Object> conditions() {
        var conditions = new LinkedHashMap<String, Object>();
        if (kind != null) {
            conditions.put("c.kind = :kind", kind);
        }
        if (verdict != null) {
            conditions.put("c.code = :verdict", verdict);
        }
        if (person != null) {
            conditions.put("c.speaker_id = :person", person);
        }
        if (topic != null) {
            conditions.put("exists (select 1 from unnest(c.topics) t where lower(t) = lower(:topic))", topic);
        }
        if (from != null) {
            conditions.put("c.first_said_on >= :from", from);
        }
        if (to != null) {
            conditions.put("c.first_said_on <= :to", to);
        }
        List<String> words = words();
        for (int i = 0; i < words.size(); i++) {
            conditions.put("strpos(c.search_text, :word" + i + ") > 0", words.get(i));
        }
        return conditions;
    }

    /** The conditions as SQL that follows another one; puts the values they name. */
    String narrowing(Map<String, Object> values) {
        var sql = new StringBuilder();
        conditions().forEach((condition, value) -> {
            sql.append(" and ").append(condition);
            values.put(condition.replaceAll("(?s).*:(\\w+).*", "$1"), value);
        });
        return sql.toString();
    }

    String order() {
        return ORDERS.get(sortOrDefault()) + ", c.claim_number desc";
    }

    int offset() {
        return (page - 1) * limit;
    }

    /** Lower case and with straight quotation marks, as public_claim has its search_text. */
    List<String> words() {
        return q == null
                ? List.of()
                : Arrays.stream(straight(q).toLowerCase().strip().split("\\s+"))
                        .map(word -> word.replaceAll("^[\"'(]+|[\"'),.;:!?]+$", ""))
                        .map(word -> word.matches("c-[0-9]+") ? word.substring(2) : word)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
    }

    /** The text with the searched words marked. */
    public List<Piece> marked(String text) {
        List<String> words = words();
        if (words.isEmpty()) {
            return List.of(new Piece(text, false));
        }
        Matcher found = Pattern.compile(
                        words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(straight(text));
        var pieces = new ArrayList<Piece>();
        int end = 0;
        while (found.find()) {
            pieces.add(new Piece(text.substring(end, found.start()), false));
            pieces.add(new Piece(text.substring(found.start(), found.end()), true));
            end = found.end();
        }
        pieces.add(new Piece(text.substring(end), false));
        return pieces;
    }

    public boolean isBy(SpeakerRef speaker) {
        return person != null && person == speaker.id();
    }

    public boolean isOn(String other) {
        return other.equalsIgnoreCase(topic);
    }

    public String sortOrDefault() {
        return sort == null ? USUAL : sort;
    }

    /** Whether anything narrows the list. */
    public boolean isFiltered() {
        return !conditions().isEmpty() || q != null;
    }

    /** What follows the address of the feed of such claims, which has an order of its own. */
    public String followed() {
        String filters =
                new ClaimQuery(q, kind, verdict, person, topic, from, to, null, 1, limit, asOf).filterAddress();
        return filters.isEmpty() ? "" : "?" + filters;
    }

    /** The filters as the query of an address, without a page and without the moment. */
    public String filterAddress() {
        return filters().entrySet().stream()
                .map(filter -> filter.getKey() + "=" + Wording.inQuery(filter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** This list as it stands at a path, at the same moment and from its first page. */
    public String at(String path) {
        String filters = filterAddress();
        return asOf.link(filters.isEmpty() ? path : path + "?" + filters);
    }

    /** The address of a page of this list, less its number. */
    public String pageLink() {
        String filters = filterAddress();
        return asOf.pages(filters.isEmpty() ? "/claims" : "/claims?" + filters);
    }

    /** The address of this list in another order. */
    public String sortedBy(String order) {
        return new ClaimQuery(q, kind, verdict, person, topic, from, to, order, 1, limit, asOf).at("/claims");
    }

    /** The address of this list with one filter less. */
    public String without(String filter) {
        return new ClaimQuery(
                        filter.equals("q") ? null : q,
                        filter.equals("kind") ? null : kind,
                        filter.equals("verdict") ? null : verdict,
                        filter.equals("person") ? null : person,
                        filter.equals("topic") ? null : topic,
                        filter.equals("from") ? null : from,
                        filter.equals("to") ? null : to,
                        sort,
                        1,
                        limit,
                        asOf)
                .at("/claims");
    }

    /** The address of this list as it is today. */
    public String today() {
        String filters = filterAddress();
        return filters.isEmpty() ? "/claims" : "/claims?" + filters;
    }

    Map<String, String> filters() {
        var filters = new LinkedHashMap<String, String>();
        put(filters, "q", q);
        put(filters, "kind", kind);
        put(filters, "verdict", verdict);
        put(filters, "person", person == null ? null : person.toString());
        put(filters, "topic", topic);
        put(filters, "from", from == null ? null : from.toString());
        put(filters, "to", to == null ? null : to.toString());
        put(filters, "sort", sort);
        return filters;
    }

    /** The number of a page as asked for; the first when none is. */
    static int page(String asked) {
        return between("page", asked, 1, LAST_PAGE);
    }

    private static void put(Map<String, String> filters, String name, String value) {
        if (value != null) {
            filters.put(name, value);
        }
    }

    /** Letter for letter as long as the text, so that places in one are places in the other. */
    private static String straight(String text) {
        return text.replace('’', '\'').replace('‘', '\'').replace('“', '"').replace('”', '"');
    }

    static String blank(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String oneOf(String name, String value, List<String> allowed) {
        String given = blank(value);
        if (given != null && !allowed.contains(given)) {
            throw new NotUnderstood(
                    "There is no " + name + " “" + given + "”. Use one of: " + String.join(", ", allowed) + ".");
        }
        return given;
    }

    private static Long number(String name, String value) {
        String given = blank(value);
        if (given != null && !given.matches("[0-9]{1,18}")) {
            throw new NotUnderstood("The parameter " + name + " takes the number of a person, for example 17.");
        }
        return given == null ? null : Long.valueOf(given);
    }

    private static LocalDate day(String name, String value) {
        String given = blank(value);
        try {
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new NotUnderstood("The parameter " + name + " takes a day, for example 2025-01-31.");
        }
    }

    private static int between(String name, String value, int usual, int most) {
        String given = blank(value);
        if (given == null) {
            return usual;
        }
        int number = given.matches("[0-9]{1,9}") ? Integer.parseInt(given) : 0;
        if (number < 1 || number > most) {
            throw new NotUnderstood("The parameter " + name + " takes a number from 1 to " + most + ".");
        }
        return number;
    }
}
