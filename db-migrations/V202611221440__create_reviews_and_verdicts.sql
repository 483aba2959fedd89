-- The check of a claim, from draft to verdict. Revisions, evidence, handovers and verdicts are history: append-only.

create table rating_scale (
  id      bigint generated always as identity primary key,
  code    text    not null,
  version integer not null,
  label   text    not null,
  kind    text    not null,
  constraint rating_scale_unique unique (code, version),
  constraint rating_scale_kind_known check (kind in ('STATEMENT', 'PROMISE'))
);

create table rating (
  id         bigint generated always as identity primary key,
  scale_id   bigint  not null,
  code       text    not null,
  label      text    not null,
  definition text    not null,
  position   integer not null,
  role       text    not null,
  number     integer,
  final      boolean not null,
  constraint rating_code_once_a_scale unique (scale_id, code),
  constraint rating_position_once_a_scale unique (scale_id, position),
  constraint rating_role_known check (role in ('pos2', 'pos1', 'mid', 'neg1', 'neg2', 'prog', 'none', 'unk')),
  constraint rating_scale_of foreign key (scale_id) references rating_scale (id)
);
comment on column rating.number is 'ClaimReview ratingValue, 1 to 5, higher is truer; none for ratings that stand off the scale.';
comment on column rating.final is 'Whether the rating settles the claim; interim ratings are expected to move.';
create trigger rating_scale_immutable before update or delete on rating_scale for each row execute function refuse_change();
create trigger rating_immutable before update or delete on rating for each row execute function refuse_change();
create trigger rating_scale_not_truncated before truncate on rating_scale for each statement execute function refuse_change();
create trigger rating_not_truncated before truncate on rating for each statement execute function refuse_change();

create table review (
  id             bigint generated always as identity primary key,
  claim_id       bigint      not null,
  stage          text        not null default 'DRAFT',
  owner_id       bigint,
  next_review_on date,
  opened_at      timestamptz not null,
  version        integer     not null default 0,
  constraint review_once_a_claim unique (claim_id),
  constraint review_stage_known check (stage in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED')),
  constraint review_claim foreign key (claim_id) references claim (id),
  constraint review_owner foreign key (owner_id) references account (id)
);
create index review_by_stage on review (stage);

create table revision (
  id            bigint generated always as identity primary key,
  review_id     bigint      not null,
  number        integer     not null,
  author_id     bigint      not null,
  saved_at      timestamptz not null,
  wording       text        not null,
  headline      text,
  kind          text        not null,
  speaker_id    bigint,
  capacity      text,
  topics        text[]      not null default '{}',
  language      text        not null,
  deadline_at   timestamptz,
  deadline_zone text,
  deadline_rule text,
  criteria      text,
  rating_id     bigint,
  reason        text,
  body          text        not null default '',
  in_force_from date,
  note          text,
  constraint revision_number_once unique (review_id, number),
  constraint revision_wording_given check (length(trim(wording)) between 1 and 1000),
  constraint revision_headline_length check (length(headline) <= 500),
  constraint revision_kind_known check (kind in ('STATEMENT', 'PROMISE')),
  constraint revision_only_promises_have_deadlines check (kind = 'PROMISE' or (deadline_at is null and deadline_zone is null and deadline_rule is null and criteria is null)),
  constraint revision_deadline_has_zone check ((deadline_at is null) = (deadline_zone is null)),
  constraint revision_reason_is_short check (length(reason) <= 200),
  constraint revision_review foreign key (review_id) references review (id),
  constraint revision_author foreign key (author_id) references account (id),
  constraint revision_speaker foreign key (speaker_id) references speaker (id),
  constraint revision_rating foreign key (rating_id) references rating (id)
);
comment on table revision is 'One saved state of a review together with everything the claim said then, so that a published page can be shown again exactly.';

create table evidence (
  id             bigint generated always as identity primary key,
  revision_id    bigint  not null,
  position       integer not null,
  source         text    not null,
  title          text    not null,
  url            text,
  dated_on       date,
  accessed_on    date,
  quote          text,
  stance         text    not null,
  is_primary     boolean not null,
  saved_copy_url text,
  constraint evidence_position_once unique (revision_id, position),
  constraint evidence_stance_known check (stance in ('SUPPORTS', 'CONTRADICTS', 'CONTEXT')),
  constraint evidence_url_is_web check (url ~ '^https?://'),
  constraint evidence_saved_copy_is_web check (saved_copy_url ~ '^https?://'),
  constraint evidence_revision foreign key (revision_id) references revision (id)
);

create table handover (
  id          bigint generated always as identity primary key,
  review_id   bigint      not null,
  revision_id bigint      not null,
  step        text        not null,
  by_id       bigint      not null,
  at          timestamptz not null,
  note        text,
  constraint handover_step_known check (step in ('SUBMITTED', 'RETURNED', 'APPROVED', 'TAKEN_BACK')),
  constraint handover_review foreign key (review_id) references review (id),
  constraint handover_revision foreign key (revision_id) references revision (id),
  constraint handover_by foreign key (by_id) references account (id)
);
create index handover_by_review on handover (review_id, at);
comment on table handover is 'A draft submitted, returned, approved, or taken back by its author.';

create table verdict (
  id            bigint generated always as identity primary key,
  claim_id      bigint      not null,
  number        integer     not null,
  revision_id   bigint      not null,
  kind          text        not null,
  public_reason text        not null,
  in_force_from date        not null,
  published_at  timestamptz not null,
  published_by  bigint      not null,
  author_id     bigint      not null,
  signed_off_by bigint      not null,
  constraint verdict_number_once unique (claim_id, number),
  constraint verdict_revision_once unique (revision_id),
  constraint verdict_kind_known check (kind in ('ORIGINAL', 'UPDATE', 'CORRECTION', 'CLARIFICATION', 'CONFIRMATION', 'WITHDRAWAL')),
  constraint verdict_first_is_original check ((kind = 'ORIGINAL') = (number = 1)),
  constraint verdict_reason_given check (length(trim(public_reason)) between 1 and 500),
  constraint verdict_four_eyes check (author_id <> signed_off_by),
  constraint verdict_claim foreign key (claim_id) references claim (id),
  constraint verdict_revision foreign key (revision_id) references revision (id),
  constraint verdict_published_by foreign key (published_by) references account (id),
  constraint verdict_author foreign key (author_id) references account (id),
  constraint verdict_signed_off_by foreign key (signed_off_by) references account (id)
);
create index verdict_by_publication on verdict (published_at desc, id desc);

create function refuse_verdict_out_of_line() returns trigger language plpgsql as $$
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
  if not exists (select 1 from handover h where h.revision_id = new.revision_id and h.step = 'APPROVED' and h.by_id = new.signed_off_by) then
    raise exception 'the signer did not approve this revision' using errcode = 'check_violation', constraint = 'verdict_was_approved';
  end if;
  return new;
end $$;
create trigger verdict_in_line before insert on verdict for each row execute function refuse_verdict_out_of_line();

create trigger revision_immutable before update or delete on revision for each row execute function refuse_change();
create trigger evidence_immutable before update or delete on evidence for each row execute function refuse_change();
create trigger handover_immutable before update or delete on handover for each row execute function refuse_change();
create trigger verdict_immutable before update or delete on verdict for each row execute function refuse_change();
create trigger revision_not_truncated before truncate on revision for each statement execute function refuse_change();
create trigger evidence_not_truncated before truncate on evidence for each statement execute function refuse_change();
create trigger handover_not_truncated before truncate on handover for each statement execute function refuse_change();
create trigger verdict_not_truncated before truncate on verdict for each statement execute function refuse_change();
