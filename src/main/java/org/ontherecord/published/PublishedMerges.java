package org.ontherecord.published;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Which claim answers for a number that was merged into another, as of any moment. */
@ApplicationScoped
public class PublishedMerges {
    private static final Instant TODAY = Instant.parse("9999-12-31T00:00:00Z");

    private final EntityManager em;

    PublishedMerges(EntityManager em) {
        this.em = em;
    }

    /** As it is now. One select. */
    @Transactional
    public Optional<MergedClaim> today(long number) {
        return of(number, TODAY);
    }

    /** Follows merges of merges to the claim that stands. Only for numbers that were public. One select. */
    @Transactional
    public Optional<MergedClaim> of(long number, Instant asOf) {
        String sql = """
                with recursive way (step, into_number, merged_at, public_reason) as (
                  select 1, m.other_number, m.published_at, m.public_reason from public_merge m
                    join claim_merge its on its.id = m.merge_id left join merge_reversal back on back.merge_id = m.merge_id
                   where m.claim_number = :number and m.what = 'merged_into' and its.merged_at <= :asOf and (back.reversed_at <= :asOf) is not true
                  union all
                  select way.step + 1, m.into_claim_id, way.merged_at, way.public_reason
                    from way join claim_merge m on m.claim_id = way.into_number left join merge_reversal back on back.merge_id = m.id
                   where m.merged_at <= :asOf and (back.reversed_at <= :asOf) is not true and way.step < 100)
                select cast(:number as bigint) as claim_number, way.*, coalesce(c.headline, c.wording, e.wording) as title, coalesce(c.language, e.language) as language
                  from way
                  left join lateral (select r.headline, r.wording, r.language from verdict v join revision r on r.id = v.revision_id
                                      where v.claim_id = way.into_number and v.published_at <= :asOf order by v.number desc limit 1) c on true
                  left join external_check e on e.claim_id = way.into_number
                 order by way.step desc limit 1""";
        return Row.of(em, sql, "number", number, "asOf", asOf).stream()
                .filter(row -> row.text("title") != null)
                .findFirst()
                .map(MergedClaim::of);
    }
}
