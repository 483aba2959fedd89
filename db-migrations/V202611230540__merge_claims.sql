-- Two numbers for one claim: one of them answers for both from a moment on, and until the merge is taken back.
-- Nothing is moved or rewritten. What the other claim was said and related to is read through these rows.

create table claim_merge (
  id            bigint generated always as identity primary key,
  claim_id      bigint      not null,
  into_claim_id bigint      not null,
  carried       bigint[]    not null default '{}',
  public_reason text        not null,
  merged_by     bigint      not null,
  merged_at     timestamptz not null,
  constraint claim_merge_of_two check (claim_id <> into_claim_id),
  constraint claim_merge_reason_given check (length(trim(public_reason)) between 1 and 300),
  constraint claim_merge_carries_its_claim check (carried @> array[claim_id] and not carried @> array[into_claim_id]),
  constraint claim_merge_claim foreign key (claim_id) references claim (id),
  constraint claim_merge_into_claim foreign key (into_claim_id) references claim (id),
  constraint claim_merge_merged_by foreign key (merged_by) references account (id)
);
create index claim_merge_by_claim on claim_merge (claim_id, id);
create index claim_merge_by_into_claim on claim_merge (into_claim_id, id);
comment on table claim_merge is 'From merged_at on the number claim_id answers with into_claim_id. Holds until a merge_reversal of it.';
comment on column claim_merge.carried is 'claim_id and whatever had been merged into it by then: whose appearances and relations into_claim_id shows. Filled in by the database.';

create table merge_reversal (
  merge_id      bigint primary key,
  public_reason text        not null,
  reversed_by   bigint      not null,
  reversed_at   timestamptz not null,
  constraint merge_reversal_reason_given check (length(trim(public_reason)) between 1 and 300),
  constraint merge_reversal_merge foreign key (merge_id) references claim_merge (id),
  constraint merge_reversal_reversed_by foreign key (reversed_by) references account (id)
);
comment on table merge_reversal is 'That a merge was taken back: from reversed_at on the number answers by itself again.';

create trigger claim_merge_immutable before update or delete on claim_merge for each row execute function refuse_change();
create trigger claim_merge_not_truncated before truncate on claim_merge for each statement execute function refuse_change();
create trigger merge_reversal_immutable before update or delete on merge_reversal for each row execute function refuse_change();
create trigger merge_reversal_not_truncated before truncate on merge_reversal for each statement execute function refuse_change();

create view claim_carried as
select m.id as merge_id, m.into_claim_id as claim_number, its.claim as carried, m.merged_at as from_at, r.reversed_at as until_at
  from claim_merge m
  left join merge_reversal r on r.merge_id = m.id
  cross join lateral unnest(m.carried) its (claim);
comment on view claim_carried is 'Which claim shows what belongs to which other, since when and until when.';

-- Both claims are locked, so that of two merges at once the second sees the first. As neither has been merged away, there is no circle.
create function refuse_wrong_merge() returns trigger language plpgsql as $$
declare
  lost claim;
  kept claim;
begin
  perform 1 from claim where id in (new.claim_id, new.into_claim_id) order by id for update;
  select * into lost from claim where id = new.claim_id;
  select * into kept from claim where id = new.into_claim_id;
  if lost.merged_into is not null or kept.merged_into is not null then
    raise exception 'claim % or % has been merged away', new.claim_id, new.into_claim_id
      using errcode = 'check_violation', constraint = 'claim_merge_of_standing_claims';
  end if;
  if lost.kind <> kept.kind then
    raise exception 'a promise and a statement are not one claim' using errcode = 'check_violation', constraint = 'claim_merge_of_one_kind';
  end if;
  new.carried := array(select distinct c.carried from claim_carried c where c.claim_number = new.claim_id and c.until_at is null
                        union select new.claim_id order by 1);
  if not exists (select 1 from verdict where claim_id = new.into_claim_id)
     and exists (select 1 from verdict where claim_id = any(new.carried) union all select 1 from external_check where claim_id = any(new.carried)) then
    raise exception 'a public number is not merged into one that we have no verdict on' using errcode = 'check_violation', constraint = 'claim_merge_into_public';
  end if;
  if 1 < (select count(*) from external_check e where e.claim_id = any(new.carried || new.into_claim_id
            || array(select c.carried from claim_carried c where c.claim_number = new.into_claim_id and c.until_at is null))) then
    raise exception 'a claim has at most one check of another publisher' using errcode = 'check_violation', constraint = 'claim_merge_of_one_check';
  end if;
  return new;
