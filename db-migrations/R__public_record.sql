-- The public record: what these views select is public, and nothing else is. They read what a published verdict's revision
-- froze, never the working columns of claim. Every row says since when it has been public (published_at), so that each
-- view can be asked "as of" an instant; states that a later publication replaced say until when (superseded_at).
-- A claim that was merged into another is away while that holds; the other shows its appearances and relations (claim_carried).

drop view if exists public_contact, public_merge, public_challenge, public_relation, public_external_check, public_change, public_article, public_affiliation, public_speaker, public_claim, public_counted_appearance, public_appearance,
  public_evidence, public_verdict, public_rating, shown_appearance cascade;
drop function if exists said_of(bigint, timestamptz);

create view public_rating as
select s.code || '.' || r.code as code, r.label, r.definition, r.position, r.role, r.number as rating_value, r.final,
       s.code as scale, s.version as scale_version, s.label as scale_label, lower(s.kind) as kind,
       s.version = max(s.version) over (partition by s.code) as current
  from rating r join rating_scale s on s.id = r.scale_id;
comment on view public_rating is 'Every rating of every version of every scale. The code carries its scale, so it is unique within a version.';

create view public_verdict as
select v.id as verdict_id, v.claim_id as claim_number, v.number, lower(v.kind) as verdict_kind, v.public_reason,
       v.in_force_from, v.published_at,
       (select later.published_at from verdict later where later.claim_id = v.claim_id and later.number = v.number + 1) as superseded_at,
       (select range_agg(tstzrange(m.merged_at, back.reversed_at)) from claim_merge m left join merge_reversal back on back.merge_id = m.id
         where m.claim_id = v.claim_id) as away,
       v.kind = 'WITHDRAWAL' as withdrawn,
       case when v.kind = 'WITHDRAWAL' then 'withdrawn' else s.code || '.' || r.code end as code,
       case when v.kind = 'WITHDRAWAL' then 'Withdrawn' else r.label end as label,
       case when v.kind = 'WITHDRAWAL' then 'none' else r.role end as role,
       v.kind <> 'WITHDRAWAL' and r.final as final,
       case when v.kind <> 'WITHDRAWAL' then r.number end as rating_value,
       coalesce(s.code, case revision.kind when 'PROMISE' then 'promise' else 'accuracy' end) as scale,
       s.version as scale_version,
       case when before.kind = 'WITHDRAWAL' then 'withdrawn' else before_scale.code || '.' || before_rating.code end as previous_code,
       case when before.kind = 'WITHDRAWAL' then 'Withdrawn' else before_rating.label end as previous_label,
       case when before.kind = 'WITHDRAWAL' then 'none' else before_rating.role end as previous_role,
       revision.reason, revision.body,
       revision.wording, revision.headline, lower(revision.kind) as kind, revision.speaker_id, speaker.name as speaker_name,
       lower(speaker.kind) as speaker_kind, speaker.wikidata_id as speaker_wikidata_id, speaker.aliases as speaker_aliases, revision.capacity, revision.topics, revision.language,
       revision.deadline_at, revision.deadline_zone, revision.deadline_rule, revision.criteria,
       author.name as checked_by, signer.name as signed_off_by, v.without_review_because
  from verdict v
  join revision on revision.id = v.revision_id
  join account author on author.id = v.author_id
  left join account signer on signer.id = v.signed_off_by
  left join rating r on r.id = revision.rating_id
  left join rating_scale s on s.id = r.scale_id
  left join speaker on speaker.id = revision.speaker_id
  left join verdict before on before.claim_id = v.claim_id and before.number = v.number - 1
  left join revision before_revision on before_revision.id = before.revision_id
  left join rating before_rating on before_rating.id = before_revision.rating_id
  left join rating_scale before_scale on before_scale.id = before_rating.scale_id;
comment on view public_verdict is 'One row per verdict with all the claim said when it was published. A withdrawal shows no rating: its code is "withdrawn".';

create view public_evidence as
select v.claim_id as claim_number, v.number as verdict_number, v.published_at,
       (select count(*) from evidence upto where upto.revision_id = e.revision_id and upto.position <= e.position) as number, e.source, e.title, e.url, e.dated_on,
       case when e.dated_on is not null then coalesce(lower(e.dated_precision), 'day') end as dated_precision, e.accessed_on, e.quote, lower(e.stance) as stance, e.is_primary, e.saved_copy_url
  from evidence e join verdict v on v.revision_id = e.revision_id;

