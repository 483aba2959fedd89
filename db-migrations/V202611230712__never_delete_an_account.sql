-- Whoever did something keeps their name in history: an account is closed, never removed.

create trigger account_never_deleted before delete on account for each row execute function refuse_change();
create trigger account_not_truncated before truncate on account for each statement execute function refuse_change();
