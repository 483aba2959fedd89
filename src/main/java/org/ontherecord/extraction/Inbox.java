package org.ontherecord.extraction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.query.SelectionQuery;

import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Suggestion;
import org.ontherecord.platform.Paging;

/** The candidates of every article in one list, as its queue and filters leave it. */
public record Inbox(
        InboxQuery query,
        List<InboxRow> rows,
        long count,
        int pages,
        List<Queue> queues,
        List<Choice> outlets,
        LocalDate today) {
    static final int PAGE = 25;
    private static final int MOST_WORDS = 8;
    private static final int MOST_OUTLETS = 300;

    /** A deadline within this many days is soon: a month to find sources before it passes. */
    private static final int SOON_DAYS = 30;

    private static final String FROM = " from Candidate c join c.snapshot s join s.article a left join a.outlet o"
            + " left join c.speaker p left join c.assignedTo w left join CandidateMatch m on m.candidateId = c.id where ";

    /** A queue with how many wait in it; null where nobody has to act. */
    public record Queue(InboxQueue queue, Long waiting, boolean current) {}

    /** Something to choose in a filter. */
    public record Choice(Long id, String name) {
        public boolean isId(String typed) {
            return String.valueOf(id).equals(typed);
        }
    }

    /** Five selects; without what stands around the list, which an answer with a candidate alone does not show, three. */
    static Inbox of(InboxQuery wanted, long me, Instant now, boolean whole) {
        Long newest = wanted.seen() == null
                ? query("select coalesce(max(c.id), 0) from Candidate c", Long.class, Map.of())
                        .getSingleResult()
                : wanted.seen();
        Map<String, Object> known = known(me, now);
        Map<String, Object> values = new TreeMap<>(Map.of("newest", newest));
        String from = from(wanted, "c.id <= :newest", known, values);
        long count = query("select count(c)" + from, Long.class, values).getSingleResult();
        int pages = Paging.pages(count, PAGE);
        int page = Math.max(1, Math.min(wanted.page(), pages));
        InboxQuery query = wanted.onPage(page).seenUpTo(newest);
        List<InboxRow> rows = query(
                        InboxRow.selectFrom(from) + " order by " + query.queue().order, InboxRow.class, values)
                .setFirstResult((page - 1) * PAGE)
                .setMaxResults(PAGE)
                .getResultList();
        return new Inbox(
                query,
                rows,
                count,
                pages,
                whole ? counted(query.queue(), known) : List.of(),
                whole ? outletsWithWork() : List.of(),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** How many have come into this list since it was opened. */
    static long arrived(InboxQuery query, long me, Instant now) {
        if (query.seen() == null) {
            return 0;
        }
        Map<String, Object> values = new TreeMap<>(Map.of("newest", query.seen()));
        String from = from(query, "c.id > :newest", known(me, now), values);
        return query("select count(c)" + from, Long.class, values).getSingleResult();
    }

    private static Map<String, Object> known(long me, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return Map.of("now", now, "me", me, "today", today, "soon", today.plusDays(SOON_DAYS), "probably", (short)
                Suggestion.PROBABLY);
    }

    /** What the queue and the filters leave; fills in the values that it names. */
    private static String from(InboxQuery query, String which, Map<String, Object> known, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>(List.of(which, query.queue().condition));
        values.putAll(filters(query, conditions));
        known.forEach((name, value) -> {
            if (query.queue().condition.contains(":" + name)) {
                values.put(name, value);
            }
        });
        return FROM + String.join(" and ", conditions);
    }

    /** The list as it is, with none of its candidates open: what is done to several leaves none to go on from. */
    public String listOnly() {
        return query.open(null).parameters();
    }

    public String allOfQueue() {
        return "/desk/inbox?queue=" + query.queue().key();
    }

    public boolean isSelected(InboxRow row) {
        return row.id().equals(selected());
    }

    /** The one asked for, else the first of the list; null when there is none. */
    Long selected() {
        if (query.candidate() != null || rows.isEmpty()) {
            return query.candidate();
        }
        return rows.get(0).id();
    }

    /** Where to go on after deciding on this one: the row below it, else the one above; null when it was the last. */
    Long after(Long id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                return i + 1 < rows.size()
                        ? rows.get(i + 1).id()
                        : i > 0 ? rows.get(i - 1).id() : null;
            }
        }
        return rows.isEmpty() ? null : rows.get(0).id();
    }

    /** Null when it is not on this page of the list, any more or at all. */
    public InboxRow row(Long id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElse(null);
    }

    /** What comes up from the next page when one above it goes; null while this page has room. */
    public InboxRow lastOfFullPage() {
        return rows.size() < PAGE ? null : rows.get(PAGE - 1);
    }

    /** Those that will probably be opened next. */
    List<Long> next() {
        Long selected = selected();
        return rows.stream()
                .map(InboxRow::id)
                .dropWhile(id -> !id.equals(selected))
                .skip(1)
                .limit(2)
                .toList();
    }

    private static Map<String, Object> filters(InboxQuery query, List<String> conditions) {
        Map<String, Object> values = new TreeMap<>();
        if (query.outlet() != null) {
            conditions.add("o.id = :outlet");
            values.put("outlet", query.outlet());
        }
        if (!query.kind().isEmpty()) {
            conditions.add("c.kind = :kind");
            values.put("kind", Claim.Kind.valueOf(query.kind()));
        }
        if (!query.speaker().isEmpty()) {
            conditions.add("(lower(p.name) like :speaker escape '!' or lower(c.speakerName) like :speaker escape '!')");
            values.put("speaker", like(query.speaker()));
        }
        List<String> words = Arrays.stream(query.text().split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        for (int i = 0; i < words.size(); i++) {
            conditions.add(
                    "(lower(c.quoteExact) like :word%1$d escape '!' or lower(c.wording) like :word%1$d escape '!' or lower(a.title) like :word%1$d escape '!')"
                            .formatted(i));
            values.put("word" + i, like(words.get(i)));
        }
        return values;
    }

    private static String like(String typed) {
        return "%" + typed.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    private static List<Queue> counted(InboxQueue current, Map<String, Object> known) {
        var counting = Panache.getEntityManager().createNativeQuery("""
                        select count(*) filter (where awake), count(*) filter (where awake and assigned_to = :me),
                               count(*) filter (where awake and claim_id is not null and percent >= :probably),
                               count(*) filter (where awake and deadline_on between :today and :soon)
                          from (select c.assigned_to, c.deadline_on, m.claim_id, m.percent, c.snoozed_until is null or c.snoozed_until <= :now as awake
                                  from candidate c left join candidate_match m on m.candidate_id = c.id where c.state = 'OPEN') waiting""");
        known.forEach(counting::setParameter);
        Object[] counts = (Object[]) counting.getSingleResult();
        return Stream.of(InboxQueue.values())
                .map(queue -> new Queue(
                        queue,
                        queue.ordinal() < counts.length ? ((Number) counts[queue.ordinal()]).longValue() : null,
                        queue == current))
                .toList();
    }

    private static List<Choice> outletsWithWork() {
        return query(
                        "select o.id, o.name from Outlet o where exists (select c.id from Candidate c"
                                + " where c.snapshot.article.outlet = o and c.state = OPEN) order by o.name, o.id",
                        Object[].class,
                        Map.of())
                .setMaxResults(MOST_OUTLETS)
                .getResultStream()
                .map(outlet -> new Choice((Long) outlet[0], (String) outlet[1]))
                .toList();
    }

    private static <T> SelectionQuery<T> query(String hql, Class<T> type, Map<String, Object> values) {
        var query = Panache.getSession().createSelectionQuery(hql, type);
        values.forEach(query::setParameter);
        return query;
    }
}
