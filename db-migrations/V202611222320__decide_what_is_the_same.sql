-- What a person decided about two that look alike, and how two claims stand to each other.

create table likeness_decision (
  id             bigint generated always as identity primary key,
  claim_id       bigint      not null,
  other_claim_id bigint,
  words          text,
  article_id     bigint,
  candidate_id   bigint,
  answer         text        not null,
  decided_by     bigint      not null,
  decided_at     timestamptz not null,
  constraint likeness_decision_answer_known check (answer in ('SAME', 'NOT_THE_SAME', 'TAKEN_BACK')),
  constraint likeness_decision_about_one_pair check ((other_claim_id is null) = (words is not null)
    and (article_id is null) = (candidate_id is null) and (words is not null or article_id is null)),
  constraint likeness_decision_claims_in_order check (claim_id < other_claim_id),
  constraint likeness_decision_words_given check (length(words) between 1 and 5000),
  constraint likeness_decision_claim foreign key (claim_id) references claim (id),
  constraint likeness_decision_other_claim foreign key (other_claim_id) references claim (id),
  constraint likeness_decision_article foreign key (article_id) references article (id),
  constraint likeness_decision_candidate foreign key (candidate_id) references candidate (id),
  constraint likeness_decision_account foreign key (decided_by) references account (id)
);
create index likeness_decision_by_claim on likeness_decision (claim_id, id);
create index likeness_decision_by_other_claim on likeness_decision (other_claim_id, id);
create index likeness_decision_by_words on likeness_decision (md5(words), id);
create trigger likeness_decision_immutable before update or delete on likeness_decision for each row execute function refuse_change();
create trigger likeness_decision_not_truncated before truncate on likeness_decision for each statement execute function refuse_change();
comment on table likeness_decision is 'What a person answered when a claim looked like another, or like words: in an article, or typed. The newest row of a pair holds; taking back is a further row.';

create table claim_relation (
  id              bigint generated always as identity primary key,
  claim_id        bigint      not null,
  other_claim_id  bigint      not null,
  kind            text        not null,
  note            text,
  added_by        bigint      not null,
  added_at        timestamptz not null,
  withdrawn_by    bigint,
  withdrawn_at    timestamptz,
  withdrawal_note text,
  constraint claim_relation_kind_known check (kind in ('SAME', 'NARROWER', 'OTHER_PERIOD', 'OTHER_PLACE', 'CONTRADICTS', 'REVERSAL')),
  constraint claim_relation_not_to_itself check (claim_id <> other_claim_id),
  constraint claim_relation_symmetric_once check (kind in ('NARROWER', 'REVERSAL') or claim_id < other_claim_id),
  constraint claim_relation_notes_fit check (length(note) between 1 and 500 and length(withdrawal_note) between 1 and 500),
  constraint claim_relation_withdrawn_by_someone check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_at is not null or withdrawal_note is null)),
  constraint claim_relation_withdrawn_later check (withdrawn_at >= added_at),
  constraint claim_relation_claim foreign key (claim_id) references claim (id),
  constraint claim_relation_other_claim foreign key (other_claim_id) references claim (id),
  constraint claim_relation_added_by foreign key (added_by) references account (id),
  constraint claim_relation_withdrawn_by foreign key (withdrawn_by) references account (id)
);
create unique index claim_relation_open_once on claim_relation (least(claim_id, other_claim_id), greatest(claim_id, other_claim_id), kind) where withdrawn_at is null;
create index claim_relation_by_claim on claim_relation (claim_id, id);
create index claim_relation_by_other_claim on claim_relation (other_claim_id, id);

create function refuse_rewriting_a_relation() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null
     or (new.id, new.claim_id, new.other_claim_id, new.kind, new.added_by, new.added_at)
        is distinct from (old.id, old.claim_id, old.other_claim_id, old.kind, old.added_by, old.added_at)
     or new.note is distinct from old.note then
    raise exception 'claim_relation is append-only: a relation is added, and withdrawn once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger claim_relation_only_withdrawn before update on claim_relation for each row execute function refuse_rewriting_a_relation();
create trigger claim_relation_not_removed before delete on claim_relation for each row execute function refuse_change();
create trigger claim_relation_not_truncated before truncate on claim_relation for each statement execute function refuse_change();
comment on table claim_relation is 'How one claim stands to another: claim_id is narrower than, or takes back, other_claim_id; the other kinds go both ways and are kept once, the lower number first.';
