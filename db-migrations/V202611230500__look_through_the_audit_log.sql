-- The audit log as a page: the newest first, by person, by deed, by what it was done to.
create index audit_event_by_time on audit_event (happened_at, id);
create index audit_event_by_account on audit_event (account_id, happened_at, id);
create index audit_event_by_action on audit_event (action, happened_at, id);