create view shown_appearance as
select a.id as appearance_id, a.claim_id, a.recorded_at, lower(a.mode) as mode,
       a.quote_exact, a.quote_prefix, a.quote_suffix, a.quote_start, a.quote_end,
       strpos(substr(lower(s.text), strpos(lower(s.text), lower(a.quote_exact)) + 1), lower(a.quote_exact)) > 0 as quote_repeated,
       s.id as snapshot_id, s.sha256 as snapshot_sha256, s.taken_at as snapshot_taken_at, s.saved_copy_url,
       article.id as article_id, article.title as article_title, article.canonical_url as article_url,
       article.published_on as article_published_on, article.language as article_language, outlet.name as outlet_name,
       a.source_title, a.source_url, a.said_on, lower(a.said_precision) as said_precision, a.occasion,
       case when a.mode = 'SAID' then coalesce(a.said_on, article.published_on) else coalesce(article.published_on, a.said_on) end as happened_on,
       case when a.mode = 'SAID' or article.published_on is null then coalesce(lower(a.said_precision), 'day') else 'day' end as happened_precision,
       case when a.mode = 'SAID' and a.said_on is not null
            then concat_ws('|', a.said_on, a.said_precision, lower(trim(case when told.id is null then a.occasion else told.occasion end)))
            else coalesce('article ' || coalesce(article.origin_article_id, article.id), 'appearance ' || a.id) end as occasion_key,
       case when live.id <> s.id and strpos(live.text, a.quote_exact) = 0 then look.live_since end as gone_since
  from appearance a
  left join snapshot s on s.id = a.snapshot_id
  left join article on article.id = s.article_id
  left join outlet on outlet.id = article.outlet_id
  left join article_look look on look.article_id = article.id
  left join snapshot live on live.id = look.live_snapshot_id
  left join lateral (select first.id, first.occasion
                       from appearance first join snapshot its on its.id = first.snapshot_id
                      where article.origin_article_id is not null and its.article_id = article.origin_article_id
                        and first.claim_id = a.claim_id and first.mode = 'SAID' and first.said_on = a.said_on
                      order by first.id limit 1) told on true;
comment on view shown_appearance is 'Every appearance as pages show it, public or not; copies of one story, and one occasion told by many, share an occasion_key.';

create view public_appearance as
select a.claim_id as claim_number, shown.published_at, cast(null as timestamptz) as superseded_at, cast(null as bigint) as merged_from, a.*
  from shown_appearance a
  cross join lateral (select min(v.published_at) as published_at from verdict v
                       where v.claim_id = a.claim_id and v.published_at >= a.recorded_at) shown
 where shown.published_at is not null
union all
select c.claim_number, shown.published_at, c.until_at, a.claim_id, a.*
  from claim_carried c
  join appearance its on its.claim_id = c.carried
 -- One by one ("offset 0"): merges are few, and PostgreSQL would rather put together all appearances first.
 cross join lateral (select * from shown_appearance one where one.appearance_id = its.id offset 0) a
  cross join lateral (
    select case when there.since is null then (select min(v.published_at) from verdict v where v.claim_id = c.claim_number and v.published_at >= greatest(a.recorded_at, c.from_at))
                else greatest(c.from_at, there.since) end as published_at
      from (select min(v.published_at) as since from verdict v where v.claim_id = a.claim_id and v.published_at >= a.recorded_at) there) shown
 where shown.published_at is not null and (shown.published_at >= c.until_at) is not true
   and not exists (select 1 from appearance same where same.claim_id = c.claim_number and same.snapshot_id = a.snapshot_id
                      and same.quote_start = a.quote_start and same.quote_end = a.quote_end);
comment on view public_appearance is 'Appearances that a verdict was published with or after, and those of claims merged into it: what was public with them at once, the rest with the next verdict.';

