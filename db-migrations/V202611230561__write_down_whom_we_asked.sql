-- Who was asked for a reply, how and when, and what came of it. Append-only: a mistake is said, not rubbed out.

create table contact_attempt (
  id          bigint generated always as identity primary key,
  claim_id    bigint      not null,
  asked       text        not null,
  way         text        not null,
  asked_on    date        not null,
  question    text        not null,
  shown       boolean     not null,
  recorded_by bigint      not null,
  recorded_at timestamptz not null,
  constraint contact_attempt_asked_given check (length(trim(asked)) between 1 and 200),
  constraint contact_attempt_asked_is_no_address check (asked !~ '[^ ]@[^ ]'),
  constraint contact_attempt_question_given check (length(trim(question)) between 1 and 2000),
  constraint contact_attempt_way_known check (way in ('EMAIL', 'PHONE', 'LETTER', 'POST', 'IN_PERSON')),
  constraint contact_attempt_claim foreign key (claim_id) references claim (id),
  constraint contact_attempt_recorded_by foreign key (recorded_by) references account (id)
);
create unique index contact_attempt_once on contact_attempt (claim_id, asked_on, way, md5(asked), md5(question));
comment on table contact_attempt is 'That somebody was asked about a claim. Readers see whom, how and when with the next verdict if it is shown; never what stands in question.';

create table contact_reply (
  id          bigint generated always as identity primary key,
  attempt_id  bigint      not null,
  outcome     text        not null,
  on_day      date,
  words       text,
  shown       boolean     not null,
  recorded_by bigint      not null,
  recorded_at timestamptz not null,
  constraint contact_reply_outcome_known check (outcome in ('ANSWERED', 'NO_ANSWER', 'MISTAKE')),
  constraint contact_reply_dated check ((outcome = 'MISTAKE') = (on_day is null)),
  constraint contact_reply_answer_has_words check ((outcome = 'ANSWERED') = (words is not null)),
  constraint contact_reply_words_fit check (length(trim(words)) between 1 and 500),
  constraint contact_reply_words_are_no_address check (words !~ '[^ ]@[^ ]'),
  constraint contact_reply_mistake_is_hidden check (outcome <> 'MISTAKE' or not shown),
  constraint contact_reply_attempt foreign key (attempt_id) references contact_attempt (id),
  constraint contact_reply_recorded_by foreign key (recorded_by) references account (id)
);
create index contact_reply_by_attempt on contact_reply (attempt_id, id);
comment on table contact_reply is 'What came of asking: an answer, none by a day, or that it was written down by mistake. The newest holds, also for whether readers see it.';

create trigger contact_attempt_immutable before update or delete on contact_attempt for each row execute function refuse_change();
create trigger contact_attempt_not_truncated before truncate on contact_attempt for each statement execute function refuse_change();
create trigger contact_reply_immutable before update or delete on contact_reply for each row execute function refuse_change();
create trigger contact_reply_not_truncated before truncate on contact_reply for each statement execute function refuse_change();
