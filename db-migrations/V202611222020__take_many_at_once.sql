-- Many things taken in at once: what was asked for, each item's place in the queue, and how it went.

create table bulk (
  id          bigint generated always as identity primary key,
  kind        text        not null,
  name        text        not null,
  state       text        not null default 'QUEUED',
  started_by  bigint      not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  constraint bulk_kind_known check (kind in ('ARTICLE_FILES', 'ARTICLE_ADDRESSES')),
  constraint bulk_name_given check (length(trim(name)) between 1 and 300),
  constraint bulk_state_known check (state in ('QUEUED', 'RUNNING', 'STOPPED', 'DONE', 'FAILED')),
  constraint bulk_finished_when_over check ((state in ('DONE', 'FAILED')) = (finished_at is not null)),
  constraint bulk_starter foreign key (started_by) references account (id)
);
create index bulk_newest on bulk (started_at desc, id desc);
create index bulk_open on bulk (id) where state in ('QUEUED', 'RUNNING');
comment on table bulk is 'Many things taken in at once. A later kind adds its word to bulk_kind_known, and what its items become beside article_id.';

create table bulk_item (
  id          bigint generated always as identity primary key,
  bulk_id     bigint      not null,
  position    integer     not null,
  label       text        not null,
  address     text,
  host        text,
  content     bytea,
  state       text        not null default 'WAITING',
  attempts    integer     not null default 0,
  next_try_at timestamptz not null,
  finished_at timestamptz,
  article_id  bigint,
  trouble     text,
  constraint bulk_item_position unique (bulk_id, position),
  constraint bulk_item_label_given check (length(label) between 1 and 300),
  constraint bulk_item_state_known check (state in ('WAITING', 'DONE', 'KNOWN', 'FAILED')),
  constraint bulk_item_waits_with_something check (state <> 'WAITING' or address is not null or content is not null),
  constraint bulk_item_finished_when_over check ((state = 'WAITING') = (finished_at is null)),
  constraint bulk_item_became_something check ((state in ('DONE', 'KNOWN')) = (article_id is not null)),
  constraint bulk_item_content_dropped check (article_id is null or content is null),
  constraint bulk_item_failed_with_reason check (state <> 'FAILED' or trouble is not null),
  constraint bulk_item_address_has_host check ((address is null) = (host is null)),
  constraint bulk_item_bulk foreign key (bulk_id) references bulk (id),
  constraint bulk_item_article foreign key (article_id) references article (id)
);
create index bulk_item_waiting on bulk_item (next_try_at, id) where state = 'WAITING';
create index bulk_item_by_state on bulk_item (bulk_id, state);
comment on table bulk_item is 'One thing of a bulk and its place in the queue. Bytes are kept until they became an article, and 30 days when they did not.';

create table visited_host (
  host          text primary key,
  next_visit_at timestamptz not null
);
comment on table visited_host is 'When a host may be asked again, whichever node asks.';
