-- Keys for programs, in the name of the person who made them.

create table api_key (
  id           bigint generated always as identity primary key,
  account_id   bigint      not null,
  name         text        not null,
  opening      text        not null,
  secret_hash  text        not null,
  unlimited    boolean     not null default false,
  created_at   timestamptz not null,
  expires_on   date,
  last_used_on date,
  revoked_at   timestamptz,
  revoked_by   bigint,
  constraint api_key_secret_unique unique (secret_hash),
  constraint api_key_secret_is_hashed check (secret_hash ~ '^[0-9a-f]{64}$'),
  constraint api_key_name_given check (length(trim(name)) between 1 and 100),
  constraint api_key_opening_tells_little check (length(opening) <= 12),
  constraint api_key_revoker_when_revoked check (revoked_by is null or revoked_at is not null),
  constraint api_key_account foreign key (account_id) references account (id),
  constraint api_key_revoker foreign key (revoked_by) references account (id)
);
create index api_key_by_account on api_key (account_id);
comment on table api_key is 'A secret with which a program acts for an account at /api/. Only its SHA-256 is kept, and its first letters to know it by. Unlimited is the key of the demonstration.';
