-- Whether everybody needs a second factor, as an administrator said last; without a row it is each person's choice.

create table second_factor_rule (
  id       bigint generated always as identity primary key,
  required boolean     not null,
  set_by   bigint      not null,
  set_at   timestamptz not null,
  constraint second_factor_rule_set_by foreign key (set_by) references account (id)
);
comment on table second_factor_rule is 'Append-only; the newest row holds. Where it is required, a session opened by a password alone reaches nothing but its person''s own account.';
create trigger second_factor_rule_immutable before update or delete on second_factor_rule for each row execute function refuse_change();
create trigger second_factor_rule_not_truncated before truncate on second_factor_rule for each statement execute function refuse_change();
