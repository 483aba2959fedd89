package org.ontherecord.search;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * Fills an empty record, which the app has migrated, with claims of invented words: as frequent as words are in a language,
 * by 5,000 speakers, over 300 topics. Arguments: address of the database, user, password, our claims, others' checks.
 * The triggers are switched off meanwhile and the search is filled once at the end. Never for a database that is in use.
 */
public final class SearchFill {
    private static final String SQL = """
            select setseed(0.42);
            create temp table vocabulary as
            select n, case when n <= 24 then (array['the','of','to','in','and','will','is','for','that','taxes','jobs','by','percent','more','than','people','health','border','war','peace','climate','energy','school','vaccines'])[n]
                      else (select string_agg(chr(97 + (hashtext(n::text || '.' || i) & 2147483647) % 26) || (array['a','e','i','o','u'])[1 + (hashtext(i::text || n) & 2147483647) % 5], '') from generate_series(1, 2 + n % 3) i)
                      || (array['', 's', 'ing', 'ed', 'ation', 'er'])[1 + n % 6] end as word
              from generate_series(1, 30000) n;
            create unique index on vocabulary (n);
            analyze vocabulary;
            create temp table phrase as
            select p as n, (select string_agg(v.word, ' ') from generate_series(1, 5) i cross join lateral (select floor(exp(random() * ln(30000)))::int + 0 * i + 0 * p as n) r join vocabulary v on v.n = greatest(r.n, 1)) as words
              from generate_series(1, 20000) p;
            create unique index on phrase (n);
            analyze phrase;
            create function pg_temp.some_words(many integer, seed bigint) returns text language sql volatile as $$
              select string_agg(p.words, ' ') from generate_series(1, (many + 4) / 5) i cross join lateral (select 1 + floor(random() * 20000)::int + 0 * i + 0 * seed as n) r join phrase p on p.n = r.n
            $$;
            insert into account (email, name, role, password_hash, created_at) values ('a@load.invalid','Ana Load','EDITOR','x','2020-01-01'),('b@load.invalid','Ben Load','EDITOR','x','2020-01-01');
            insert into speaker (name, slug, aliases, created_at) select initcap(a.word) || ' ' || initcap(b.word), 's' || i, array[initcap(b.word) || 'y', 'the ' || a.word || ' of ' || b.word], '2020-01-01'
              from generate_series(1, 5000) i join vocabulary a on a.n = 100 + i join vocabulary b on b.n = 7000 + i;
            insert into outlet (name) select 'Outlet ' || i from generate_series(1, 50) i;
            insert into article (outlet_id, canonical_url, title, published_on, added_by, added_at)
              select 1 + i % 50, 'https://www.news.example/' || i, initcap(pg_temp.some_words(8, i)), date '2010-01-01' + i % 5800, 1, '2020-01-01' from generate_series(1, 5000) i;
            insert into claim (slug, wording, kind, speaker_id, created_by, created_at)
              select 'c', pg_temp.some_words(14, i), case when i % 3 = 0 then 'PROMISE' else 'STATEMENT' end, 1 + floor(5000 * random() ^ 3)::int, 1, '2020-01-01' from generate_series(1, {claims}) i;
            insert into review (claim_id, opened_at) select id, '2020-01-01' from claim order by id;
            insert into revision (review_id, number, author_id, saved_at, wording, headline, kind, speaker_id, topics, language, rating_id, reason, body, in_force_from)
              select r.id, 1, 1, '2020-01-01', c.wording, case when c.id % 2 = 0 then pg_temp.some_words(10, c.id) end, c.kind, c.speaker_id,
                     array['Topic ' || (1 + floor(200 * random() ^ 2)::int), 'Topic ' || (201 + c.id % 100)], (array['en','en','en','en','en','en','fr','de','es','it'])[1 + c.id % 10],
                     (select x.id from rating x join rating_scale s on s.id = x.scale_id where s.kind = c.kind order by (x.id * 7 + c.id) % 11, x.id limit 1), pg_temp.some_words(12, c.id),
                     pg_temp.some_words(150, c.id), '2020-01-01'
                from claim c join review r on r.claim_id = c.id order by c.id;
            insert into handover (review_id, revision_id, step, by_id, at) select review_id, id, 'APPROVED', 2, '2020-01-01' from revision;
            insert into appearance (claim_id, mode, quote_exact, source_title, source_url, said_on, said_precision, recorded_by, recorded_at)
              select c.id, 'SAID', pg_temp.some_words(20, c.id), 'A speech', 'https://www.speech.example/' || c.id, date '2008-01-01' + (c.id % 6000)::int, 'DAY', 1, '2020-01-01' from claim c;
            create index if not exists load_handover on handover (revision_id);
            analyze handover, revision, review, claim;
            alter table verdict disable trigger claim_is_found;
            alter table external_check disable trigger claim_is_found;
            insert into verdict (claim_id, number, revision_id, kind, public_reason, in_force_from, published_at, published_by, author_id, signed_off_by)
              select r.claim_id, 1, v.id, 'ORIGINAL', 'First.', '2020-01-01', timestamptz '2020-01-02 00:00Z' + r.claim_id * interval '30 minutes', 2, 1, 2
                from revision v join review r on r.id = v.review_id;
            insert into claim_import (name, format, total, next_try_at, started_by, started_at) values ('load', 'CSV', {others}, '2020-01-01', 1, '2020-01-01');
            with made as (insert into claim (slug, wording, kind, speaker_id, created_by, created_at)
              select 'e', pg_temp.some_words(14, i), 'STATEMENT', 1 + floor(5000 * random() ^ 3)::int, 1, '2020-01-01' from generate_series(1, {others}) i returning id, wording)
            insert into external_check (claim_id, publisher, external_id, wording, title, rating, url, dated_on, dated_precision, language, import_id, recorded_at)
              select id, 'Publisher ' || id % 12, id::text, wording, pg_temp.some_words(8, id), 'Mostly ' || id % 7, 'https://check.example/' || id, date '2010-01-01' + (id % 5000)::int, 'DAY', 'en', 1, '2021-01-01' from made;

            alter table verdict enable trigger claim_is_found;
            alter table external_check enable trigger claim_is_found;
            drop index load_handover;
            analyze account, speaker, article, claim, review, revision, handover, appearance, verdict, external_check;
            select fill_search_anew();
            """;

    private SearchFill() {}

    public static void main(String[] arguments) throws Exception {
        String sql = SQL.replace("{claims}", arguments[3]).replace("{others}", arguments[4]);
        try (Connection database = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                Statement all = database.createStatement()) {
            long began = System.nanoTime();
            all.execute(sql);
            System.out.printf("filled in %d s%n", (System.nanoTime() - began) / 1_000_000_000L);
        }
    }
}
