-- Version 1 of both scales. A changed definition is a new version with new rows; verdicts keep the row they were given.

with scale as (
  insert into rating_scale (code, version, label, kind) values ('promise', 1, 'Promise scale', 'PROMISE') returning id)
insert into rating (scale_id, code, label, definition, position, role, number, final)
select scale.id, r.* from scale, (values
  ('not-yet-rated', 'Not yet rated', 'On our record. We have not yet found enough to say how it is going.', 1, 'none', null::integer, false),
  ('in-the-works', 'In the works', 'Steps that can be checked have been taken, and the promise can still be kept in time.', 2, 'prog', null, false),
  ('stalled', 'Stalled', 'No progress that can be checked for some time, or a set-back that makes keeping it unlikely.', 3, 'mid', null, false),
  ('kept', 'Kept', 'What was promised happened, within the time promised and by the criteria on record.', 4, 'pos2', null, true),
  ('compromise', 'Compromise', 'A substantial part of what was promised happened, but less than promised or later.', 5, 'pos1', null, true),
  ('broken', 'Broken', 'What was promised did not happen by the deadline, or was given up.', 6, 'neg2', null, true),
  ('cant-be-rated', 'Can''t be rated', 'The promise does not say enough for anyone to tell whether it was kept. We say what is missing.', 7, 'unk', null, true)
) as r (code, label, definition, position, role, number, final);

with scale as (
  insert into rating_scale (code, version, label, kind) values ('accuracy', 1, 'Accuracy scale', 'STATEMENT') returning id)
insert into rating (scale_id, code, label, definition, position, role, number, final)
select scale.id, r.* from scale, (values
  ('not-yet-rated', 'Not yet rated', 'On our record. We have not yet found enough to rate it.', 1, 'none', null::integer, false),
  ('being-checked', 'Being checked', 'We are researching it now. This is not a finding.', 2, 'prog', null, false),
  ('true', 'True', 'The evidence supports the claim, and nothing important is left out.', 3, 'pos2', 5, true),
  ('mostly-true', 'Mostly true', 'The claim is right in what matters; a detail is missing or inexact.', 4, 'pos1', 4, true),
  ('half-true', 'Half true', 'A part is right and a part is wrong, or something important is left out.', 5, 'mid', 3, true),
  ('mostly-false', 'Mostly false', 'There is something in it, but the claim as made leads to a wrong conclusion.', 6, 'neg1', 2, true),
  ('false', 'False', 'The evidence contradicts the claim.', 7, 'neg2', 1, true),
  ('unproven', 'Unproven', 'The evidence to be had neither supports nor contradicts the claim. We say what we looked for.', 8, 'unk', null, true)
) as r (code, label, definition, position, role, number, final);
