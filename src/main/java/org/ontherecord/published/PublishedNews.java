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
        String sql = PublishedClaims.chosen(
                "c.previous_code <> c.code and c.published_at <= :asOf", "c.published_at desc, c.verdict_id desc");
        return Row.of(em, sql, "asOf", asOf, "limit", SHOWN, "offset", 0).stream()
                .map(row -> new Change(
                        ClaimSummary.of(row),
                        new PublishedArticle.Tag(
                                row.text("previous_code"), row.text("previous_label"), row.text("previous_role"))))
                .toList();
    }

    /** Promises whose deadline lies ahead, the nearest first. */
    @Transactional
    public List<ClaimSummary> due(Instant asOf) {
        String sql = PublishedClaims.chosen(
                "c.deadline_at > :asOf and not c.withdrawn and" + PublishedClaims.IN_FORCE,
                "c.deadline_at, c.claim_number");
        return claims(sql, asOf);
    }

    /** Claims that have a verdict for the first time, as they stand today. */
    @Transactional
    public List<ClaimSummary> fresh(Instant asOf) {
        String sql = """
                select c.* from (select f.claim_number, f.published_at from findable_claim f
                                  where f.number = 1 and f.published_at <= :asOf
                                  order by f.published_at desc, f.claim_number desc limit :limit offset :offset) first
                  join""" + PublishedClaims.THEN + "c on c.claim_number = first.claim_number and"
                + PublishedClaims.IN_FORCE + """
                 order by first.published_at desc, first.claim_number desc""";
        return claims(sql, asOf);
    }

    private List<ClaimSummary> claims(String sql, Instant asOf) {
        return Row.of(em, sql, "asOf", asOf, "limit", SHOWN, "offset", 0).stream()
                .map(ClaimSummary::of)
                .toList();
    }
}
