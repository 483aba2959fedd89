-- Live articles are looked at again; what is live now, and when we looked.

create table article_look (
  article_id       bigint primary key,
  state            text        not null default 'WAITING',
  looks            integer     not null default 0,
  live_snapshot_id bigint      not null,
  live_since       timestamptz not null,
  looked_at        timestamptz,
  attempts         integer     not null default 0,
  next_try_at      timestamptz not null,
  finished_at      timestamptz,
  trouble          text,
  constraint article_look_state_known check (state in ('WAITING', 'PARKED')),
  constraint article_look_finished_when_parked check ((state = 'WAITING') = (finished_at is null)),
  constraint article_look_parked_with_reason check (state <> 'PARKED' or trouble is not null),
  constraint article_look_looks_counted check (looks >= 0),
  constraint article_look_article foreign key (article_id) references article (id),
  constraint article_look_live_snapshot foreign key (live_snapshot_id) references snapshot (id)
);
create index article_look_waiting on article_look (next_try_at, article_id) where state = 'WAITING';
comment on table article_look is 'The queue of quoted articles whose page is opened again, and what it showed the last time. A snapshot is added only when the text differs.';

create function refuse_look_at_another_article() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from snapshot s where s.id = new.live_snapshot_id and s.article_id = new.article_id) then
    raise exception 'snapshot % is not of article %', new.live_snapshot_id, new.article_id
      using errcode = 'check_violation', constraint = 'article_look_snapshot_of_article';
  end if;
  return new;
end $$;
create trigger article_look_of_its_article before insert or update on article_look for each row execute function refuse_look_at_another_article();
