package org.ontherecord.published;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** What happened on the record lately, and what is due. One select each. */
@ApplicationScoped
public class PublishedNews {
    private static final int SHOWN = 6;

    private final EntityManager em;

    PublishedNews(EntityManager em) {
        this.em = em;
    }

    /** A verdict that replaced another one with a different rating. */
    public record Change(ClaimSummary claim, PublishedArticle.Tag from) {}

    @Transactional
    public List<Change> changes(Instant asOf) {
        String sql = """
                select * from public_claim where previous_code <> code and published_at <= :asOf
                order by published_at desc, verdict_id desc limit :most""";
        return Row.of(em, sql, "asOf", asOf, "most", SHOWN).stream()
                .map(row -> new Change(
                        ClaimSummary.of(row),
                        new PublishedArticle.Tag(
                                row.text("previous_code"), row.text("previous_label"), row.text("previous_role"))))
                .toList();
    }

    /** Promises whose deadline lies ahead, the nearest first. */
    @Transactional
    public List<ClaimSummary> due(Instant asOf) {
        String sql = "select c.* from public_claim c where c.deadline_at > :asOf and not c.withdrawn and"
                + PublishedClaims.IN_FORCE + "order by c.deadline_at, c.claim_number limit :most";
        return claims(sql, asOf);
    }

    /** Claims that have a verdict for the first time, as they stand today. */
    @Transactional
    public List<ClaimSummary> fresh(Instant asOf) {
        String sql = "select c.* from public_verdict first join public_claim c on c.claim_number = first.claim_number"
                + " where first.number = 1 and" + PublishedClaims.IN_FORCE
                + "order by first.published_at desc, c.claim_number desc limit :most";
        return claims(sql, asOf);
    }

    private List<ClaimSummary> claims(String sql, Instant asOf) {
        return Row.of(em, sql, "asOf", asOf, "most", SHOWN).stream()
                .map(ClaimSummary::of)
                .toList();
    }
}
