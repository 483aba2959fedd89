-- A button pressed twice sends a file twice: what is still being worked off is not begun again, and what was looked through
-- is taken in once, and again only when that failed.
alter table bulk add column sha256 text;
alter table bulk add constraint bulk_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$');
comment on column bulk.sha256 is 'Of what was sent, to know it again; not known of the first ones.';

alter table claim_import add column sha256 text;
alter table claim_import add constraint claim_import_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$');
comment on column claim_import.sha256 is 'Of the file sent by hand, to know it again.';
alter table claim_import add column begun_from bigint;
alter table claim_import add constraint claim_import_begun_from foreign key (begun_from) references claim_import (id);
create unique index claim_import_begun_once on claim_import (begun_from) where state <> 'FAILED';
comment on column claim_import.begun_from is 'The dry run that led to it, if one did.';
