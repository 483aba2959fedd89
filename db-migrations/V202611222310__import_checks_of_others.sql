-- What other publishers checked, taken in from their files, and the queue of these files.

create table claim_import (
  id          bigint generated always as identity primary key,
  name        text        not null,
  format      text        not null,
  dry_run     boolean     not null default false,
  publisher   text,
  state       text        not null default 'QUEUED',
  total       integer     not null,
  done        integer     not null default 0,
  added       integer     not null default 0,
  known       integer     not null default 0,
  differing   integer     not null default 0,
  failed      integer     not null default 0,
  noticed     integer     not null default 0,
  attempts    integer     not null default 0,
  next_try_at timestamptz not null,
  trouble     text,
  started_by  bigint      not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  constraint claim_import_name_given check (length(trim(name)) between 1 and 300),
  constraint claim_import_format_known check (format in ('CSV', 'CLAIM_REVIEW')),
  constraint claim_import_publisher_given check (length(trim(publisher)) between 1 and 200),
  constraint claim_import_state_known check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  constraint claim_import_finished_when_over check ((state in ('DONE', 'FAILED')) = (finished_at is not null)),
  constraint claim_import_failed_with_reason check (state <> 'FAILED' or trouble is not null),
  constraint claim_import_counts_add_up check (done = added + known + differing + failed and done <= total),
  constraint claim_import_starter foreign key (started_by) references account (id)
);
create index claim_import_newest on claim_import (started_at desc, id desc);
create index claim_import_waiting on claim_import (next_try_at, id) where state in ('QUEUED', 'RUNNING');
comment on table claim_import is 'A file of other publishers'' checks being taken in; also the queue. Rows before "done" are through; a dry run writes no claims.';

create table claim_import_part (
  import_id bigint  not null,
  position  integer not null,
  content   bytea   not null,
  constraint claim_import_part_key primary key (import_id, position),
  constraint claim_import_part_of foreign key (import_id) references claim_import (id)
);
comment on table claim_import_part is 'The file of an import in pieces of at most 1 MB; dropped 30 days after its end.';

create table claim_import_remark (
  id        bigint generated always as identity primary key,
  import_id bigint  not null,
  line      integer not null,
  weight    text    not null,
  field     text,
  reason    text    not null,
  external_id text,
  constraint claim_import_remark_weight_known check (weight in ('ERROR', 'DIFFERS', 'NOTICE')),
  constraint claim_import_remark_import foreign key (import_id) references claim_import (id)
);
create index claim_import_remark_in_order on claim_import_remark (import_id, line, id);
comment on table claim_import_remark is 'What was wrong or worth saying about a row of an import: not taken, known but different, or taken with a remark. The first 10,000.';

create table external_check (
  id              bigint generated always as identity primary key,
  claim_id        bigint      not null,
  publisher       text        not null,
  external_id     text        not null,
  wording         text        not null,
  title           text,
  speaker         text,
  rating          text,
  url             text,
  dated_on        date,
  dated_precision text,
  checked_on      date,
  language        text        not null,
  import_id       bigint      not null,
  recorded_at     timestamptz not null,
  constraint external_check_once_a_claim unique (claim_id),
  constraint external_check_once unique (publisher, external_id),
  constraint external_check_publisher_given check (length(trim(publisher)) between 1 and 200),
  constraint external_check_external_id_given check (length(external_id) >= 1 and octet_length(external_id) <= 1500),
  constraint external_check_wording_given check (length(trim(wording)) between 1 and 1000),
  constraint external_check_title_length check (length(title) between 1 and 500),
  constraint external_check_speaker_length check (length(speaker) between 1 and 200),
  constraint external_check_rating_length check (length(rating) between 1 and 300),
  constraint external_check_url_is_web check (url ~ '^https?://' and length(url) <= 2000),
  constraint external_check_precision_known check (dated_precision in ('DAY', 'MONTH', 'YEAR')),
  constraint external_check_date_has_precision check ((dated_on is null) = (dated_precision is null)),
  constraint external_check_claim foreign key (claim_id) references claim (id),
  constraint external_check_import foreign key (import_id) references claim_import (id)
);
create index external_check_by_import on external_check (import_id);
create trigger external_check_immutable before update or delete on external_check for each row execute function refuse_change();
create trigger external_check_not_truncated before truncate on external_check for each statement execute function refuse_change();
comment on table external_check is 'Another publisher''s check of a claim, in its words; never our verdict. Wording and speaker are as given there, whatever our desk makes of the claim later.';
comment on column external_check.dated_on is 'When the claim was made, as far as the publisher says; checked_on is when it was checked.';
