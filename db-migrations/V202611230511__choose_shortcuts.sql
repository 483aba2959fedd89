-- Each person may choose other keys than the usual ones, or none.
create table shortcut (
  id         bigint generated always as identity primary key,
  account_id bigint not null,
  usual      text   not null,
  chosen     text,
  constraint shortcut_once unique (account_id, usual),
  constraint shortcut_chosen_once unique (account_id, chosen),
  constraint shortcut_usual_is_a_key check (length(usual) = 1 and usual = lower(usual)),
  constraint shortcut_chosen_is_a_key check (length(chosen) = 1 and chosen = lower(chosen) and chosen !~ '\s'),
  constraint shortcut_chosen_differs check (chosen is distinct from usual),
  constraint shortcut_account foreign key (account_id) references account (id)
);
comment on table shortcut is 'The key a person chose instead of the usual one, null for none. Without a row the usual key holds.';
