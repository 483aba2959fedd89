-- The inbox counts what waits with every page: from an index, since rows with their quotes are wide (docs/measured.md).
create index candidate_waiting on candidate (id) include (snapshot_id, snoozed_until, assigned_to, deadline_on, kind) where state = 'OPEN';
