-- What a second person has looked at in a revision, and what anybody says about one field of it.

create table seen_field (
  id          bigint generated always as identity primary key,
  revision_id bigint      not null,
  field       text        not null,
  account_id  bigint      not null,
  seen_at     timestamptz not null,
  constraint seen_field_once_a_person unique (revision_id, field, account_id),
  constraint seen_field_is_a_name check (field ~ '^[A-Z_]{1,30}$'),
  constraint seen_field_revision foreign key (revision_id) references revision (id),
  constraint seen_field_account foreign key (account_id) references account (id)
);
comment on table seen_field is 'A tick of one person at one field of one revision. It helps them read and decides nothing, so it may be taken away again.';

create table field_comment (
  id          bigint generated always as identity primary key,
  revision_id bigint      not null,
  field       text        not null,
  text        text        not null,
  written_by  bigint      not null,
  written_at  timestamptz not null,
  settled_by  bigint,
  settled_at  timestamptz,
  constraint field_comment_is_a_name check (field ~ '^[A-Z_]{1,30}$'),
  constraint field_comment_text_given check (length(trim(text)) between 1 and 2000),
  constraint field_comment_settled_by_someone check ((settled_by is null) = (settled_at is null)),
  constraint field_comment_settled_later check (settled_at >= written_at),
  constraint field_comment_revision foreign key (revision_id) references revision (id),
  constraint field_comment_written_by foreign key (written_by) references account (id),
  constraint field_comment_settled_by foreign key (settled_by) references account (id)
);
create unique index field_comment_said_once on field_comment (revision_id, field, written_by, md5(text));
comment on table field_comment is 'What somebody said about one field of a revision; open until somebody says that it is settled.';

create function refuse_rewriting_a_comment() returns trigger language plpgsql as $$
begin
  if old.settled_at is not null or new.settled_at is null
     or (new.id, new.revision_id, new.field, new.text, new.written_by, new.written_at)
        is distinct from (old.id, old.revision_id, old.field, old.text, old.written_by, old.written_at) then
    raise exception 'field_comment is append-only: a comment is written, and settled once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger field_comment_only_settled before update on field_comment for each row execute function refuse_rewriting_a_comment();
create trigger field_comment_not_removed before delete on field_comment for each row execute function refuse_change();
create trigger field_comment_not_truncated before truncate on field_comment for each statement execute function refuse_change();