create view public_counted_appearance as
select c.id as counted_appearance_id, c.claim_id as claim_number, shown.published_at, cast(null as timestamptz) as superseded_at, c.times, c.at_least, c.from_on, c.to_on,
       c.counted_by, c.source_title, c.source_url
  from counted_appearance c
  cross join lateral (select min(v.published_at) as published_at from verdict v
                       where v.claim_id = c.claim_id and v.published_at >= c.recorded_at) shown
 where shown.published_at is not null
union all
select c.id, its.claim_number, greatest(its.from_at, shown.published_at), its.until_at, c.times, c.at_least, c.from_on, c.to_on,
       c.counted_by, c.source_title, c.source_url
  from claim_carried its
  join counted_appearance c on c.claim_id = its.carried
  cross join lateral (select min(v.published_at) as published_at from verdict v
                       where v.claim_id = c.claim_id and v.published_at >= c.recorded_at) shown
 where shown.published_at is not null
   and not exists (select 1 from counted_appearance own where own.claim_id = its.claim_number and own.from_on <= c.to_on and own.to_on >= c.from_on);
comment on view public_counted_appearance is 'Totals others counted. Of a merged claim only those for times in which the claim it was merged into has none: nothing is counted twice.';

-- How often a claim was said and when first, by what was public of it at a moment.
create function said_of(bigint, timestamptz) returns table (first_said_on date, first_said_precision text, first_said_at text, times_said bigint,
    times_at_least boolean, said_from date, said_to date, counted_by text, times_reported bigint) language sql stable as $$
  select said.first_said_on, said.first_said_precision, said.first_said_at, coalesce(counted.times, 0) + said.times, coalesce(counted.at_least, false),
         least(said.first_on, counted.from_on), greatest(said.last_on, counted.to_on), counted.counted_by, said.times_reported
    from (
      select count(distinct a.occasion_key) filter (where a.mode = 'said' and not exists (
               select 1 from public_counted_appearance c where c.claim_number = $1 and c.published_at <= $2 and (c.superseded_at <= $2) is not true
                  and a.happened_on between c.from_on and c.to_on)) as times,
             count(distinct a.occasion_key) filter (where a.mode = 'reported') as times_reported,
             min(a.happened_on) filter (where a.mode = 'said') as first_on,
             max(a.happened_on) filter (where a.mode = 'said') as last_on,
             (array_agg(a.happened_on order by a.mode desc, a.happened_on nulls last, a.appearance_id))[1] as first_said_on,
             (array_agg(a.happened_precision order by a.mode desc, a.happened_on nulls last, a.appearance_id))[1] as first_said_precision,
             (array_agg(a.occasion order by a.mode desc, a.happened_on nulls last, a.appearance_id))[1] as first_said_at
        from public_appearance a where a.claim_number = $1 and a.published_at <= $2 and (a.superseded_at <= $2) is not true) said
    cross join (
      select sum(c.times) as times, bool_or(c.at_least) as at_least, min(c.from_on) as from_on, max(c.to_on) as to_on,
             string_agg(distinct c.counted_by, ', ') as counted_by
        from public_counted_appearance c where c.claim_number = $1 and c.published_at <= $2 and (c.superseded_at <= $2) is not true) counted
$$;

create view public_claim as
select v.*, said.* from public_verdict v cross join lateral said_of(v.claim_number, v.published_at) said;
comment on view public_claim is 'What a claim''s page said when each verdict was published (published_at). times_said adds the totals others counted to the occasions we list outside their time. What it said at another moment: said_of.';

create view public_speaker as
select s.id as speaker_id, lower(s.kind) as speaker_kind, s.name, s.aliases, s.wikidata_id,
       (select min(v.published_at) from public_verdict v where v.speaker_id = s.id) as published_at
  from speaker s where exists (select 1 from public_verdict v where v.speaker_id = s.id);

create view public_affiliation as
select f.id as affiliation_id, f.speaker_id, f.role, f.body, f.from_on, lower(coalesce(f.from_precision, 'DAY')) as from_precision,
       f.to_on, lower(coalesce(f.to_precision, 'DAY')) as to_precision
  from affiliation f join public_speaker s on s.speaker_id = f.speaker_id;

