-- From a snapshot's text to proposed claims that a person decides on.

create table extraction (
  snapshot_id       bigint primary key,
  state             text        not null default 'QUEUED',
  attempts          integer     not null default 0,
  queued_at         timestamptz not null,
  next_try_at       timestamptz not null,
  finished_at       timestamptz,
  extractor         text,
  proposals_dropped integer     not null default 0,
  trouble           text,
  constraint extraction_state_known check (state in ('QUEUED', 'DONE', 'PARKED')),
  constraint extraction_finished_when_over check ((state = 'QUEUED') = (finished_at is null)),
  constraint extraction_parked_with_reason check (state <> 'PARKED' or trouble is not null),
  constraint extraction_snapshot foreign key (snapshot_id) references snapshot (id)
);
create index extraction_waiting on extraction (next_try_at) where state = 'QUEUED';
comment on table extraction is 'The queue of snapshots to read for claims. A row is written with its snapshot; candidates and DONE are written in one transaction.';

create table candidate (
  id             bigint generated always as identity primary key,
  snapshot_id    bigint      not null,
  quote_exact    text        not null,
  quote_prefix   text        not null default '',
  quote_suffix   text        not null default '',
  quote_start    integer     not null,
  quote_end      integer     not null,
  score          smallint    not null,
  reasons        text[]      not null default '{}',
  kind           text        not null,
  mode           text        not null,
  wording        text        not null,
  speaker_name   text,
  speaker_id     bigint,
  said_on        date,
  said_precision text,
  proposed_by    text        not null,
  marked_by      bigint,
  created_at     timestamptz not null,
  state          text        not null default 'OPEN',
  dismiss_reason text,
  claim_id       bigint,
  appearance_id  bigint,
  decided_by     bigint,
  decided_at     timestamptz,
  version        integer     not null default 0,
  constraint candidate_once unique (snapshot_id, quote_start, quote_end),
  constraint candidate_quote_given check (length(quote_exact) between 1 and 5000),
  constraint candidate_offsets_in_order check (quote_start >= 0 and quote_end > quote_start),
  constraint candidate_score_range check (score between 0 and 100),
  constraint candidate_kind_known check (kind in ('STATEMENT', 'PROMISE')),
  constraint candidate_mode_known check (mode in ('SAID', 'REPORTED')),
  constraint candidate_precision_known check (said_precision in ('DAY', 'MONTH', 'YEAR')),
  constraint candidate_date_has_precision check ((said_on is null) = (said_precision is null)),
  constraint candidate_state_known check (state in ('OPEN', 'ACCEPTED', 'LINKED', 'DISMISSED', 'SNOOZED')),
  constraint candidate_decided_by_someone check ((state = 'OPEN') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint candidate_claim_when_taken check ((state in ('ACCEPTED', 'LINKED')) = (claim_id is not null) and (claim_id is null) = (appearance_id is null)),
  constraint candidate_dismissed_with_reason check ((state = 'DISMISSED') = (dismiss_reason is not null)),
  constraint candidate_dismiss_reason_known check (dismiss_reason in ('OPINION', 'FORECAST', 'PERSONAL', 'VAGUE', 'TRIVIAL')),
  constraint candidate_snapshot foreign key (snapshot_id) references snapshot (id),
  constraint candidate_speaker foreign key (speaker_id) references speaker (id),
  constraint candidate_claim foreign key (claim_id) references claim (id),
  constraint candidate_appearance foreign key (appearance_id) references appearance (id),
  constraint candidate_marked_by foreign key (marked_by) references account (id),
  constraint candidate_decider foreign key (decided_by) references account (id)
);
create index candidate_open on candidate (score desc, id) where state = 'OPEN';
create index candidate_by_claim on candidate (claim_id);
create trigger candidate_quote_is_literal before insert or update on candidate for each row execute function refuse_quote_not_in_snapshot();
