package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.ontherecord.platform.NotUnderstood;
import org.ontherecord.platform.Wording;

/**
 * Which claims somebody asks for: the filters of the list, of the API, and of the links between their pages.
 *
 * @param filters what was given, by the names in {@link #FILTERS} and in their order; each is known to be readable
 * @param respelt words that are looked for instead of those given, or null
 * @param among the only claims that count, whatever their words; or null
 */
public record ClaimQuery(
        Map<String, String> filters, String respelt, List<Long> among, int page, int limit, AsOf asOf) {
    /** What can narrow a list; the last two tell from whom. */
    public static final List<String> FILTERS =
            List.of("q", "kind", "verdict", "person", "topic", "from", "to", "year", "language", "checked_by");

    /** Whose checks: ours, or those of others. */
    public static final List<String> CHECKERS = List.of("us", "others");

    public static final int PAGE = 25;
    static final int MOST = 100;
    static final String USUAL = "published";
    static final String BEST = "best";
    private static final String FOLLOWED = "50";
    private static final int LONGEST = 1_000;
    private static final int LAST_PAGE = 10_000;

    /** What was typed, as it came; empty and missing are the same. Refuses values there are none of. */
    public static ClaimQuery of(UnaryOperator<String> given, String limit, AsOf asOf) {
        var filters = new LinkedHashMap<String, String>();
        FILTERS.forEach(name -> put(filters, name, given.apply(name)));
        put(filters, "sort", given.apply("sort"));
        var query = new ClaimQuery(
                filters, null, null, page(given.apply("page")), between("limit", limit, PAGE, MOST), asOf);
        query.mustBeReadable();
        return query;
    }

    /** All claims there are, the first of them. */
    static ClaimQuery all(AsOf asOf) {
        return new ClaimQuery(Map.of(), null, null, 1, PAGE, asOf);
    }

    /** What is published on such claims, a page at a time. */
    public static ClaimQuery followed(UnaryOperator<String> given, Instant now) {
        return of(name -> name.equals("sort") ? null : given.apply(name), FOLLOWED, AsOf.of(null, now));
    }

    private void mustBeReadable() {
        if (q() != null && q().length() > LONGEST) {
            throw new NotUnderstood("The words searched for are longer than " + LONGEST + " characters. Use fewer.");
        }
        oneOf("kind", List.of("promise", "statement"));
        oneOf("sort", List.copyOf(ClaimConditions.ORDERS.keySet()));
        oneOf("checked_by", CHECKERS);
        matching("person", "[0-9]{1,18}", "the number of a person, for example 17");
        matching("year", "[1-9][0-9]{3}", "a year, for example 2024");
        matching("language", "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}", "the code of a language, for example fr");
        if (from() != null && to() != null && from().isAfter(to())) {
            throw new NotUnderstood("The day in from lies after the day in to. Turn them round.");
        }
    }

    /** The same query, if its verdict is one that the scales have. */
    public ClaimQuery checkedAgainst(List<ScaleRating> ratings) {
        List<String> codes =
                new ArrayList<>(ratings.stream().map(ScaleRating::code).toList());
        codes.add("withdrawn");
        oneOf("verdict", codes);
        return this;
    }

    public String q() {
        return filters.get("q");
    }

    public String kind() {
        return filters.get("kind");
    }

    public String verdict() {
        return filters.get("verdict");
    }

    public Long person() {
        return filters.containsKey("person") ? Long.valueOf(filters.get("person")) : null;
    }

    public String topic() {
        return filters.get("topic");
    }

    public LocalDate from() {
        return day("from");
    }

    public LocalDate to() {
        return day("to");
    }

    public Integer year() {
        return filters.containsKey("year") ? Integer.valueOf(filters.get("year")) : null;
    }

    public String language() {
        return filters.get("language");
    }

    public String checkedBy() {
        return filters.get("checked_by");
    }

    public String sort() {
        return filters.get("sort");
    }

    /** With one filter set to a value, or taken away by null, and from the first page. */
    public ClaimQuery with(String filter, String value) {
        var changed = new LinkedHashMap<String, String>();
        for (String name : FILTERS) {
            put(changed, name, name.equals(filter) ? value : filters.get(name));
        }
        put(changed, "sort", filter.equals("sort") ? value : sort());
        return new ClaimQuery(changed, respelt, among, 1, limit, asOf);
    }

    /** The same, another page of it, with so many on each. */
    ClaimQuery paged(int number, int most) {
        return new ClaimQuery(filters, respelt, among, number, most, asOf);
    }

    /** The same page of it, of our claims alone. */
    public ClaimQuery ours() {
        return with("checked_by", "us").paged(page, limit);
    }

    /** The same list, looked for by other words than those given. */
    public ClaimQuery respelt(String words) {
        return new ClaimQuery(filters, words, null, page, limit, asOf);
    }

    /** The same filters over these claims, which were found by something else than their words. */
    public ClaimQuery among(List<Long> claims) {
        return new ClaimQuery(filters, respelt, claims, page, limit, asOf);
    }

    /** The words that are looked for: those given, unless others took their place; null when no words are. */
    public String words() {
        return among != null ? null : respelt != null ? respelt : q();
    }

    ClaimConditions inSql() {
        return new ClaimConditions(this);
    }

    /** Whether some of the words stand in quotation marks, of any shape. */
    public boolean isQuoting() {
        return words() != null && words().matches("(?s).*[\"“”«»„].*");
    }

    /** The number of a claim, if that is what was typed: "C-1024", "1024"; otherwise a number no claim has. */
    public long itsNumber() {
        return q() != null && q().matches("(?i)(c[- ]?|#)?[0-9]{1,18}")
                ? Long.parseLong(q().replaceAll("[^0-9]", ""))
                : 0;
    }

    /** Whether the best hits come first: what is usual when there are words. */
    public boolean isRanked() {
        return words() != null && sortOrDefault().equals(BEST);
    }

    int offset() {
        return (page - 1) * limit;
    }

    public boolean isBy(SpeakerRef speaker) {
        return person() != null && person() == speaker.id();
    }

    public boolean isOn(String other) {
        return other.equalsIgnoreCase(topic());
    }

    public boolean has(String filter, String value) {
        return value.equals(filters.get(filter));
    }

    /** The words without any filter. */
    public ClaimQuery onlyWords() {
        return all(asOf).with("q", q());
    }

    public String sortOrDefault() {
        return sort() == null ? q() == null ? USUAL : BEST : sort();
    }

    /** Whether anything narrows the list. */
    public boolean isFiltered() {
        return filters.keySet().stream().anyMatch(FILTERS::contains);
    }

    /** What follows the address of the feed of such claims, which has an order of its own and only our verdicts. */
    public String followed() {
        String filters = with("sort", null).with("checked_by", null).filterAddress();
        return filters.isEmpty() ? "" : "?" + filters;
    }

    /** The filters as the query of an address, without a page and without the moment. */
    public String filterAddress() {
        return filters.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + Wording.inQuery(filter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** This list as it stands at a path, at the same moment and from its first page. */
    public String at(String path) {
        String filters = filterAddress();
        return asOf.link(filters.isEmpty() ? path : path + "?" + filters);
    }

    /** The same list as data, which has only our verdicts. */
    public String asData() {
        return with("checked_by", null).at("/api/v1/claims");
    }

    /** The address of a page of this list, less its number. */
    public String pageLink() {
        String filters = filterAddress();
        return asOf.pages(filters.isEmpty() ? "/claims" : "/claims?" + filters);
    }

    /** The address of this list in another order. */
    public String sortedBy(String order) {
        return with("sort", order).at("/claims");
    }

    /** The address of this list with one filter less. */
    public String without(String filter) {
        return with(filter, null).at("/claims");
    }

    /** The address of this list as it is today. */
    public String today() {
        String filters = filterAddress();
        return filters.isEmpty() ? "/claims" : "/claims?" + filters;
    }

    /** The number of a page as asked for; the first when none is. */
    static int page(String asked) {
        return between("page", asked, 1, LAST_PAGE);
    }

    private static void put(Map<String, String> filters, String name, String value) {
        if (blank(value) != null) {
            filters.put(name, blank(value));
        }
    }

    static String blank(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private void oneOf(String name, List<String> allowed) {
        String given = filters.get(name);
        if (given != null && !allowed.contains(given)) {
            throw new NotUnderstood(
                    "There is no " + name + " “" + given + "”. Use one of: " + String.join(", ", allowed) + ".");
        }
    }

    private void matching(String name, String shape, String takes) {
        String given = filters.get(name);
        if (given != null && !given.matches(shape)) {
            throw new NotUnderstood("The parameter " + name + " takes " + takes + ".");
        }
    }

    private LocalDate day(String name) {
        matching(name, "[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day, for example 2025-01-31");
        try {
            return filters.containsKey(name) ? LocalDate.parse(filters.get(name)) : null;
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
