-- What the matching derives from claims, and how every node follows a change. All of it can be dropped and made again.

create function said_alike(said text) returns text language sql immutable strict parallel safe as $$
  select trim(regexp_replace(regexp_replace(lower(normalize(said, NFKC)), '[-−](?=[0-9])', '−', 'g'), '[^[:alnum:]%$€£−]+', ' ', 'g'))
$$;
comment on function said_alike is 'A text without what does not change what it says: case, marks between words, spaces. Two texts with the same result are exactly the same claim.';
create index claim_words on claim using gin (to_tsvector('english', wording));
create index claim_said_alike on claim using hash (said_alike(wording));
create index revision_said_alike on revision using hash (said_alike(wording));
create index appearance_said_alike on appearance using hash (said_alike(quote_exact));

create index external_check_said_alike on external_check using hash (said_alike(wording));

create table claim_change (
  id         bigint generated always as identity primary key,
  claim_id   bigint      not null,
  changed_in xid8        not null default pg_current_xact_id(),
  changed_at timestamptz not null default now()
);
create index claim_change_by_transaction on claim_change (changed_in);
create index claim_change_by_time on claim_change (changed_at);
comment on table claim_change is 'Claims whose matching may have changed, in the transaction that changed them: a node reads what has become visible since its last look, whatever the order in which transactions ended. Kept for a day.';

create table claim_to_embed (
  id          bigint generated always as identity primary key,
  claim_id    bigint      not null,
  attempts    integer     not null default 0,
  next_try_at timestamptz not null default 'epoch',
  trouble     text
);
create index claim_to_embed_waiting on claim_to_embed (attempts, id desc) where trouble is null;
comment on table claim_to_embed is 'Claims whose texts may lack vectors; the table is the queue. A row tried three times is parked with its trouble.';

create table claim_vector (
  claim_id    bigint   not null,
  model       text     not null,
  slot        smallint not null,
  text_sha256 bytea    not null,
  vector      bytea    not null,
  constraint claim_vector_one_a_text primary key (claim_id, model, slot),
  constraint claim_vector_slot_known check (slot between 0 and 6),
  constraint claim_vector_sha256 check (length(text_sha256) = 32),
  constraint claim_vector_length check (length(vector) = 384)
);
create index claim_vector_by_text on claim_vector (model, text_sha256);
comment on table claim_vector is 'The meaning of a claim''s texts: wording (0), title (1), quotes (2 to 6), as a model has it, 384 numbers of 8 bits. Derived.';

create function note_claim_change() returns trigger language plpgsql as $$
begin
  insert into claim_change (claim_id)
  select distinct (state ->> tg_argv[0])::bigint
    from unnest(array[case when tg_op <> 'DELETE' then to_jsonb(new) end, case when tg_op <> 'INSERT' then to_jsonb(old) end]) as state
   where state is not null;
  if tg_op <> 'DELETE' then
    insert into claim_to_embed (claim_id) values ((to_jsonb(new) ->> tg_argv[0])::bigint);
  end if;
  return null;
end $$;
create trigger claim_matching_follows after insert or delete or update of wording, headline, speaker_id, language, deadline_at, merged_into on claim
  for each row execute function note_claim_change('id');
create trigger appearance_matching_follows after insert or delete or update of claim_id, quote_exact, said_on on appearance
  for each row execute function note_claim_change('claim_id');
create trigger verdict_matching_follows after insert on verdict for each row execute function note_claim_change('claim_id');
create trigger external_check_matching_follows after insert on external_check for each row execute function note_claim_change('claim_id');

create function note_speaker_change() returns trigger language plpgsql as $$
begin
  insert into claim_change (claim_id)
  select id from claim where speaker_id = new.id
   union select v.claim_id from verdict v join revision r on r.id = v.revision_id where r.speaker_id = new.id;
  return null;
end $$;
create trigger speaker_matching_follows after update of name, aliases on speaker for each row
  when (old.name <> new.name or old.aliases <> new.aliases) execute function note_speaker_change();

create function note_vector_change() returns trigger language plpgsql as $$
begin
  insert into claim_change (claim_id) select distinct claim_id from written;
  return null;
end $$;
create trigger claim_vector_inserted after insert on claim_vector referencing new table as written for each statement execute function note_vector_change();
create trigger claim_vector_updated after update on claim_vector referencing new table as written for each statement execute function note_vector_change();

insert into claim_to_embed (claim_id) select id from claim where merged_into is null;