end $$;
create trigger claim_merge_in_order before insert on claim_merge for each row execute function refuse_wrong_merge();

create function refuse_wrong_reversal() returns trigger language plpgsql as $$
declare
  merge claim_merge;
begin
  select * into merge from claim_merge where id = new.merge_id;
  perform 1 from claim where id in (merge.claim_id, merge.into_claim_id) order by id for update;
  if exists (select 1 from claim where id = merge.into_claim_id and merged_into is not null) then
    raise exception 'claim % has itself been merged away since', merge.into_claim_id
      using errcode = 'check_violation', constraint = 'merge_reversal_in_turn';
  end if;
  if new.reversed_at < merge.merged_at then
    raise exception 'a merge is taken back after it was made' using errcode = 'check_violation', constraint = 'merge_reversal_later';
  end if;
  return new;
end $$;
create trigger merge_reversal_in_order before insert on merge_reversal for each row execute function refuse_wrong_reversal();

-- claim.merged_into says what these rows say; nobody else writes it.
create function point_merged_claim() returns trigger language plpgsql as $$
declare
  merge claim_merge;
begin
  select * into merge from claim_merge where id = case when tg_table_name = 'claim_merge' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'merge_id')::bigint end;
  update claim set merged_into = case when tg_table_name = 'claim_merge' then merge.into_claim_id end, version = version + 1 where id = merge.claim_id;
  insert into claim_change (claim_id) values (merge.into_claim_id);
  insert into claim_to_embed (claim_id) values (merge.into_claim_id);
  insert into duplicate_search (claim_id, queued_at, next_try_at)
  select v.claim_id, max(v.published_at), max(v.published_at) from verdict v join claim c on c.id = v.claim_id
   where c.id in (merge.claim_id, merge.into_claim_id) and c.merged_into is null group by v.claim_id
  on conflict (claim_id) do update set state = 'QUEUED', attempts = 0, finished_at = null, trouble = null;
  return null;
end $$;
create trigger claim_is_merged after insert on claim_merge for each row execute function point_merged_claim();
create trigger claim_is_parted after insert on merge_reversal for each row execute function point_merged_claim();

create function refuse_other_merged_into() returns trigger language plpgsql as $$
begin
  if new.merged_into is distinct from (select m.into_claim_id from claim_merge m where m.claim_id = new.id
                                          and not exists (select 1 from merge_reversal r where r.merge_id = m.id)) then
    raise exception 'claim % is merged by a row of claim_merge', new.id using errcode = 'check_violation', constraint = 'claim_merged_by_merge';
  end if;
  return new;
end $$;
create trigger claim_merged_by_merge before update of merged_into on claim for each row
  when (old.merged_into is distinct from new.merged_into) execute function refuse_other_merged_into();
create trigger claim_not_made_merged before insert on claim for each row when (new.merged_into is not null) execute function refuse_other_merged_into();

-- Work on a claim that was merged away would be seen by nobody. The lock waits for a merge that is just being made.
create function refuse_work_on_merged_claim() returns trigger language plpgsql as $$
declare
  touched bigint := case tg_table_name when 'revision' then (select claim_id from review where id = (to_jsonb(new) ->> 'review_id')::bigint)
                                       else (to_jsonb(new) ->> 'claim_id')::bigint end;
  other bigint := (to_jsonb(new) ->> 'other_claim_id')::bigint;
  merged bigint;
begin
  perform 1 from claim where id in (touched, other) order by id for key share;
  select id into merged from claim where id in (touched, other) and merged_into is not null limit 1;
  if merged is not null then
    raise exception 'claim % has been merged into another', merged using errcode = 'check_violation', constraint = tg_table_name || '_not_of_merged_claim';
  end if;
  return new;
end $$;
create trigger revision_not_of_merged_claim before insert on revision for each row execute function refuse_work_on_merged_claim();
create trigger verdict_not_of_merged_claim before insert on verdict for each row execute function refuse_work_on_merged_claim();
create trigger appearance_not_of_merged_claim before insert or update of claim_id on appearance for each row execute function refuse_work_on_merged_claim();
create trigger counted_appearance_not_of_merged_claim before insert on counted_appearance for each row execute function refuse_work_on_merged_claim();
create trigger claim_relation_not_of_merged_claim before insert on claim_relation for each row execute function refuse_work_on_merged_claim();
create trigger challenge_not_of_merged_claim before insert on challenge for each row execute function refuse_work_on_merged_claim();

alter table findable_claim add column away tstzmultirange;
comment on column findable_claim.away is 'While the claim was merged into another one; null when it never was.';
