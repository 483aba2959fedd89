package org.ontherecord.review.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.ontherecord.claim.Deadline;
import org.ontherecord.platform.Paging;

/** The deadlines of promises for the desk: those passed and not looked at with those ahead by month, or those that are settled. */
public record DeadlineList(
        boolean settled, long waiting, int page, int pages, List<Row> passed, List<Month> ahead, boolean moreAhead) {
    private static final int PAGE = 25;
    private static final int MOST_AHEAD = 200;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** Of a deadline_passing p and its promise_deadline d: neither set aside, nor settled by a verdict since then or a final one. */
    public static final String WAITS = """
            p.set_aside_at is null and d.deadline_at is not distinct from p.deadline_at
              and not d.withdrawn and not d.final and (d.published_at >= p.deadline_at) is not true""";

    /** The deadlines that fall into one month where they are meant. */
    public record Month(String title, List<Row> rows) {}

    /** One deadline of one promise. The verdict is the one in force, null while there is none. */
    public record Row(
            Long passing,
            long claim,
            String wording,
            Instant at,
            LocalDate day,
            String inWords,
            String rule,
            String distance,
            String code,
            String verdict,
            String role,
            String owner,
            boolean setAside,
            String outcome) {
        public String number() {
            return "C-" + claim;
        }

        /** The id of the field for its note. */
        public String field() {
            return "note-" + passing;
        }
    }

    static DeadlineList of(EntityManager database, boolean settled, int page, Instant now) {
        long waiting = count(database, WAITS);
        int pages = Paging.pages(settled ? count(database, "not (" + WAITS + ")") : waiting, PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        if (settled) {
            return new DeadlineList(
                    true,
                    waiting,
                    shown,
                    pages,
                    rows(settled(database), (shown - 1) * PAGE, PAGE, now),
                    List.of(),
                    false);
        }
        List<Row> ahead = rows(ahead(database, now), 0, MOST_AHEAD + 1, now);
        var months = ahead.stream()
                .limit(MOST_AHEAD)
                .collect(Collectors.groupingBy(row -> YearMonth.from(row.day()), TreeMap::new, Collectors.toList()));
        return new DeadlineList(
                false,
                waiting,
                shown,
                pages,
                rows(passed(database), (shown - 1) * PAGE, PAGE, now),
                months.entrySet().stream()
                        .map(month -> new Month(MONTH.format(month.getKey()), month.getValue()))
                        .toList(),
                ahead.size() > MOST_AHEAD);
    }

    /** The page of those to look at on which one stands; empty when it waits no longer. */
    static Optional<Integer> pageOf(EntityManager database, DeadlinePassing passing) {
        String same = WAITS + " and p.id = " + passing.id;
        String before =
                WAITS + " and (p.deadline_at, p.id) < (select x.deadline_at, x.id from deadline_passing x where x.id = "
                        + passing.id + ")";
        return count(database, same) == 0 ? Optional.empty() : Optional.of((int) (count(database, before) / PAGE) + 1);
    }

    private static long count(EntityManager database, String condition) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from deadline_passing p join promise_deadline d on d.claim_id = p.claim_id where "
                                        + condition)
                        .getSingleResult())
                .longValue();
    }

    private static Query ahead(EntityManager database, Instant now) {
        return database.createNativeQuery("""
                select d.*, cast(null as bigint) as passing, false as set_aside, cast(null as text) as outcome from promise_deadline d
                 where d.deadline_at > :now and not d.withdrawn order by d.deadline_at, d.claim_id""", Tuple.class).setParameter("now", now);
    }

    private static Query passed(EntityManager database) {
        return database.createNativeQuery("""
                select d.*, p.id as passing, false as set_aside, cast(null as text) as outcome
                  from deadline_passing p join promise_deadline d on d.claim_id = p.claim_id
                 where %s order by p.deadline_at, p.id""".formatted(WAITS), Tuple.class);
    }

    private static Query settled(EntityManager database) {
        return database.createNativeQuery("""
                select d.claim_id, d.wording, p.deadline_at, p.deadline_zone, d.deadline_rule, d.code, d.label, d.role, d.owner, p.id as passing, p.set_aside_at is not null as set_aside,
                       case when p.set_aside_at is not null then 'Set aside by ' || who.name || ': ' || p.note
                            when d.withdrawn then 'The verdict was withdrawn'
                            when d.deadline_at is distinct from p.deadline_at then 'The deadline was moved or taken off'
                            else 'Verdict ' || d.verdict_number || ' is published' end as outcome
                  from deadline_passing p join promise_deadline d on d.claim_id = p.claim_id
                  left join account who on who.id = p.set_aside_by
                 where not (%s) order by coalesce(p.set_aside_at, p.noted_at) desc, p.id desc""".formatted(WAITS), Tuple.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Query query, int first, int most, Instant now) {
        return ((List<Tuple>) query.setFirstResult(first).setMaxResults(most).getResultList())
                .stream().map(row -> row(row, now)).toList();
    }

    private static Row row(Tuple row, Instant now) {
        Instant at = row.get("deadline_at", Instant.class);
        ZoneId zone = ZoneId.of(row.get("deadline_zone", String.class));
        return new Row(
                row.get("passing", Long.class),
                row.get("claim_id", Long.class),
                row.get("wording", String.class),
                at,
                LocalDate.ofInstant(at.minusNanos(1), zone),
                new Deadline(at, zone).inWords(),
                row.get("deadline_rule", String.class),
                distance(at, now),
                row.get("code", String.class),
                row.get("label", String.class),
                row.get("role", String.class),
                row.get("owner", String.class),
                row.get("set_aside", Boolean.class),
                row.get("outcome", String.class));
    }

    static String distance(Instant at, Instant now) {
        long days = Math.abs(ChronoUnit.DAYS.between(now, at));
        boolean over = !at.isAfter(now);
        if (days == 0) {
            return over ? "passed in the last 24 hours" : "in less than 24 hours";
        }
        String span = days == 1 ? "1 day" : "%,d days".formatted(days);
        return over ? "passed " + span + " ago" : "in " + span;
    }
}
