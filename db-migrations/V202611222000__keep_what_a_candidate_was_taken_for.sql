-- What the reading took a candidate for, and by when it was promised; null where nothing was told or a person marked it.

alter table candidate
  add column taken_for          text,
  add column deadline_rule      text,
  add column deadline_on        date,
  add column deadline_precision text,
  add constraint candidate_taken_for_known check (taken_for in ('PROMISE', 'PREDICTION', 'STATISTIC', 'PAST_FACT', 'POSITION', 'QUOTE_OF_ANOTHER')),
  add constraint candidate_deadline_rule_given check (length(trim(deadline_rule)) between 1 and 500),
  add constraint candidate_deadline_has_rule check (deadline_on is null or deadline_rule is not null),
  add constraint candidate_deadline_has_precision check ((deadline_on is null) = (deadline_precision is null)),
  add constraint candidate_deadline_precision_known check (deadline_precision in ('DAY', 'MONTH', 'YEAR'));
comment on column candidate.deadline_rule is 'By when, in the words of the text, with what it counts from; the day is null when the text does not tell one.';
