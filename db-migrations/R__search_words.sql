-- Fills what the public search looks into (V202611222330) from the public views, by triggers: a claim published now is found now.
-- This file says what is searched; when it changes, or public_claim changes its meaning, all is filled anew.

-- Typographic quotation marks become plain ones, joined words two, and U.S. is US: in what is searched and in what is asked.
create or replace function searchable(words text) returns text language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(translate(words, '’‘“”«»„', '''''""""""'),
           '([[:alnum:]])[-‐‑–—/_](?=[[:alnum:]])', '\1 ', 'g'), '([[:alpha:]])\.(?=[[:alpha:]])', '\1', 'g')
$$;

create or replace function dialect_of(language text) returns text language sql immutable parallel safe as $$
  select case when lower(left(language, 2)) in ('en', 'fr', 'de', 'es') and language !~ '^[A-Za-z]{3}' then lower(left(language, 2)) else 'simple' end
$$;

create or replace function words_of(dialect text, words text) returns tsvector language sql stable parallel safe as $$
  select to_tsvector(cast('record_' || dialect as regconfig), searchable(coalesce(words, '')))
$$;

-- The words asked for, in one dialect; its commonest words count only when there are no others.
create or replace function asked_in(dialect text, words text) returns tsquery language sql stable parallel safe as $$
  select case when dialect = 'simple' then websearch_to_tsquery('record_simple', searchable(words))
              when numnode(websearch_to_tsquery(cast('asked_' || dialect as regconfig), searchable(words))) > 0
              then websearch_to_tsquery(cast('asked_' || dialect as regconfig), searchable(words))
              else websearch_to_tsquery(cast('record_' || dialect as regconfig), searchable(words)) end
$$;

-- The words asked for, side by side in that order.
create or replace function phrase_in(dialect text, words text) returns tsquery language sql stable parallel safe as $$
  select phraseto_tsquery(cast('record_' || dialect as regconfig), searchable(translate(words, '"', '')))
$$;

-- Whether words in quotation marks are all among the commonest of a language: nearly every claim has them and would have to be read through.
create or replace function only_common_words(words text) returns boolean language sql stable parallel safe as $$
  select exists (select 1 from unnest(array['en', 'fr', 'de', 'es']) d
                  where numnode(websearch_to_tsquery(cast('asked_' || d as regconfig), searchable(words))) = 0
                    and cast(websearch_to_tsquery(cast('record_' || d as regconfig), searchable(words)) as text) ~ '<[0-9-]+>')
$$;

-- The words asked for, in every dialect, each for the claims in it: every vector has a lexeme that says its dialect.
-- Dialects that ask for the same lexemes ask once; most of them by saying which they are not, all of them without a name: less of the index is read.
-- Nothing for only_common_words.
create or replace function asked_for(words text) returns tsquery language sql stable parallel safe as $$
  select case when not only_common_words(words) then cast(string_agg(case cardinality(others) when 0 then '' when 1 then '!' || others[1] || ' & '
                              else '(' || array_to_string(dialects, ' | ') || ') & ' end || '(' || asked || ')', ' | ' order by asked) as tsquery) end
    from (select asked, array_agg(name order by name) as dialects,
                 array(select x from unnest(array['''@en''', '''@fr''', '''@de''', '''@es''', '''@simple''']) x where x <> all (array_agg(name))) as others
            from unnest(array['en', 'fr', 'de', 'es', 'simple']) d
            cross join lateral (select cast(asked_in(d, words) as text) as asked, '''@' || d || '''' as name offset 0) its
           where asked <> '' group by asked) alike
$$;

create or replace function plain_name(name text) returns text language sql stable parallel safe as $$
  select lower(unaccent(searchable(name)))
$$;

create or replace function fill_findable_claims(claims bigint[]) returns void language plpgsql as $$
begin
  -- Each by one at a time, so that two publications of a claim do not fill it with what each saw alone.
  perform 1 from claim where id = any(claims) order by id for no key update;
  delete from findable_claim where claim_number = any(claims);
  insert into findable_claim (claim_number, number, published_at, superseded_at, publisher, kind, code, verdict_kind, verdict_id, previous_code, withdrawn,
    speaker_id, topics, topic_keys, language, dialect, first_said_on, times_said, deadline_at, heading, words, away)
  select c.claim_number, c.number, c.published_at, c.superseded_at, null, c.kind, c.code, c.verdict_kind, c.verdict_id, c.previous_code, c.withdrawn,
         c.speaker_id, c.topics, array(select lower(t) from unnest(c.topics) t), c.language, d.dialect, c.first_said_on, c.times_said, c.deadline_at,
         h.heading, h.heading || setweight(words_of(d.dialect, concat_ws(' ', c.reason, left(c.body, 100000))), 'D'), c.away
    from (select v.*, said.* from (select *, greatest(published_at, coalesce(superseded_at - interval '1 microsecond', 'infinity')) as until_then from public_verdict
                                   where claim_number = any(claims)) v
            cross join lateral said_of(v.claim_number, v.until_then) said) c
    cross join lateral (select dialect_of(c.language) as dialect) d
    left join lateral (select string_agg(a.quote_exact, ' . ' order by a.appearance_id) as quotes from public_appearance a
                        where a.claim_number = c.claim_number and a.published_at <= c.until_then and (a.superseded_at <= c.until_then) is not true) said on true
    left join lateral (select string_agg(concat_ws(' . ', m.headline, m.wording), ' . ') as words from claim_carried its
                        cross join lateral (select r.headline, r.wording from verdict v join revision r on r.id = v.revision_id
                                             where v.claim_id = its.carried order by v.number desc limit 1) m
                        where its.claim_number = c.claim_number and its.until_at is null and c.superseded_at is null) merged on true
    cross join lateral (select setweight(words_of(d.dialect, concat_ws(' . ', c.headline, c.wording)), 'A')
                            || setweight(words_of(d.dialect, concat_ws(' . ', c.speaker_name, array_to_string(c.speaker_aliases, ' . '), c.capacity,
                                                                             array_to_string(c.topics, ' . '))), 'B')
                            || setweight(words_of(d.dialect, concat_ws(' . ', merged.words, left(said.quotes, 20000))), 'C')
                            || array_to_tsvector(array['@' || d.dialect]) as heading) h;
  insert into findable_claim (claim_number, number, published_at, superseded_at, publisher, kind, code, verdict_kind, verdict_id, previous_code, withdrawn,
    speaker_id, topics, topic_keys, language, dialect, first_said_on, times_said, deadline_at, heading, words, away)
  select e.claim_number, 0, e.published_at, (select min(v.published_at) from verdict v where v.claim_id = e.claim_number), e.publisher,
         null, null, null, null, null, false, e.speaker_id, '{}', '{}', e.language, d.dialect, e.dated_on, 0, null,
         h.heading, h.heading, e.away
    from public_external_check e
    join external_check own on own.claim_id = e.claim_number and own.publisher = e.publisher and own.external_id = e.external_id
    left join speaker s on s.id = e.speaker_id
    cross join lateral (select dialect_of(e.language) as dialect) d
    cross join lateral (select setweight(words_of(d.dialect, concat_ws(' . ', e.title, e.wording)), 'A')
                            || setweight(words_of(d.dialect, concat_ws(' . ', e.speaker_name, array_to_string(s.aliases, ' . '), e.publisher)), 'B')
                            || array_to_tsvector(array['@' || d.dialect]) as heading) h
   where e.claim_number = any(claims);
end $$;

-- The words themselves and the names, for what was misspelt and for suggestions. Nothing here is unique, so nobody waits for anybody.
-- A word is looked up by the index, one by one: a join planned while the table was small would read all of it.
create or replace function fill_search_names(claims bigint[]) returns void language sql as $$
  insert into search_word (word)
  select distinct found.word
    from (select concat_ws(' ', c.headline, c.wording, c.speaker_name, array_to_string(c.speaker_aliases, ' '), array_to_string(c.topics, ' ')) as text
            from public_verdict c where c.claim_number = any(claims)
          union all
          select concat_ws(' ', e.title, e.wording, e.speaker_name) from public_external_check e where e.claim_number = any(claims)
          union all
          select left(a.quote_exact, 5000) from public_appearance a where a.claim_number = any(claims)) said,
         unnest(tsvector_to_array(to_tsvector('record_simple', searchable(said.text)))) found (word)
   where found.word ~ '^[[:alpha:]]{4,40}$' and (select known.word from search_word known where known.word = found.word limit 1) is null;
  insert into search_name
  select distinct on (v.speaker_id) 'person', v.speaker_id, v.speaker_name,
         plain_name(concat_ws(' | ', v.speaker_name, array_to_string(v.speaker_aliases, ' | ')))
    from public_verdict v
   where v.claim_number = any(claims) and v.speaker_id is not null
     and not exists (select 1 from search_name known where known.kind = 'person' and known.thing = v.speaker_id);
  insert into search_name
  select distinct 'topic', cast(null as bigint), t, plain_name(t)
    from public_verdict v, unnest(v.topics) t
   where v.claim_number = any(claims) and not exists (select 1 from search_name known where known.kind = 'topic' and known.name = t);
  insert into search_name
  select distinct 'article', a.article_id, a.article_title, plain_name(a.article_title)
    from public_appearance a
   where a.claim_number = any(claims) and a.article_id is not null
     and not exists (select 1 from search_name known where known.kind = 'article' and known.thing = a.article_id);
$$;

create or replace function find_claim_anew() returns trigger language plpgsql as $$
begin
  perform fill_findable_claims(array[new.claim_id]);
  perform fill_search_names(array[new.claim_id]);
  return null;
end $$;

-- An import writes hundreds at a time: together they take a tenth of what they take one by one.
create or replace function find_checks_of_others() returns trigger language plpgsql as $$
declare
  claims bigint[] := array(select claim_id from written order by claim_id);
begin
  perform fill_findable_claims(claims);
  perform fill_search_names(claims);
  return null;
end $$;

-- What is recorded later stands on no page yet; what is put right, or taken away, may.
create or replace function find_claim_with_its_appearances() returns trigger language plpgsql as $$
declare
  changed bigint := case when tg_op = 'DELETE' then old.claim_id else new.claim_id end;
begin
  if exists (select 1 from findable_claim w where w.claim_number = changed and w.number > 0) then
    perform fill_findable_claims(array(select changed union select c.claim_number from claim_carried c where c.carried = changed and c.until_at is null));
    perform fill_search_names(array[changed]);
  end if;
  return null;
end $$;

create or replace function find_speaker_by_new_name() returns trigger language plpgsql as $$
begin
  perform fill_findable_claims(array(select distinct claim_number from findable_claim where speaker_id = new.id));
  delete from search_name where kind = 'person' and thing = new.id;
  insert into search_name select 'person', new.id, new.name, plain_name(concat_ws(' | ', new.name, array_to_string(new.aliases, ' | ')))
   where exists (select 1 from public_speaker s where s.speaker_id = new.id);
  return null;
end $$;

create or replace function find_article_by_new_details() returns trigger language plpgsql as $$
begin
  perform fill_findable_claims(array(select distinct w.claim_number from appearance a join snapshot s on s.id = a.snapshot_id
                                  left join claim_carried c on c.carried = a.claim_id and c.until_at is null
                                  join findable_claim w on w.claim_number in (a.claim_id, c.claim_number) where s.article_id = new.id));
  update search_name set name = new.title, plain = plain_name(new.title) where kind = 'article' and thing = new.id;
  return null;
end $$;

create or replace function find_check_of_others_anew() returns trigger language plpgsql as $$
begin
  if exists (select 1 from findable_claim w where w.claim_number = new.id and w.number = 0) then
    perform fill_findable_claims(array[new.id]);
  end if;
  return null;
end $$;

create or replace function find_merged_claim() returns trigger language plpgsql as $$
begin
  perform fill_findable_claims(array[new.id, coalesce(new.merged_into, old.merged_into)]);
  return null;
end $$;

create or replace trigger claim_is_found after insert on verdict for each row execute function find_claim_anew();
create or replace trigger claim_is_found after insert on external_check referencing new table as written
  for each statement execute function find_checks_of_others();
create or replace trigger claim_is_found after insert or update or delete on appearance for each row execute function find_claim_with_its_appearances();
create or replace trigger claim_is_found after insert or update or delete on counted_appearance for each row execute function find_claim_with_its_appearances();
create or replace trigger claim_is_found after update of name, aliases on speaker for each row
  when (old.name is distinct from new.name or old.aliases is distinct from new.aliases) execute function find_speaker_by_new_name();
create or replace trigger claim_is_found after update of published_on, title, origin_article_id on article for each row
  when (old.published_on is distinct from new.published_on or old.title is distinct from new.title
     or old.origin_article_id is distinct from new.origin_article_id) execute function find_article_by_new_details();
create or replace trigger claim_is_found after update of speaker_id on claim for each row
  when (old.speaker_id is distinct from new.speaker_id) execute function find_check_of_others_anew();
create or replace trigger merged_claim_is_found after update of merged_into on claim for each row
  when (old.merged_into is distinct from new.merged_into) execute function find_merged_claim();

create or replace function fill_search_anew() returns void language plpgsql as $$
declare
  first bigint;
begin
  truncate findable_claim, search_word, search_name;
  for first in select generate_series(min(id), max(id), 500) from claim loop
    perform fill_findable_claims(c.found), fill_search_names(c.found)
       from (select array(select id from claim where id between first and first + 499) as found) c;
    if first % 10000 < 500 then
      analyze findable_claim, search_word, search_name;
    end if;
  end loop;
  analyze findable_claim, search_word, search_name;
end $$;

select fill_search_anew();
