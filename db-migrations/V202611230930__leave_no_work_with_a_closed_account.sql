-- Who left the newsroom decides nothing any more: an open candidate lies with nobody whose account is closed.

update candidate set assigned_to = null, version = version + 1
 where state = 'OPEN' and assigned_to in (select id from account where disabled_at is not null);
update review set owner_id = null where owner_id in (select id from account where disabled_at is not null);

-- Whoever gives a candidate to somebody whose account is being closed waits here for the closing, and an undone decision may
-- bring back who had it before. Neither is an error of the person who does it, so the candidate is nobody's.
create function nobodys_if_closed() returns trigger language plpgsql as $$
begin
  perform 1 from account where id = new.assigned_to and disabled_at is null for share;
  if not found then
    new.assigned_to := null;
  end if;
  return new;
end $$;
create trigger candidate_not_with_a_closed_account before insert or update of assigned_to, state on candidate
  for each row when (new.state = 'OPEN' and new.assigned_to is not null) execute function nobodys_if_closed();
