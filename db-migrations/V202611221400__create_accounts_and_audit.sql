-- Who may enter the newsroom, and who did what.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
comment on function refuse_change is 'Trigger body of every immutable table: rows are inserted, never changed or removed.';

create table account (
  id            bigint generated always as identity primary key,
  email         text        not null,
  name          text        not null,
  role          text        not null,
  password_hash text        not null,
  created_at    timestamptz not null,
  disabled_at   timestamptz,
  version       integer     not null default 0,
  constraint account_email_unique unique (email),
  constraint account_email_shape check (email = lower(email) and email like '%_@_%' and length(email) <= 254),
  constraint account_name_given check (length(trim(name)) between 1 and 200),
  constraint account_role_known check (role in ('CHECKER', 'EDITOR', 'ADMIN'))
);
comment on table account is 'A person who may sign in to the desk. Roles are cumulative: ADMIN may all that EDITOR may, EDITOR all that CHECKER may.';

create table invitation (
  id         bigint generated always as identity primary key,
  token_hash text        not null,
  email      text,
  role       text        not null,
  invited_by bigint,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  account_id bigint,
  revoked_at timestamptz,
  constraint invitation_token_unique unique (token_hash),
  constraint invitation_role_known check (role in ('CHECKER', 'EDITOR', 'ADMIN')),
  constraint invitation_without_inviter_is_set_up check (invited_by is not null or role = 'ADMIN'),
  constraint invitation_used_by_someone check ((used_at is null) = (account_id is null)),
  constraint invitation_inviter foreign key (invited_by) references account (id),
  constraint invitation_account foreign key (account_id) references account (id)
);
comment on table invitation is 'A one-time link. Without an inviter it is the set-up link that makes the first ADMIN. Only the SHA-256 of its token is kept.';

create table sign_in_session (
  id           bigint generated always as identity primary key,
  token_hash   text        not null,
  account_id   bigint      not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  constraint sign_in_session_token_unique unique (token_hash),
  constraint sign_in_session_account foreign key (account_id) references account (id)
);
create index sign_in_session_by_account on sign_in_session (account_id);

create table sign_in_attempt (
  id           bigint generated always as identity primary key,
  email        text        not null,
  address      text        not null,
  attempted_at timestamptz not null,
  succeeded    boolean     not null
);
create index sign_in_attempt_by_email on sign_in_attempt (email, attempted_at);
create index sign_in_attempt_by_address on sign_in_attempt (address, attempted_at);

create table audit_event (
  id           bigint generated always as identity primary key,
  happened_at  timestamptz not null,
  account_id   bigint,
  action       text        not null,
  subject_type text        not null,
  subject_id   bigint,
  old_value    jsonb,
  new_value    jsonb,
  constraint audit_event_account foreign key (account_id) references account (id)
);
create index audit_event_by_subject on audit_event (subject_type, subject_id);
create trigger audit_event_immutable before update or delete on audit_event for each row execute function refuse_change();
create trigger audit_event_not_truncated before truncate on audit_event for each statement execute function refuse_change();
comment on table audit_event is 'Who did what to what, old and new. Append-only. No account: the system itself did it.';
