-- A person sees where they are signed in and ends what is not theirs; who forgot the password is given a one-time link.

alter table sign_in_session
  add column browser      text,
  add column awaits_code  boolean not null default false,
  add constraint sign_in_session_browser_short check (length(browser) between 1 and 60);
comment on column sign_in_session.browser is 'In words, such as "Firefox on Linux"; the rest of what the browser said of itself is not kept.';
comment on column sign_in_session.awaits_code is 'The password was right and the code of the second factor is still to come: opens nothing.';

create table password_link (
  id         bigint generated always as identity primary key,
  token_hash text        not null,
  account_id bigint      not null,
  made_by    bigint      not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz,
  constraint password_link_token_unique unique (token_hash),
  constraint password_link_ends_once check (used_at is null or revoked_at is null),
  constraint password_link_account foreign key (account_id) references account (id),
  constraint password_link_maker foreign key (made_by) references account (id)
);
create unique index password_link_one_open on password_link (account_id) where used_at is null and revoked_at is null;
comment on table password_link is 'A one-time link with which a person sets a new password. Only the SHA-256 of its token is kept.';