create view public_article as
select article.id as article_id, article.title, article.byline, article.canonical_url as url, article.published_on, article.language,
       outlet.name as outlet_name, shown.published_at
  from article
  cross join lateral (select min(a.published_at) as published_at from public_appearance a where a.article_id = article.id) shown
  left join outlet on outlet.id = article.outlet_id
 where shown.published_at is not null;
comment on view public_article is 'Articles that a public appearance quotes. Their texts are not public, only the quoted sentences are.';

create view public_external_check as
select side.claim_number, e.publisher, e.external_id, e.wording, e.title, e.rating, e.url, e.dated_on,
       lower(e.dated_precision) as dated_precision, e.checked_on, e.language, s.id as speaker_id, coalesce(s.name, e.speaker) as speaker_name,
       side.published_at, side.superseded_at, side.away
  from (select id as check_id, claim_id as claim_number, recorded_at as published_at, cast(null as timestamptz) as superseded_at,
               (select range_agg(tstzrange(m.merged_at, back.reversed_at)) from claim_merge m left join merge_reversal back on back.merge_id = m.id
                 where m.claim_id = external_check.claim_id) as away
          from external_check
        union all
        select its.id, c.claim_number, greatest(its.recorded_at, c.from_at), c.until_at, null
          from claim_carried c join external_check its on its.claim_id = c.carried) side
  join external_check e on e.id = side.check_id
  join claim c on c.id = e.claim_id
  left join speaker s on s.id = c.speaker_id and lower(e.speaker) in (select lower(unnest(array_append(s.aliases, s.name))));
comment on view public_external_check is 'Other publishers'' checks as they gave them; never a verdict of ours. The speaker goes by the name we have for who they named. A claim shows that of a claim merged into it.';

create view public_relation as
select r.id as relation_id, side.claim_number, side.other_number, side.relation,
       greatest(r.added_at, here.public_since, there.public_since, side.from_at) as published_at, least(r.withdrawn_at, side.until_at) as superseded_at
  from (select claim_id as claim_number, other_claim_id as other_number, id as relation_id, kind, true as forwards, cast(null as timestamptz) as from_at, cast(null as timestamptz) as until_at from claim_relation
        union all
        select other_claim_id, claim_id, id, kind, false, null, null from claim_relation
        union all
        select c.claim_number, case when r.claim_id = c.carried then r.other_claim_id else r.claim_id end, r.id, r.kind, r.claim_id = c.carried, c.from_at, c.until_at
          from claim_carried c join claim_relation r on c.carried in (r.claim_id, r.other_claim_id)
        union all
        select case when r.claim_id = c.carried then r.other_claim_id else r.claim_id end, c.claim_number, r.id, r.kind, r.claim_id <> c.carried, c.from_at, c.until_at
          from claim_carried c join claim_relation r on c.carried in (r.claim_id, r.other_claim_id)
        union all
        select one.claim_number, other.claim_number, r.id, r.kind, r.claim_id = one.carried, greatest(one.from_at, other.from_at), least(one.until_at, other.until_at)
          from claim_carried one join claim_relation r on one.carried in (r.claim_id, r.other_claim_id)
          join claim_carried other on other.carried = case when r.claim_id = one.carried then r.other_claim_id else r.claim_id end) held
  join claim_relation r on r.id = held.relation_id
  cross join lateral (select held.claim_number, held.other_number, held.from_at, held.until_at,
    case when r.kind = 'REVERSAL' then case when held.forwards then 'reverses' else 'reversed_by' end
         when r.kind = 'NARROWER' and not held.forwards then 'wider' else lower(r.kind) end as relation) side
  cross join lateral (select least((select min(v.published_at) from verdict v where v.claim_id = side.claim_number),
                                   (select e.recorded_at from external_check e where e.claim_id = side.claim_number)) as public_since) here
  cross join lateral (select least((select min(v.published_at) from verdict v where v.claim_id = side.other_number),
                                   (select e.recorded_at from external_check e where e.claim_id = side.other_number)) as public_since) there
 where here.public_since is not null and there.public_since is not null and side.claim_number <> side.other_number
   and (side.from_at >= least(r.withdrawn_at, side.until_at)) is not true;
comment on view public_relation is 'How one claim stands to another, a row for each side, since both were public and until the newsroom withdrew it. A claim has those of the claims merged into it.';

