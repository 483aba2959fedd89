-- A key pair in a person's device (WebAuthn) signs in without the password; we keep the public half.

alter table account
  add column user_handle uuid not null default gen_random_uuid(),
  add constraint account_user_handle_unique unique (user_handle);
comment on column account.user_handle is 'How devices with a passkey know the account: random, so that it tells nothing of its person.';

create table passkey (
  id              bigint generated always as identity primary key,
  account_id      bigint      not null,
  name            text        not null,
  credential_id   bytea       not null,
  credential      bytea       not null,
  signatures      bigint      not null,
  backup_eligible boolean     not null,
  created_at      timestamptz not null,
  last_used_at    timestamptz,
  removed_at      timestamptz,
  removed_by      bigint,
  constraint passkey_credential_unique unique (credential_id),
  constraint passkey_name_given check (length(trim(name)) between 1 and 60),
  constraint passkey_credential_short check (length(credential_id) between 1 and 1023 and length(credential) <= 4096),
  constraint passkey_signatures_counted check (signatures >= 0),
  constraint passkey_removed_by_someone check ((removed_at is null) = (removed_by is null)),
  constraint passkey_account foreign key (account_id) references account (id),
  constraint passkey_remover foreign key (removed_by) references account (id)
);
create index passkey_by_account on passkey (account_id);
comment on table passkey is 'The public half of a key pair in a person''s device. Never deleted, only removed; none is registered twice, not even after its removal.';
comment on column passkey.credential is 'Attested credential data as the device sent it (WebAuthn Level 3, section 6.5.1): model, id, public key. No secret.';
comment on column passkey.signatures is 'The device''s own count at its last use; 0 for those that do not count. Going back is the mark of a copied key.';

create table passkey_challenge (
  id             bigint generated always as identity primary key,
  challenge_hash text        not null,
  session_id     bigint,
  address        text        not null,
  expires_at     timestamptz not null,
  constraint passkey_challenge_unique unique (challenge_hash),
  constraint passkey_challenge_session foreign key (session_id) references sign_in_session (id)
);
create index passkey_challenge_by_address on passkey_challenge (address, expires_at);
create index passkey_challenge_by_end on passkey_challenge (expires_at);
comment on table passkey_challenge is 'Random bytes that a device is asked to sign, for five minutes; taken back once, by any node, and deleted then. With a session: to add a passkey there; without: to sign in.';

alter table sign_in_session
  add column passkey_id bigint,
  add constraint sign_in_session_passkey foreign key (passkey_id) references passkey (id),
  add constraint sign_in_session_passkey_is_both_factors check (passkey_id is null or not awaits_code);
create index sign_in_session_by_passkey on sign_in_session (passkey_id) where passkey_id is not null;
comment on column sign_in_session.passkey_id is 'The passkey that opened it: it ends with the passkey''s removal.';
