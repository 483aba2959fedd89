-- An archive is asked to keep a copy of a page that evidence leans on; its answer stands beside the source.

create table copy_request (
  id          bigint generated always as identity primary key,
  claim_id    bigint      not null,
  url         text        not null,
  state       text        not null default 'WAITING',
  asked_by    bigint      not null,
  asked_at    timestamptz not null,
  ticket      text,
  copy_url    text,
  copied_at   timestamptz,
  attempts    integer     not null default 0,
  next_try_at timestamptz not null,
  finished_at timestamptz,
  trouble     text,
  constraint copy_request_once unique (claim_id, url),
  constraint copy_request_state_known check (state in ('WAITING', 'SAVED', 'REFUSED')),
  constraint copy_request_url_is_web check (url ~ '^https?://' and length(url) <= 2000),
  constraint copy_request_copy_is_web check (copy_url ~ '^https?://'),
  constraint copy_request_saved_with_address check ((state = 'SAVED') = (copy_url is not null)),
  constraint copy_request_saved_with_time check ((copy_url is null) = (copied_at is null)),
  constraint copy_request_refused_with_reason check (state <> 'REFUSED' or trouble is not null),
  constraint copy_request_finished_when_answered check ((state = 'WAITING') = (finished_at is null)),
  constraint copy_request_claim foreign key (claim_id) references claim (id),
  constraint copy_request_asked_by foreign key (asked_by) references account (id)
);
create index copy_request_waiting on copy_request (next_try_at, id) where state = 'WAITING';
comment on table copy_request is 'That an archive is asked to save a page a claim leans on, and what it answered; also the queue. A refused one may be asked for again.';
comment on column copy_request.ticket is 'How the archive calls its work on it, once it has begun.';

create function refuse_forgetting_a_copy() returns trigger language plpgsql as $$
begin
  if old.state = 'SAVED' or (new.claim_id, new.url) is distinct from (old.claim_id, old.url) then
    raise exception 'copy_request: a saved copy is not rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger copy_request_saved_stays before update on copy_request for each row execute function refuse_forgetting_a_copy();
create trigger copy_request_not_removed before delete on copy_request for each row execute function refuse_change();
create trigger copy_request_not_truncated before truncate on copy_request for each statement execute function refuse_change();
