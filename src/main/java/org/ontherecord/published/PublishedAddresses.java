package org.ontherecord.published;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.platform.Slugs;

/** The addresses of the pages of the record, each with the moment of the last verdict that changed it. */
@ApplicationScoped
public class PublishedAddresses {
    public record Address(String path, Instant changed) {}

    /** A family of pages: how to ask for all of them. */
    public enum Family {
        CLAIMS("""
                select c.claim_number as id, coalesce(c.headline, c.wording) as title,
                       greatest(c.published_at, (select max(m.published_at) from public_merge m where m.claim_number = c.claim_number and m.published_at <= :asOf)) as changed
                  from public_verdict c where c.published_at <= :asOf and (c.superseded_at <= :asOf) is not true
                   and (c.away @> cast(:asOf as timestamptz)) is not true"""),
        PEOPLE("""
                select s.speaker_id as id, s.name as title,
                       (select max(v.published_at) from public_verdict v where v.speaker_id = s.speaker_id and v.published_at <= :asOf) as changed
                  from public_speaker s where s.published_at <= :asOf"""),
        ARTICLES("""
                select article.article_id as id, article.title,
                       (select max(v.published_at) from public_appearance a join public_verdict v on v.claim_number = a.claim_number
                         where a.article_id = article.article_id and v.published_at <= :asOf) as changed
                  from public_article article where article.published_at <= :asOf""");

        private final String sql;

        Family(String sql) {
            this.sql = sql;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final EntityManager em;

    PublishedAddresses(EntityManager em) {
        this.em = em;
    }

    /** In the order of their numbers, so that a page of them changes little. */
    @Transactional
    public List<Address> page(Family family, Instant asOf, int page, int limit) {
        String sql = "select * from (" + family.sql + ") pages order by id limit :limit offset :offset";
        return Row.of(em, sql, "asOf", asOf, "limit", limit, "offset", (page - 1) * limit).stream()
                .map(row -> new Address(
                        "/" + family.code() + "/" + row.number("id") + "-" + Slugs.of(row.text("title")),
                        row.instant("changed")))
                .toList();
    }

    /** How many there are, and when the last of them changed. */
    @Transactional
    public Extent extent(Family family, Instant asOf) {
        String sql = "select count(*) as pages, max(changed) as changed from (" + family.sql + ") pages";
        Row row = Row.of(em, sql, "asOf", asOf).get(0);
        return new Extent(row.number("pages"), row.instant("changed"));
    }

    public record Extent(long pages, Instant changed) {}
}
