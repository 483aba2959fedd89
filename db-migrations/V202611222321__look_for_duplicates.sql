-- Published claims that look like another one: a queue of claims to compare, and the pairs that were found.

create table duplicate_search (
  claim_id    bigint primary key,
  state       text        not null default 'QUEUED',
  attempts    integer     not null default 0,
  queued_at   timestamptz not null,
  next_try_at timestamptz not null,
  finished_at timestamptz,
  trouble     text,
  constraint duplicate_search_state_known check (state in ('QUEUED', 'DONE', 'PARKED')),
  constraint duplicate_search_finished_when_over check ((state = 'QUEUED') = (finished_at is null)),
  constraint duplicate_search_parked_with_reason check (state <> 'PARKED' or trouble is not null),
  constraint duplicate_search_claim foreign key (claim_id) references claim (id)
);
create index duplicate_search_waiting on duplicate_search (next_try_at, claim_id) where state = 'QUEUED';
comment on table duplicate_search is 'The queue of our published claims to compare with all others. Queued by each verdict; pairs and DONE are written in one transaction.';

create function queue_duplicate_search() returns trigger language plpgsql as $$
begin
  insert into duplicate_search (claim_id, queued_at, next_try_at)
  values (new.claim_id, new.published_at, new.published_at + interval '10 seconds')
  on conflict (claim_id) do update set state = 'QUEUED', attempts = 0, queued_at = excluded.queued_at,
    next_try_at = excluded.next_try_at, finished_at = null, trouble = null;
  return null;
end $$;
comment on function queue_duplicate_search is 'A claim is compared some seconds after it was published or changed, when the index of every node has followed.';
create trigger verdict_queues_duplicate_search after insert on verdict for each row execute function queue_duplicate_search();

insert into duplicate_search (claim_id, queued_at, next_try_at) select distinct claim_id, now(), now() from verdict;

create table likely_duplicate (
  id              bigint generated always as identity primary key,
  claim_id        bigint      not null,
  other_claim_id  bigint      not null,
  score           real        not null,
  wording_percent smallint    not null,
  meaning_percent smallint    not null,
  agrees          text[]      not null default '{}',
  differs         text[]      not null default '{}',
  found_at        timestamptz not null,
  constraint likely_duplicate_once unique (claim_id, other_claim_id),
  constraint likely_duplicate_claims_in_order check (claim_id < other_claim_id),
  constraint likely_duplicate_score_range check (score between 0 and 1),
  constraint likely_duplicate_claim foreign key (claim_id) references claim (id),
  constraint likely_duplicate_other_claim foreign key (other_claim_id) references claim (id)
);
create index likely_duplicate_by_score on likely_duplicate (score desc, id);
create index likely_duplicate_by_other_claim on likely_duplicate (other_claim_id);
comment on table likely_duplicate is 'Two public claims that may be the same, at least one of them ours. Found by software and found again at will; what people decide stands in likeness_decision and claim_relation.';
