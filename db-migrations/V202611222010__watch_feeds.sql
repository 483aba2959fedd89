-- Addresses we look at again and again for new articles, and what became of each entry they named.

create table watched_feed (
  id               bigint generated always as identity primary key,
  address          text        not null,
  outlet_id        bigint,
  interval_minutes integer     not null,
  keywords         text[]      not null default '{}',
  added_by         bigint      not null,
  added_at         timestamptz not null,
  state            text        not null default 'WATCHED',
  etag             text,
  last_modified    text,
  next_poll_at     timestamptz not null,
  polled_at        timestamptz,
  poll             integer     not null default 0,
  failures         integer     not null default 0,
  trouble          text,
  note             text,
  version          integer     not null default 0,
  constraint watched_feed_address_is_web check (address ~ '^https?://' and length(address) <= 2000),
  constraint watched_feed_interval check (interval_minutes between 5 and 1440),
  constraint watched_feed_few_keywords check (cardinality(keywords) <= 50),
  constraint watched_feed_state_known check (state in ('WATCHED', 'PAUSED', 'GONE', 'STOPPED')),
  constraint watched_feed_gone_says_why check (state <> 'GONE' or trouble is not null),
  constraint watched_feed_outlet foreign key (outlet_id) references outlet (id),
  constraint watched_feed_added_by foreign key (added_by) references account (id)
);
create unique index watched_feed_address_once on watched_feed (address) where state <> 'STOPPED';
create index watched_feed_due on watched_feed (next_poll_at, id) where state = 'WATCHED';

create table feed_item (
  id           bigint generated always as identity primary key,
  feed_id      bigint      not null,
  key          text        not null,
  address      text,
  host         text,
  title        text        not null,
  byline       text,
  published_on date,
  content      text,
  state        text        not null,
  reason       text,
  attempts     integer     not null default 0,
  seen_at      timestamptz not null,
  next_try_at  timestamptz not null,
  tried_at     timestamptz,
  settled_at   timestamptz,
  article_id   bigint,
  constraint feed_item_once unique (feed_id, key),
  constraint feed_item_state_known check (state in ('WAITING', 'TAKEN', 'KNOWN', 'SKIPPED', 'PARKED')),
  constraint feed_item_leads_to_article check ((state in ('TAKEN', 'KNOWN')) = (article_id is not null)),
  constraint feed_item_parked_says_why check (state <> 'PARKED' or reason is not null),
  constraint feed_item_settled check ((state = 'WAITING') = (settled_at is null)),
  constraint feed_item_has_words check (state <> 'WAITING' or address is not null or content is not null),
  constraint feed_item_feed foreign key (feed_id) references watched_feed (id),
  constraint feed_item_article foreign key (article_id) references article (id)
);
create index feed_item_due on feed_item (next_try_at, id) where state = 'WAITING';
create index feed_item_of_host on feed_item (host, tried_at);
create index feed_item_of_feed on feed_item (feed_id, state, id desc);
comment on table feed_item is 'The queue of pages to fetch, and the note of what became of each. An entry stands here once, however often its feed repeats it.';
