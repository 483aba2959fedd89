-- "Spring 2023" is a date, and so is the year of a book that evidence leans on.

alter table appearance drop constraint appearance_precision_known;
alter table appearance add constraint appearance_precision_known check (said_precision in ('DAY', 'MONTH', 'SEASON', 'YEAR'));
alter table candidate drop constraint candidate_precision_known;
alter table candidate add constraint candidate_precision_known check (said_precision in ('DAY', 'MONTH', 'SEASON', 'YEAR'));
alter table external_check drop constraint external_check_precision_known;
alter table external_check add constraint external_check_precision_known check (dated_precision in ('DAY', 'MONTH', 'SEASON', 'YEAR'));

alter table evidence add column dated_precision text;
alter table evidence add constraint evidence_precision_known check (dated_precision in ('DAY', 'MONTH', 'SEASON', 'YEAR'));
alter table evidence add constraint evidence_precision_of_a_date check (dated_precision is null or dated_on is not null);
comment on column evidence.dated_precision is 'How exactly dated_on is known; null for a day, and in rows from before dates could be rough.';
