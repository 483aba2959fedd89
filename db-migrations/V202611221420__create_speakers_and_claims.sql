-- Who said it, and what was said.

create table speaker (
  id          bigint generated always as identity primary key,
  kind        text        not null default 'PERSON',
  name        text        not null,
  slug        text        not null,
  aliases     text[]      not null default '{}',
  wikidata_id text,
  created_at  timestamptz not null,
  version     integer     not null default 0,
  constraint speaker_kind_known check (kind in ('PERSON', 'BODY')),
  constraint speaker_name_given check (length(trim(name)) between 1 and 200),
  constraint speaker_wikidata_id_shape check (wikidata_id ~ '^Q[1-9][0-9]*$'),
  constraint speaker_wikidata_id_unique unique (wikidata_id)
);
create index speaker_by_name on speaker (lower(name));

create table affiliation (
  id         bigint generated always as identity primary key,
  speaker_id bigint not null,
  role       text   not null,
  body       text,
  from_on    date,
  to_on      date,
  constraint affiliation_role_given check (length(trim(role)) between 1 and 200),
  constraint affiliation_ends_after_start check (to_on >= from_on),
  constraint affiliation_speaker foreign key (speaker_id) references speaker (id)
);
create index affiliation_by_speaker on affiliation (speaker_id);
comment on table affiliation is 'The party or office of a speaker between two dates.';

create table claim (
  id            bigint generated always as identity (start with 1001) primary key,
  slug          text        not null,
  wording       text        not null,
  headline      text,
  kind          text        not null,
  speaker_id    bigint,
  capacity      text,
  topics        text[]      not null default '{}',
  language      text        not null default 'en',
  deadline_at   timestamptz,
  deadline_zone text,
  deadline_rule text,
  criteria      text,
  merged_into   bigint,
  created_by    bigint      not null,
  created_at    timestamptz not null,
  version       integer     not null default 0,
  constraint claim_wording_given check (length(trim(wording)) between 1 and 1000),
  constraint claim_headline_length check (length(headline) <= 500),
  constraint claim_kind_known check (kind in ('STATEMENT', 'PROMISE')),
  constraint claim_only_promises_have_deadlines check (kind = 'PROMISE' or (deadline_at is null and deadline_zone is null and deadline_rule is null and criteria is null)),
  constraint claim_deadline_has_zone check ((deadline_at is null) = (deadline_zone is null)),
  constraint claim_not_merged_into_itself check (merged_into <> id),
  constraint claim_speaker foreign key (speaker_id) references speaker (id),
  constraint claim_merged_into foreign key (merged_into) references claim (id),
  constraint claim_created_by foreign key (created_by) references account (id)
);
create index claim_by_speaker on claim (speaker_id);
comment on table claim is 'One sentence we rate. The id is its public number and never changes. The other columns are the desk''s working copy: what the public sees was frozen into a revision.';
comment on column claim.headline is 'The speaker''s exact words that stand above the claim, if short enough; they stand in a quote of one of its appearances.';

create table appearance (
  id             bigint generated always as identity primary key,
  claim_id       bigint      not null,
  mode           text        not null,
  snapshot_id    bigint,
  quote_exact    text        not null,
  quote_prefix   text        not null default '',
  quote_suffix   text        not null default '',
  quote_start    integer,
  quote_end      integer,
  source_title   text,
  source_url     text,
  said_on        date,
  said_precision text,
  occasion       text,
  recorded_by    bigint      not null,
  recorded_at    timestamptz not null,
  constraint appearance_mode_known check (mode in ('SAID', 'REPORTED')),
  constraint appearance_quote_given check (length(quote_exact) between 1 and 5000),
  constraint appearance_offsets_in_order check (quote_start >= 0 and quote_end > quote_start),
  constraint appearance_in_snapshot_or_outside check (
    (snapshot_id is not null and quote_start is not null and quote_end is not null and source_title is null and source_url is null)
    or (snapshot_id is null and quote_start is null and quote_end is null and source_title is not null)),
  constraint appearance_precision_known check (said_precision in ('DAY', 'MONTH', 'YEAR')),
  constraint appearance_date_has_precision check ((said_on is null) = (said_precision is null)),
  constraint appearance_source_url_is_web check (source_url ~ '^https?://'),
  constraint appearance_once unique (claim_id, snapshot_id, quote_start, quote_end),
  constraint appearance_claim foreign key (claim_id) references claim (id),
  constraint appearance_snapshot foreign key (snapshot_id) references snapshot (id),
  constraint appearance_recorded_by foreign key (recorded_by) references account (id)
);
create index appearance_by_snapshot on appearance (snapshot_id);
create trigger appearance_quote_is_literal before insert or update on appearance for each row execute function refuse_quote_not_in_snapshot();
comment on table appearance is 'One place a claim was made: the exact words in a snapshot, or in an outside source we hold no text of.';

create table counted_appearance (
  id           bigint generated always as identity primary key,
  claim_id     bigint      not null,
  times        integer     not null,
  at_least     boolean     not null default false,
  from_on      date        not null,
  to_on        date        not null,
  counted_by   text        not null,
  source_title text        not null,
  source_url   text,
  recorded_by  bigint      not null,
  recorded_at  timestamptz not null,
  constraint counted_appearance_some check (times > 0),
  constraint counted_appearance_dates_in_order check (to_on >= from_on),
  constraint counted_appearance_url_is_web check (source_url ~ '^https?://'),
  constraint counted_appearance_claim foreign key (claim_id) references claim (id),
  constraint counted_appearance_recorded_by foreign key (recorded_by) references account (id)
);
create index counted_appearance_by_claim on counted_appearance (claim_id);
comment on table counted_appearance is '"21 times in 2023, counted by …": totals a source gives, not listed one by one.';
