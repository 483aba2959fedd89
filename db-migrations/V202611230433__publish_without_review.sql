-- In an emergency an editor publishes alone: with a reason, marked for good, and on the list until a second person has looked.

alter table verdict alter column signed_off_by drop not null;
alter table verdict add column without_review_because text;
alter table verdict add constraint verdict_reviewed_or_says_why check ((signed_off_by is null) = (without_review_because is not null));
alter table verdict add constraint verdict_without_review_reason_given check (length(trim(without_review_because)) between 1 and 500);
comment on column verdict.without_review_because is 'Why it was published before a second person had signed it off; public. Null for all others.';

create or replace function refuse_verdict_out_of_line() returns trigger language plpgsql as $$
declare
  r record;
begin
  select rv.claim_id, rev.author_id, rev.rating_id into r
    from revision rev join review rv on rv.id = rev.review_id where rev.id = new.revision_id;
  if r.claim_id is distinct from new.claim_id then
    raise exception 'revision % is not of claim %', new.revision_id, new.claim_id
      using errcode = 'check_violation', constraint = 'verdict_revision_of_claim';
  end if;
  if r.author_id is distinct from new.author_id then
    raise exception 'the author of verdict and revision differ' using errcode = 'check_violation', constraint = 'verdict_author_of_revision';
  end if;
  if r.rating_id is null and new.kind <> 'WITHDRAWAL' then
    raise exception 'a verdict needs a rating' using errcode = 'check_violation', constraint = 'verdict_is_rated';
  end if;
  if new.number <> 1 + coalesce((select max(number) from verdict where claim_id = new.claim_id), 0) then
    raise exception 'verdict numbers have no gaps' using errcode = 'check_violation', constraint = 'verdict_number_in_line';
  end if;
  if new.signed_off_by is not null
     and not exists (select 1 from handover h where h.revision_id = new.revision_id and h.step = 'APPROVED' and h.by_id = new.signed_off_by) then
    raise exception 'the signer did not approve this revision' using errcode = 'check_violation', constraint = 'verdict_was_approved';
  end if;
  return new;
end $$;

create table second_look (
  id         bigint generated always as identity primary key,
  verdict_id bigint      not null,
  by_id      bigint      not null,
  at         timestamptz not null,
  note       text,
  constraint second_look_once unique (verdict_id),
  constraint second_look_note_fits check (length(note) between 1 and 2000),
  constraint second_look_verdict foreign key (verdict_id) references verdict (id),
  constraint second_look_by foreign key (by_id) references account (id)
);
comment on table second_look is 'That a second person has looked at a verdict published without review.';
create index verdict_without_review on verdict (published_at, id) where without_review_because is not null;

create function refuse_own_second_look() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from verdict v where v.id = new.verdict_id and v.without_review_because is not null
                    and new.by_id not in (v.author_id, v.published_by)) then
    raise exception 'a second look is a second person''s, at a verdict published without review'
      using errcode = 'check_violation', constraint = 'second_look_by_second_person';
  end if;
  return new;
end $$;
create trigger second_look_by_second_person before insert on second_look for each row execute function refuse_own_second_look();
create trigger second_look_immutable before update or delete on second_look for each row execute function refuse_change();
create trigger second_look_not_truncated before truncate on second_look for each statement execute function refuse_change();
