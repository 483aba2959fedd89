package org.ontherecord.extraction;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * Fills the inbox of a demonstration record with candidates of invented words that wait: twenty to an article, a tenth with a
 * deadline, some assigned or snoozed, every fifth like a claim on record; and half as many dismissed. Arguments: address of the
 * database, user, password, how many. Never for a database that is in use.
 */
public final class InboxFill {
    private static final String SQL = """
            select setseed(0.42);
            create temp table vocabulary as
            select n, (select string_agg(chr(97 + (hashtext(n::text || '.' || i) & 2147483647) % 26) || (array['a','e','i','o','u'])[1 + (hashtext(i::text || n) & 2147483647) % 5], '') from generate_series(1, 2 + n % 3) i) as word
              from generate_series(1, 20000) n;
            create unique index on vocabulary (n);
            analyze vocabulary;
            insert into outlet (name) select 'Load outlet ' || i from generate_series(1, 40) i;
            create temp table loaded as
              with made as (insert into article (outlet_id, canonical_url, title, published_on, added_by, added_at)
                select (select min(id) from outlet where name like 'Load outlet %') + i % 40, 'https://load.example/' || i, 'Load article ' || i, date '2026-11-23' - i % 90, (select min(id) from account), '2026-11-01'
                  from generate_series(1, {articles}) i returning id)
              select id as article from made;
            create temp table line as
              select a.article, m.number as n, (select 'The council of ' || string_agg(v.word, ' ' order by k) || ' will pay ' || m.number * 7 || ' million.'
                from generate_series(1, 12) k join vocabulary v on v.n = 1 + (hashtext(a.article || '.' || m.number || '.' || k) & 2147483647) % 20000) as words
                from loaded a cross join generate_series(1, 20) as m (number);
            create temp table placed as
              select article, n, words, sum(length(words) + 1) over (partition by article order by n) - length(words) - 1 as starts from line;
            insert into snapshot (article_id, text, sha256, taken_at, how)
              select article, text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), '2026-11-01', 'PASTED' from (select article, string_agg(words, ' ' order by n) as text from line group by article) t;
            insert into candidate (snapshot_id, quote_exact, quote_start, quote_end, score, reasons, kind, mode, wording, speaker_name, proposed_by, created_at, deadline_rule, deadline_on, deadline_precision, assigned_to, snoozed_until)
              select s.id, p.words, p.starts, p.starts + length(p.words), (random() * 100)::int, array['Names a number'], case when p.n % 2 = 0 then 'PROMISE' else 'STATEMENT' end, 'REPORTED', p.words,
                     'Speaker ' || (p.article * 7 + p.n) % 900, 'load', timestamptz '2026-11-01 00:00Z' + p.n * interval '1 minute',
                     case when p.n % 10 = 0 then 'by then' end, case when p.n % 10 = 0 then date '2026-11-23' + (p.article % 90)::int end, case when p.n % 10 = 0 then 'DAY' end,
                     case when p.n % 17 = 0 then (select id from account where email = 'checker@demo.invalid') end, case when p.n % 19 = 0 then timestamptz '2027-02-01' end
                from placed p join snapshot s on s.article_id = p.article order by p.article, p.n;
            update candidate_match m set state = 'DONE', finished_at = now(), looked_at = now(),
                   claim_id = case when c.id % 5 = 0 then (select min(id) from claim) end, percent = case when c.id % 5 = 0 then 30 + c.id % 70 end
              from candidate c where c.id = m.candidate_id;
            insert into candidate (snapshot_id, quote_exact, quote_start, quote_end, score, kind, mode, wording, proposed_by, created_at, state, dismiss_reason, decided_by, decided_at)
              select s.id, substr(p.words, 1, length(p.words) - 1), p.starts, p.starts + length(p.words) - 1, 10, 'STATEMENT', 'REPORTED', p.words, 'load', '2026-11-01', 'DISMISSED', 'VAGUE',
                     (select min(id) from account), timestamptz '2026-11-02 00:00Z' + p.article * interval '1 minute'
                from placed p join snapshot s on s.article_id = p.article where p.n % 2 = 1;
            analyze outlet, article, snapshot, candidate, candidate_match;
            """;

    private InboxFill() {}

    public static void main(String[] arguments) throws Exception {
        String sql = SQL.replace("{articles}", String.valueOf(Integer.parseInt(arguments[3]) / 20));
        try (Connection database = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                Statement all = database.createStatement()) {
            long began = System.nanoTime();
            all.execute(sql);
            System.out.printf("filled in %d s%n", (System.nanoTime() - began) / 1_000_000_000L);
        }
    }
}