create view public_merge as
select m.id as merge_id, side.claim_number, side.other_number, side.what,
       greatest(side.at, here.published_at, there.published_at) as published_at, side.public_reason
  from claim_merge m
  left join merge_reversal back on back.merge_id = m.id
  cross join lateral (values
    (m.into_claim_id, m.claim_id, 'merged_with', m.merged_at, m.public_reason),
    (m.claim_id, m.into_claim_id, 'merged_into', m.merged_at, m.public_reason),
    (m.into_claim_id, m.claim_id, 'parted_from', back.reversed_at, back.public_reason),
    (m.claim_id, m.into_claim_id, 'parted_from', back.reversed_at, back.public_reason)) side (claim_number, other_number, what, at, public_reason)
  cross join lateral (select least((select min(v.published_at) from verdict v where v.claim_id = m.into_claim_id),
                                   (select e.recorded_at from external_check e where e.claim_id = m.into_claim_id)) as published_at) here
  cross join lateral (select least((select min(v.published_at) from verdict v where v.claim_id = m.claim_id),
                                   (select e.recorded_at from external_check e where e.claim_id = m.claim_id)) as published_at) there
 where side.at is not null and here.published_at is not null and there.published_at <= m.merged_at;
comment on view public_merge is 'That two public numbers were made one, and made two again; a row for each of them.';

create view public_challenge as
select a.id as answer_id, c.public_id, c.claim_id as claim_number, lower(a.outcome) as outcome, a.words, a.answered_at as published_at,
       (select min(later.answered_at) from challenge_answer later where later.challenge_id = a.challenge_id and later.id > a.id) as superseded_at
  from challenge_answer a join challenge c on c.id = a.challenge_id
 where a.on_timeline;
comment on view public_challenge is 'Answers to readers that the newsroom put on the timeline of a claim. What the readers wrote is not public.';

create view public_contact as
select *
  from (select told.attempt_id, told.claim_number, told.about, told.asked, told.way, told.asked_on, told.outcome, told.on_day, told.words,
               told.shown, told.published_at,
               least(told.until_at, lead(told.published_at) over (partition by told.claim_number, told.from_at, told.attempt_id order by told.state)) as superseded_at
          from (select distinct on (side.claim_number, side.from_at, a.id, greatest(v.published_at, side.from_at))
                       side.claim_number, side.from_at, side.until_at, a.claim_id as about, a.id as attempt_id, a.asked, lower(a.way) as way, a.asked_on,
                       s.state, lower(s.outcome) as outcome, s.on_day, s.words, s.shown, greatest(v.published_at, side.from_at) as published_at
                  from (select id as claim_number, id as asked_about, cast(null as timestamptz) as from_at, cast(null as timestamptz) as until_at from claim
                        union all
                        select claim_number, carried, from_at, until_at from claim_carried) side
                  join contact_attempt a on a.claim_id = side.asked_about
                  cross join lateral (
                    select 0 as state, null as outcome, null::date as on_day, null as words, a.shown, a.recorded_at
                    union all
                    select r.id, r.outcome, r.on_day, r.words, r.shown, r.recorded_at from contact_reply r where r.attempt_id = a.id) s
                  cross join lateral (select min(published_at) as published_at from verdict
                                       where published_at >= s.recorded_at
                                         and (claim_id = a.claim_id or claim_id = side.claim_number and published_at >= side.from_at)) v
                 where v.published_at is not null
                 order by side.claim_number, side.from_at, a.id, greatest(v.published_at, side.from_at), s.state desc) told) state
 where state.shown and (state.published_at >= state.superseded_at) is not true;
comment on view public_contact is 'Whom we asked and what they answered, as far as a verdict was published with or after it and the newsroom shows it; of a claim merged into another, with that one too, as long as it is. What we asked is not public.';

create view public_change as
select greatest(
         (select published_at from verdict order by published_at desc, id desc limit 1),
         (select happened_at from audit_event where subject_type in ('verdict', 'speaker', 'article', 'appearance', 'counted_appearance', 'claim_relation', 'claim_merge', 'challenge')
           order by id desc limit 1)) as changed_at;
comment on view public_change is 'When anything public may last have changed: a publication, or a name, title or date that was put right. The moment only, not what.';
