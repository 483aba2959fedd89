-- What the matching knows of a claim. A published claim is known by what its verdict in force froze, or by another
-- publisher's check as it was given, so that no draft can be guessed from what the public finds; one that was never
-- published, by the desk's working copy. Merged claims are not there: the claims they were merged into are found by their words too.

drop view if exists matchable_claim;

create view matchable_claim as
select c.id as claim_number, r.id is not null or e.id is not null as published,
       case when r.id is not null then r.language when e.id is not null then e.language else c.language end as language,
       case when r.id is not null then r.wording when e.id is not null then e.wording else c.wording end as wording,
       case when e.title is not null then e.title when r.id is not null then r.headline when e.id is null then c.headline end as title,
       case when e.title is not null and r.headline is not null then array_prepend(r.headline, said.quotes) else said.quotes end as quotes,
       case when r.id is null and e.speaker is not null then e.speaker else s.name end as speaker,
       case when r.id is null and e.speaker <> s.name then array_prepend(s.name, s.aliases) else s.aliases end as aliases,
       coalesce(said.first_on, e.dated_on) as said_on,
       (case when r.id is not null then r.deadline_at at time zone r.deadline_zone when e.id is null then c.deadline_at at time zone c.deadline_zone end)::date as deadline,
       e.external_id, e.publisher
  from claim c
  left join lateral (select revision_id, published_at from verdict where claim_id = c.id order by number desc limit 1) v on true
  left join revision r on r.id = v.revision_id
  left join external_check e on e.claim_id = c.id
  left join speaker s on s.id = case when r.id is null then c.speaker_id else r.speaker_id end
  left join lateral (
    select array_agg(a.quote_exact order by a.place, a.id) as quotes, min(a.said_on) as first_on
      from (select 1 as place, id, quote_exact, said_on from appearance
             where claim_id = c.id and (r.id is not null and recorded_at <= v.published_at or r.id is null and e.id is null)
            union all
            (select 0, m.carried, coalesce(frozen.wording, their.wording, case when r.id is null and e.id is null then merged.wording end), null
               from claim_carried m join claim merged on merged.id = m.carried
               left join lateral (select rr.wording from verdict vv join revision rr on rr.id = vv.revision_id where vv.claim_id = m.carried order by vv.number desc limit 1) frozen on true
               left join external_check their on their.claim_id = m.carried
              where m.claim_number = c.id and m.until_at is null and coalesce(frozen.wording, their.wording, case when r.id is null and e.id is null then merged.wording end) is not null
              order by m.carried desc limit 2)
            union all
            select 2, its.id, its.quote_exact, its.said_on from claim_carried m join appearance its on its.claim_id = m.carried
             where m.claim_number = c.id and m.until_at is null and (r.id is null or its.recorded_at <= (select max(published_at) from verdict where claim_id = m.carried))
             order by 1, 2 limit 5) a) said on true
 where c.merged_into is null;
comment on view matchable_claim is 'Every claim that was not merged away, with the words, names and dates by which it can be found again.';
