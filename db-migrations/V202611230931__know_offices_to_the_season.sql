-- When somebody took or left an office is often known to the month or the year only.

alter table affiliation
  add column from_precision text,
  add column to_precision text,
  add constraint affiliation_from_precision_known check (from_precision in ('DAY', 'MONTH', 'SEASON', 'YEAR')),
  add constraint affiliation_to_precision_known check (to_precision in ('DAY', 'MONTH', 'SEASON', 'YEAR')),
  add constraint affiliation_from_precision_of_a_date check (from_precision is null or from_on is not null),
  add constraint affiliation_to_precision_of_a_date check (to_precision is null or to_on is not null);
comment on column affiliation.from_precision is 'How exactly from_on is known, the first day it may be; null for a day.';
comment on column affiliation.to_precision is 'How exactly to_on is known, the last day it may be; null for a day.';
