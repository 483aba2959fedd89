package org.ontherecord.search;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.ontherecord.platform.Slugs;

/** The claims of the page at an address, however it is spelled: with www or without, for phones, with trackers. */
@ApplicationScoped
class PastedPages {
    private static final int MOST = 500;

    private final EntityManager em;

    PastedPages(EntityManager em) {
        this.em = em;
    }

    @Transactional
    PastedPage at(String address, Instant asOf) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery("""
                        select a.claim_number, a.article_id, a.article_title from public_appearance a
                         where a.published_at <= :asOf and (a.superseded_at <= :asOf) is not true and address_key(a.article_url) = address_key(:address)
                        union
                        select a.claim_number, null, null from public_appearance a
                         where a.published_at <= :asOf and (a.superseded_at <= :asOf) is not true and address_key(a.source_url) = address_key(:address)
                        union
                        select e.claim_number, null, null from public_external_check e
                         where e.published_at <= :asOf and (e.superseded_at <= :asOf) is not true and address_key(e.url) = address_key(:address)
                        order by claim_number limit :most""", Tuple.class)
                .setParameter("asOf", asOf)
                .setParameter("address", address)
                .setParameter("most", MOST)
                .getResultList();
        List<Long> claims = rows.stream()
                .map(row -> row.get("claim_number", Number.class).longValue())
                .distinct()
                .toList();
        return rows.stream()
                .filter(row -> row.get("article_id") != null)
                .findFirst()
                .map(row -> new PastedPage(
                        address,
                        row.get("article_title", String.class),
                        "/articles/" + row.get("article_id") + "-" + Slugs.of(row.get("article_title", String.class)),
                        claims))
                .orElseGet(() -> new PastedPage(address, null, null, claims));
    }
}
