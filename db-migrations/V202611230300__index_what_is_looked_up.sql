-- Each verdict is checked against the handovers of its revision, and the front page shows what was published for the first time.

create index handover_by_revision on handover (revision_id);
create index findable_claim_first on findable_claim (published_at desc, claim_number desc) where number = 1;
