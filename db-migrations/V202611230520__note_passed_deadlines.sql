-- A deadline that has passed is noted once and is a task of the desk until somebody has looked.

create table deadline_passing (
  id            bigint generated always as identity primary key,
  claim_id      bigint      not null,
  deadline_at   timestamptz not null,
  deadline_zone text        not null,
  noted_at      timestamptz not null,
  set_aside_by  bigint,
  set_aside_at  timestamptz,
  note          text,
  constraint deadline_passing_once unique (claim_id, deadline_at),
  constraint deadline_passing_has_passed check (noted_at >= deadline_at),
  constraint deadline_passing_set_aside_whole check ((set_aside_by is null) = (set_aside_at is null) and (set_aside_by is null) = (note is null)),
  constraint deadline_passing_note_given check (length(trim(note)) between 1 and 500),
  constraint deadline_passing_claim foreign key (claim_id) references claim (id),
  constraint deadline_passing_set_aside_by foreign key (set_aside_by) references account (id)
);
create index deadline_passing_by_noted on deadline_passing (noted_at desc, id desc);
comment on table deadline_passing is 'The deadline of a promise that has passed, once for each deadline a promise ever had. Set aside with a note when no new verdict is needed.';

create index claim_that_promises on claim (id) where kind = 'PROMISE';

create function refuse_other_deadline() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.claim_id, new.deadline_at, new.deadline_zone, new.noted_at) is distinct from (old.claim_id, old.deadline_at, old.deadline_zone, old.noted_at) then
    raise exception 'that a deadline passed is append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger deadline_passing_stays before update or delete on deadline_passing for each row execute function refuse_other_deadline();
