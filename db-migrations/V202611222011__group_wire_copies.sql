-- Copies of one story, grouped under their origin.

alter table article add column origin_decided_by bigint;
alter table article add constraint article_origin_decided_by foreign key (origin_decided_by) references account (id);
create index article_by_origin on article (origin_article_id) where origin_article_id is not null;
comment on column article.origin_decided_by is 'Who said what this article copies, or that it copies none; null: found by the texts alone, and may be found anew.';

create table fingerprint (
  snapshot_id bigint primary key,
  shingles    bigint[] not null,
  constraint fingerprint_snapshot foreign key (snapshot_id) references snapshot (id)
);
create index fingerprint_by_shingle on fingerprint using gin (shingles);
comment on table fingerprint is 'A fixed sample of the hashes of a text''s runs of four words, those in quotation marks left out: what two texts have in common.';

create function refuse_copy_of_copy() returns trigger language plpgsql as $$
begin
  if new.origin_article_id is not null and (
       exists (select 1 from article where id = new.origin_article_id and origin_article_id is not null)
       or exists (select 1 from article where origin_article_id = new.id)) then
    raise exception 'article % cannot be a copy of %: a copy has no copies', new.id, new.origin_article_id
      using errcode = 'check_violation', constraint = 'article_origin_is_no_copy';
  end if;
  return new;
end $$;
create trigger article_origin_is_no_copy before insert or update of origin_article_id on article
  for each row execute function refuse_copy_of_copy();
