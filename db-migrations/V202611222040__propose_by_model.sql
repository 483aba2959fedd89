-- What a language model was asked and what came of it; empty as long as none is configured.

create table model_reading (
  snapshot_id    bigint primary key,
  state          text        not null default 'QUEUED',
  attempts       integer     not null default 0,
  queued_at      timestamptz not null,
  next_try_at    timestamptz not null,
  finished_at    timestamptz,
  model          text,
  prompt_version integer,
  proposed       integer     not null default 0,
  unverifiable   integer     not null default 0,
  furniture      integer     not null default 0,
  doubled        integer     not null default 0,
  trouble        text,
  constraint model_reading_state_known check (state in ('QUEUED', 'DONE', 'PARKED', 'SKIPPED')),
  constraint model_reading_finished_when_over check ((state = 'QUEUED') = (finished_at is null)),
  constraint model_reading_parked_with_reason check (state <> 'PARKED' or trouble is not null),
  constraint model_reading_done_by_somebody check (state <> 'DONE' or (model is not null and prompt_version is not null)),
  constraint model_reading_snapshot foreign key (snapshot_id) references snapshot (id)
);
create index model_reading_waiting on model_reading (next_try_at, snapshot_id) where state = 'QUEUED';
comment on table model_reading is 'The queue of snapshots to show a language model, after the rules have read them. Candidates and DONE are written in one transaction.';

create table model_request (
  id             bigint generated always as identity primary key,
  snapshot_id    bigint      not null,
  asked_at       timestamptz not null,
  characters     integer     not null,
  model          text        not null,
  prompt_version integer     not null,
  constraint model_request_sends_something check (characters > 0),
  constraint model_request_reading foreign key (snapshot_id) references model_reading (snapshot_id)
);
create index model_request_by_time on model_request (asked_at);
comment on table model_request is 'One row for each request to a language model, written before it is sent: the budget counts these.';

create index extraction_done on extraction (finished_at) where state = 'DONE';
create index candidate_by_model on candidate (proposed_by, state) where proposed_by like 'model %';
