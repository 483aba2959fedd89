-- What the public search looks into: derived from the public record by R__search_words.sql, disposable, refilled by it.
-- Both extensions are "trusted": who owns the database may create them.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- In each language twice: with every word, for what is searched in, and without its commonest words, for what is asked.
do $$
declare
  word text := 'asciiword, asciihword, hword_asciipart, word, hword, hword_part';
  dialect record;
begin
  for dialect in select * from (values ('en', 'english'), ('fr', 'french'), ('de', 'german'), ('es', 'spanish')) as known (code, language) loop
    execute format('create text search dictionary record_%s (template = snowball, language = %s)', dialect.code, dialect.language);
    execute format('create text search dictionary asked_%s (template = snowball, language = %s, stopwords = %s)', dialect.code, dialect.language, dialect.language);
    execute format('create text search configuration record_%s (copy = simple)', dialect.code);
    execute format('create text search configuration asked_%s (copy = simple)', dialect.code);
    execute format('alter text search configuration record_%s alter mapping for %s with unaccent, record_%s', dialect.code, word, dialect.code);
    execute format('alter text search configuration asked_%s alter mapping for %s with unaccent, asked_%s', dialect.code, word, dialect.code);
  end loop;
  create text search configuration record_simple (copy = simple);
  execute format('alter text search configuration record_simple alter mapping for %s with unaccent, simple', word);
end $$;

create table findable_claim (
  claim_number  bigint      not null,
  number        integer     not null,
  published_at  timestamptz not null,
  superseded_at timestamptz,
  publisher     text,
  kind          text,
  code          text,
  verdict_kind  text,
  verdict_id    bigint,
  previous_code text,
  withdrawn     boolean     not null,
  speaker_id    bigint,
  topics        text[]      not null,
  topic_keys    text[]      not null,
  language      text        not null,
  dialect       text        not null,
  first_said_on date,
  times_said    bigint      not null,
  deadline_at   timestamptz,
  heading       tsvector    not null,
  words         tsvector    not null,
  constraint findable_claim_key primary key (claim_number, number),
  constraint findable_claim_by_us_or_others check ((number = 0) = (publisher is not null))
);
create index findable_claim_words on findable_claim using gin (words);
create index findable_claim_newest on findable_claim (published_at desc, claim_number desc) where publisher is null;
create index findable_claim_by_speaker on findable_claim (speaker_id);
create index findable_claim_by_topic on findable_claim using gin (topic_keys, topics);
comment on table findable_claim is 'What a claim can be found by: a row for each state it was public in, as public_claim has them, and one numbered 0 for another publisher''s check. Derived.';
comment on column findable_claim.heading is 'Wording, names, topics and quotes, by which hits are ranked; words has the findings too.';

create table search_word (
  word text not null
);
create index search_word_alike on search_word using gin (word gin_trgm_ops);
create index search_word_itself on search_word (word);
comment on table search_word is 'Words of public claims, without accents, for setting right what was misspelt. A word may stand here twice. Derived.';

create table search_name (
  kind  text   not null,
  thing bigint,
  name  text   not null,
  plain text   not null,
  constraint search_name_kind_known check (kind in ('person', 'topic', 'article'))
);
create index search_name_alike on search_name using gin (plain gin_trgm_ops);
create index search_name_of on search_name (thing);
create index search_name_itself on search_name using hash (name);
comment on table search_name is 'People with their other names, topics and articles of public claims, for the one search box. Derived.';

-- One key for all addresses of a page: with or without www, m., a trailing slash, a fragment or parameters that follow readers.
create function address_key(address text) returns text language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(address, '^\s*(?:[a-z]{1,10}://)?([^/?#\s]+)([^?#]*)(?:\?([^#]*))?', 'i');
  host text := regexp_replace(regexp_replace(lower(part[1]), '^(www[0-9]?|m|mobile|amp)\.|:(80|443)$', '', 'g'), '\.m\.', '.');
  query text := (select string_agg(pair, '&' order by place) from regexp_split_to_table(part[3], '&') with ordinality as given (pair, place)
                  where pair <> '' and lower(split_part(pair, '=', 1)) !~
                    '^(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ocid|cmpid|smid|xtor|ref_src|amp|at_.*)$');
begin
  return host || regexp_replace(part[2], '(/amp)?/*$', '') || coalesce('?' || query, '');
end $$;
create index article_by_address_key on article using hash (address_key(canonical_url));
create index appearance_by_address_key on appearance using hash (address_key(source_url)) where source_url is not null;
create index external_check_by_address_key on external_check using hash (address_key(url));
create index appearance_by_claim on appearance (claim_id);
