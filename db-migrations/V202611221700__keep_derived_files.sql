-- Pictures and the like, made once from the public record and handed out ever after as they were made.

create table derived_file (
  name    text        primary key,
  content bytea       not null,
  sha256  text        not null,
  made_at timestamptz not null,
  constraint derived_file_name_given check (length(name) between 1 and 200),
  constraint derived_file_sha256_matches check (sha256 = encode(sha256(content), 'hex'))
);
comment on table derived_file is 'What the public side made from the public record and must hand out unchanged, such as the share card of a version.';

create trigger derived_file_immutable before update or delete on derived_file for each row execute function refuse_change();
create trigger derived_file_not_truncated before truncate on derived_file for each statement execute function refuse_change();
