-- A code from an app beside the password (TOTP, RFC 6238), and codes on paper for when the app is lost.

create table second_factor (
  id           bigint generated always as identity primary key,
  account_id   bigint      not null,
  secret       text,
  last_step    bigint      not null default 0,
  created_at   timestamptz not null,
  confirmed_at timestamptz,
  removed_at   timestamptz,
  removed_by   bigint,
  constraint second_factor_secret_goes_with_it check ((secret is null) = (removed_at is not null)),
  constraint second_factor_removed_by_someone check ((removed_at is null) = (removed_by is null)),
  constraint second_factor_account foreign key (account_id) references account (id),
  constraint second_factor_remover foreign key (removed_by) references account (id)
);
create unique index second_factor_one_each on second_factor (account_id) where removed_at is null;
comment on table second_factor is 'A secret shared with an app. Until it is confirmed by a first code it is not asked for. The secret is deleted with its removal.';
comment on column second_factor.last_step is 'The half minute whose code was taken last: a code opens once.';

create table recovery_code (
  id               bigint generated always as identity primary key,
  second_factor_id bigint      not null,
  code_hash        text        not null,
  created_at       timestamptz not null,
  used_at          timestamptz,
  replaced_at      timestamptz,
  constraint recovery_code_unique unique (second_factor_id, code_hash),
  constraint recovery_code_ends_once check (used_at is null or replaced_at is null),
  constraint recovery_code_second_factor foreign key (second_factor_id) references second_factor (id)
);
comment on table recovery_code is 'Ten codes on paper, each opening once in place of the app. Only their SHA-256 is kept.';
