-- Since when and until when each promise runs, for the desk: as its newest verdict froze it, or as the working copy has it while nothing is public.

drop view if exists promise_deadline;

create view promise_deadline as
select c.id as claim_id, coalesce(f.wording, c.wording) as wording,
       case when f.number is null then c.deadline_at else f.deadline_at end as deadline_at,
       case when f.number is null then c.deadline_zone else f.deadline_zone end as deadline_zone,
       case when f.number is null then c.deadline_rule else f.deadline_rule end as deadline_rule,
       f.number as verdict_number, f.published_at, coalesce(f.withdrawn, false) as withdrawn,
       f.code, f.label, f.role, coalesce(f.final, false) as final, owner.name as owner
  from claim c
  left join lateral (
    select v.number, v.published_at, v.kind = 'WITHDRAWAL' as withdrawn, r.wording, r.deadline_at, r.deadline_zone, r.deadline_rule,
           rating.code, rating.label, rating.role, rating.final
      from verdict v join revision r on r.id = v.revision_id left join rating on rating.id = r.rating_id
     where v.claim_id = c.id order by v.number desc limit 1) f on true
  left join review on review.claim_id = c.id
  left join account owner on owner.id = review.owner_id
 where c.kind = 'PROMISE' and c.merged_into is null;
comment on view promise_deadline is 'The deadline each promise has today, with its verdict in force and whose work it is.';
