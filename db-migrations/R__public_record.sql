-- The public record: what these views select is public, and nothing else is. They read what a published verdict's revision
-- froze, never the working columns of claim. Every row says since when it has been public (published_at), so that each
-- view can be asked "as of" an instant; states that a later publication replaced say until when (superseded_at).

drop view if exists public_challenge, public_relation, public_external_check, public_change, public_article, public_affiliation, public_speaker, public_claim, public_counted_appearance, public_appearance,
  public_evidence, public_verdict, public_rating cascade;

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
       e.accessed_on, e.quote, lower(e.stance) as stance, e.is_primary, e.saved_copy_url
  from evidence e join verdict v on v.revision_id = e.revision_id;

create view public_appearance as
select a.id as appearance_id, a.claim_id as claim_number, shown.published_at, a.recorded_at, lower(a.mode) as mode,
       a.quote_exact, a.quote_prefix, a.quote_suffix, a.quote_start, a.quote_end,
       strpos(substr(lower(s.text), strpos(lower(s.text), lower(a.quote_exact)) + 1), lower(a.quote_exact)) > 0 as quote_repeated,
       s.sha256 as snapshot_sha256, s.taken_at as snapshot_taken_at, s.saved_copy_url,
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
  cross join lateral (select min(v.published_at) as published_at from verdict v
                       where v.claim_id = a.claim_id and v.published_at >= a.recorded_at) shown
  left join snapshot s on s.id = a.snapshot_id
  left join article on article.id = s.article_id
  left join outlet on outlet.id = article.outlet_id
  left join article_look look on look.article_id = article.id
  left join snapshot live on live.id = look.live_snapshot_id
  left join lateral (select first.id, first.occasion
                       from appearance first join snapshot its on its.id = first.snapshot_id
                      where article.origin_article_id is not null and its.article_id = article.origin_article_id
                        and first.claim_id = a.claim_id and first.mode = 'SAID' and first.said_on = a.said_on
                      order by first.id limit 1) told on true
 where shown.published_at is not null;
comment on view public_appearance is 'Appearances that a verdict was published with or after. Copies of one story, and one occasion told by many, share an occasion_key.';

create view public_counted_appearance as
select c.id as counted_appearance_id, c.claim_id as claim_number, shown.published_at, c.times, c.at_least, c.from_on, c.to_on,
       c.counted_by, c.source_title, c.source_url
  from counted_appearance c
  cross join lateral (select min(v.published_at) as published_at from verdict v
                       where v.claim_id = c.claim_id and v.published_at >= c.recorded_at) shown
 where shown.published_at is not null;

create view public_claim as
select v.*, said.first_said_on, said.first_said_precision, said.first_said_at,
       coalesce(counted.times, 0) + said.times as times_said, coalesce(counted.at_least, false) as times_at_least,
       least(said.first_on, counted.from_on) as said_from, greatest(said.last_on, counted.to_on) as said_to, counted.counted_by,
       said.times_reported
  from public_verdict v
  left join lateral (
    select count(distinct a.occasion_key) filter (where a.mode = 'said' and not exists (
             select 1 from public_counted_appearance c where c.claim_number = v.claim_number and c.published_at <= v.published_at
                and a.happened_on between c.from_on and c.to_on)) as times,
           count(distinct a.occasion_key) filter (where a.mode = 'reported') as times_reported,
           min(a.happened_on) filter (where a.mode = 'said') as first_on,
           max(a.happened_on) filter (where a.mode = 'said') as last_on,
           (array_agg(a.happened_on order by a.mode desc, a.happened_on nulls last, a.appearance_id))[1] as first_said_on,
           (array_agg(a.happened_precision order by a.mode desc, a.happened_on nulls last, a.appearance_id))[1] as first_said_precision,
           (array_agg(a.occasion order by a.mode desc, a.happened_on nulls last, a.appearance_id))[1] as first_said_at
      from public_appearance a where a.claim_number = v.claim_number and a.published_at <= v.published_at) said on true
  left join lateral (
    select sum(c.times) as times, bool_or(c.at_least) as at_least, min(c.from_on) as from_on, max(c.to_on) as to_on,
           string_agg(distinct c.counted_by, ', ') as counted_by
      from public_counted_appearance c where c.claim_number = v.claim_number and c.published_at <= v.published_at) counted on true;
comment on view public_claim is 'What a claim''s page said from one publication (published_at) to the next (superseded_at; none: still today). times_said adds the totals others counted to the occasions we list outside their time.';

create view public_speaker as
select s.id as speaker_id, lower(s.kind) as speaker_kind, s.name, s.aliases, s.wikidata_id,
       (select min(v.published_at) from public_verdict v where v.speaker_id = s.id) as published_at
  from speaker s where exists (select 1 from public_verdict v where v.speaker_id = s.id);

create view public_affiliation as
select f.id as affiliation_id, f.speaker_id, f.role, f.body, f.from_on, f.to_on
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
select e.claim_id as claim_number, e.publisher, e.external_id, e.wording, e.title, e.rating, e.url, e.dated_on,
       lower(e.dated_precision) as dated_precision, e.checked_on, e.language, s.id as speaker_id, coalesce(s.name, e.speaker) as speaker_name,
       e.recorded_at as published_at
  from external_check e
  join claim c on c.id = e.claim_id
  left join speaker s on s.id = c.speaker_id and lower(e.speaker) in (select lower(unnest(array_append(s.aliases, s.name))))
 where c.merged_into is null;
comment on view public_external_check is 'Other publishers'' checks as they gave them; never a verdict of ours. The speaker goes by the name we have for who they named.';

create view public_relation as
select r.id as relation_id, side.claim_number, side.other_number, side.relation,
       greatest(r.added_at, here.public_since, there.public_since) as published_at, r.withdrawn_at as superseded_at
  from claim_relation r
  cross join lateral (values
    (r.claim_id, r.other_claim_id, case r.kind when 'REVERSAL' then 'reverses' else lower(r.kind) end),
    (r.other_claim_id, r.claim_id, case r.kind when 'REVERSAL' then 'reversed_by' when 'NARROWER' then 'wider' else lower(r.kind) end)
  ) side (claim_number, other_number, relation)
  cross join lateral (select least((select min(v.published_at) from verdict v where v.claim_id = side.claim_number),
                                   (select e.recorded_at from external_check e where e.claim_id = side.claim_number)) as public_since) here
  cross join lateral (select least((select min(v.published_at) from verdict v where v.claim_id = side.other_number),
                                   (select e.recorded_at from external_check e where e.claim_id = side.other_number)) as public_since) there
 where here.public_since is not null and there.public_since is not null;
comment on view public_relation is 'How one claim stands to another, a row for each side, since both were public and until the newsroom withdrew it.';

create view public_challenge as
select a.id as answer_id, c.public_id, c.claim_id as claim_number, lower(a.outcome) as outcome, a.words, a.answered_at as published_at,
       (select min(later.answered_at) from challenge_answer later where later.challenge_id = a.challenge_id and later.id > a.id) as superseded_at
  from challenge_answer a join challenge c on c.id = a.challenge_id
 where a.on_timeline;
comment on view public_challenge is 'Answers to readers that the newsroom put on the timeline of a claim. What the readers wrote is not public.';

create view public_change as
select greatest(
         (select published_at from verdict order by published_at desc, id desc limit 1),
         (select happened_at from audit_event where subject_type in ('verdict', 'speaker', 'article', 'appearance', 'counted_appearance', 'claim_relation', 'challenge')
           order by id desc limit 1)) as changed_at;
comment on view public_change is 'When anything public may last have changed: a publication, or a name, title or date that was put right. The moment only, not what.';
