-- What readers say is wrong with a published claim, and what the newsroom answered.

create table challenge (
  id             bigint generated always as identity primary key,
  public_id      text        not null,
  claim_id       bigint      not null,
  verdict_number integer     not null,
  about          text        not null,
  words          text        not null,
  words_sha256   text        not null,
  source_url     text,
  sent_from      text,
  received_at    timestamptz not null,
  constraint challenge_public_id_unique unique (public_id),
  constraint challenge_public_id_shape check (public_id ~ '^[a-z2-9]{10}$'),
  constraint challenge_about_known check (about in ('VERDICT', 'QUOTE', 'MISSING', 'OTHER')),
  constraint challenge_words_given check (length(trim(words)) between 1 and 2000),
  constraint challenge_words_once unique (claim_id, words_sha256),
  constraint challenge_source_is_web check (source_url ~ '^https?://' and length(source_url) <= 2000),
  constraint challenge_of_verdict foreign key (claim_id, verdict_number) references verdict (claim_id, number)
);
create index challenge_by_arrival on challenge (received_at desc, id desc);
comment on table challenge is 'A reader''s objection to a published claim. Not public; only that it was received, and what we answered. sent_from is the network address, forgotten with the first challenge a day later.';

create table challenge_answer (
  id           bigint generated always as identity primary key,
  challenge_id bigint      not null,
  outcome      text        not null,
  words        text,
  on_timeline  boolean     not null,
  answered_by  bigint      not null,
  answered_at  timestamptz not null,
  constraint challenge_answer_outcome_known check (outcome in ('CHANGED', 'KEPT', 'DECLINED', 'SPAM', 'REOPENED')),
  constraint challenge_answer_says_why check ((outcome in ('SPAM', 'REOPENED')) = (words is null)),
  constraint challenge_answer_words_length check (length(trim(words)) between 1 and 500),
  constraint challenge_answer_spam_is_not_shown check (words is not null or not on_timeline),
  constraint challenge_answer_challenge foreign key (challenge_id) references challenge (id),
  constraint challenge_answer_by foreign key (answered_by) references account (id)
);
create index challenge_answer_by_challenge on challenge_answer (challenge_id, id desc);
comment on table challenge_answer is 'What became of a challenge; the newest answer holds, REOPENED takes the one before back.';
create trigger challenge_answer_immutable before update or delete on challenge_answer for each row execute function refuse_change();
create trigger challenge_answer_not_truncated before truncate on challenge_answer for each statement execute function refuse_change();

create function refuse_other_challenge() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.sent_from is not null
     or (new.public_id, new.claim_id, new.verdict_number, new.about, new.words, new.words_sha256, new.source_url, new.received_at)
        is distinct from (old.public_id, old.claim_id, old.verdict_number, old.about, old.words, old.words_sha256, old.source_url, old.received_at) then
    raise exception 'challenge is append-only: % refused', tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger challenge_stays before update or delete on challenge for each row execute function refuse_other_challenge();
create trigger challenge_not_truncated before truncate on challenge for each statement execute function refuse_change();
