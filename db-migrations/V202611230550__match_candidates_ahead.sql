-- The best match of each candidate that waits, kept so that ten thousand can be filtered, ordered and paged by it.

create table candidate_match (
  candidate_id bigint primary key,
  claim_id     bigint,
  percent      smallint,
  looked_at    timestamptz,
  state        text        not null default 'QUEUED',
  attempts     integer     not null default 0,
  next_try_at  timestamptz not null default 'epoch',
  finished_at  timestamptz,
  trouble      text,
  constraint candidate_match_state_known check (state in ('QUEUED', 'DONE', 'PARKED')),
  constraint candidate_match_finished_when_over check ((state = 'QUEUED') = (finished_at is null)),
  constraint candidate_match_parked_with_reason check (state <> 'PARKED' or trouble is not null),
  constraint candidate_match_percent_range check (percent between 0 and 100),
  constraint candidate_match_claim_with_percent check (claim_id is null or percent is not null),
  constraint candidate_match_candidate foreign key (candidate_id) references candidate (id)
);
comment on table candidate_match is 'The best match of a candidate, looked for ahead; derived, so without a key to the claim: whoever takes a claim away would wait for whoever looks. The table is the queue too. A row goes back into it each day while its candidate is open, and when a claim with like words is made.';
create index candidate_match_waiting on candidate_match (next_try_at, candidate_id) where state = 'QUEUED';
create index candidate_match_by_percent on candidate_match (percent desc, candidate_id) where claim_id is not null;
create index candidate_match_by_claim on candidate_match (claim_id) where claim_id is not null;
create index candidate_match_looked_at on candidate_match (looked_at) where state = 'DONE';

create function queue_candidate_match() returns trigger language plpgsql as $$
begin
  insert into candidate_match (candidate_id) values (new.id)
  on conflict (candidate_id) do update set state = 'QUEUED', attempts = 0, next_try_at = 'epoch', finished_at = null, trouble = null;
  return null;
end $$;
comment on function queue_candidate_match is 'What is new goes before what is only looked at again: its next try is at the beginning of time.';
create trigger candidate_queues_match after insert on candidate for each row when (new.state = 'OPEN') execute function queue_candidate_match();
create trigger candidate_queues_match_again after update on candidate for each row
  when (new.state = 'OPEN' and (old.state <> 'OPEN' or old.quote_start <> new.quote_start or old.quote_end <> new.quote_end))
  execute function queue_candidate_match();
insert into candidate_match (candidate_id) select id from candidate where state = 'OPEN';

-- Open candidates with words like those of a new claim.
create index candidate_words_alike on candidate using gin (quote_exact gin_trgm_ops) where state = 'OPEN';
create index claim_by_creation on claim (created_at);
