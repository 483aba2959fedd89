-- What a person typed into the claim editor and has not saved yet, so that a browser or a session that dies costs nobody a word.

create table unsaved_text (
  id         bigint generated always as identity primary key,
  claim_id   bigint      not null,
  account_id bigint      not null,
  fields     jsonb       not null,
  kept_at    timestamptz not null,
  constraint unsaved_text_once_a_person unique (claim_id, account_id),
  constraint unsaved_text_names_fields check (jsonb_typeof(fields) = 'object'),
  constraint unsaved_text_fits check (octet_length(fields::text) <= 4000000),
  constraint unsaved_text_claim foreign key (claim_id) references claim (id),
  constraint unsaved_text_account foreign key (account_id) references account (id)
);
comment on table unsaved_text is 'One per person and claim, overwritten while they type, gone when they save or discard. Never shown to anybody else.';
