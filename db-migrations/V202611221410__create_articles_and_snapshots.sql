-- What was printed: outlets, articles and the exact text of each at one moment.

create table outlet (
  id      bigint generated always as identity primary key,
  name    text    not null,
  host    text,
  aliases text[]  not null default '{}',
  version integer not null default 0,
  constraint outlet_name_given check (length(trim(name)) between 1 and 200),
  constraint outlet_host_unique unique (host),
  constraint outlet_host_plain check (host = lower(host) and host not like '%/%')
);
create unique index outlet_name_unique on outlet (lower(name));

create table article (
  id                bigint generated always as identity primary key,
  outlet_id         bigint,
  canonical_url     text,
  title             text        not null,
  byline            text,
  published_on      date,
  language          text        not null default 'en',
  origin_article_id bigint,
  added_by          bigint      not null,
  added_at          timestamptz not null,
  version           integer     not null default 0,
  constraint article_title_given check (length(trim(title)) between 1 and 500),
  constraint article_url_unique unique (canonical_url),
  constraint article_url_is_web check (canonical_url ~ '^https?://' and length(canonical_url) <= 2000),
  constraint article_language_tag check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  constraint article_not_its_own_origin check (origin_article_id <> id),
  constraint article_outlet foreign key (outlet_id) references outlet (id),
  constraint article_origin foreign key (origin_article_id) references article (id),
  constraint article_added_by foreign key (added_by) references account (id)
);
create index article_newest on article (added_at desc, id desc);
create index article_by_outlet on article (outlet_id);

create table snapshot (
  id             bigint generated always as identity primary key,
  article_id     bigint      not null,
  text           text        not null,
  sha256         text        not null,
  taken_at       timestamptz not null,
  how            text        not null,
  saved_copy_url text,
  constraint snapshot_text_once unique (article_id, sha256),
  constraint snapshot_text_given check (length(text) between 1 and 1000000),
  constraint snapshot_sha256_of_text check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  constraint snapshot_how_known check (how in ('PASTED', 'FETCHED', 'UPLOADED', 'FEED')),
  constraint snapshot_article foreign key (article_id) references article (id)
);
create index snapshot_by_text on snapshot (sha256);
create trigger snapshot_immutable before update or delete on snapshot for each row execute function refuse_change();
create trigger snapshot_not_truncated before truncate on snapshot for each statement execute function refuse_change();
comment on table snapshot is 'The text of an article exactly as extracted once. Quotes point into it by Unicode code points, so it never changes.';

create function refuse_quote_not_in_snapshot() returns trigger language plpgsql as $$
declare
  found_text text;
begin
  if new.snapshot_id is null then
    return new;
  end if;
  select substring(s.text from new.quote_start + 1 for new.quote_end - new.quote_start) into found_text
    from snapshot s where s.id = new.snapshot_id;
  if found_text is distinct from new.quote_exact then
    raise exception 'the quote does not stand literally in snapshot % at %..%', new.snapshot_id, new.quote_start, new.quote_end
      using errcode = 'check_violation', constraint = tg_table_name || '_quote_is_literal';
  end if;
  return new;
end $$;
comment on function refuse_quote_not_in_snapshot is 'A quote is stored only if its words stand in the snapshot at exactly its offsets (code points, end exclusive).';
