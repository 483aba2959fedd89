-- The inbox: whose a candidate is, which can wait, several handled with one press, and views people keep.

-- Snoozed is no decision: the candidate stays open and comes back by itself, so no job can be late. Nothing ever wrote the old word.
alter table candidate
  add column assigned_to   bigint,
  add column snoozed_until timestamptz,
  drop constraint candidate_state_known,
  add constraint candidate_state_known check (state in ('OPEN', 'ACCEPTED', 'LINKED', 'DISMISSED')),
  add constraint candidate_only_open_snoozed check (state = 'OPEN' or snoozed_until is null),
  add constraint candidate_assignee foreign key (assigned_to) references account (id);
create index candidate_assigned on candidate (assigned_to, score desc, id) where state = 'OPEN' and assigned_to is not null;
create index candidate_deadline on candidate (deadline_on, score desc, id) where state = 'OPEN' and deadline_on is not null;
create index candidate_dismissed on candidate (decided_at desc, id desc) where state = 'DISMISSED';

create table candidate_batch (
  id               bigint generated always as identity primary key,
  action           text        not null,
  dismiss_reason   text,
  snoozed_until    timestamptz,
  assigned_to      bigint,
  left_alone       integer     not null default 0,
  made_by          bigint      not null,
  made_at          timestamptz not null,
  undone_by        bigint,
  undone_at        timestamptz,
  kept_when_undone integer     not null default 0,
  constraint candidate_batch_action_known check (action in ('DISMISSED', 'SNOOZED', 'ASSIGNED')),
  constraint candidate_batch_dismissed_with_reason check ((action = 'DISMISSED') = (dismiss_reason is not null)),
  constraint candidate_batch_snoozed_until_when check ((action = 'SNOOZED') = (snoozed_until is not null)),
  constraint candidate_batch_only_assigned_to_someone check (action = 'ASSIGNED' or assigned_to is null),
  constraint candidate_batch_undone_by_someone check ((undone_by is null) = (undone_at is null)),
  constraint candidate_batch_assignee foreign key (assigned_to) references account (id),
  constraint candidate_batch_made_by foreign key (made_by) references account (id),
  constraint candidate_batch_undone_by foreign key (undone_by) references account (id)
);
comment on table candidate_batch is 'Candidates handled with one press, undone as one. left_alone had been changed by somebody else before, kept_when_undone after.';

create table candidate_batch_item (
  batch_id       bigint  not null,
  candidate_id   bigint  not null,
  version_after  integer not null,
  assigned_before bigint,
  snoozed_before timestamptz,
  constraint candidate_batch_item_once primary key (batch_id, candidate_id),
  constraint candidate_batch_item_version_once unique (candidate_id, version_after),
  constraint candidate_batch_item_batch foreign key (batch_id) references candidate_batch (id),
  constraint candidate_batch_item_candidate foreign key (candidate_id) references candidate (id),
  constraint candidate_batch_item_assignee foreign key (assigned_before) references account (id)
);
comment on column candidate_batch_item.version_after is 'The candidate''s version right after: one that has another by now was changed since and is not undone.';

create table inbox_view (
  id         bigint generated always as identity primary key,
  account_id bigint      not null,
  name       text        not null,
  query      text        not null,
  created_at timestamptz not null,
  constraint inbox_view_name_given check (length(trim(name)) between 1 and 60),
  constraint inbox_view_query_fits check (length(query) between 1 and 2000),
  constraint inbox_view_account foreign key (account_id) references account (id)
);
create unique index inbox_view_name_once on inbox_view (account_id, lower(name));
comment on table inbox_view is 'A queue of the inbox with its filters, kept under a name by one person for themselves.';
