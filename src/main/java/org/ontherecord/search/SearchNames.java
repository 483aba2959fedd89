package org.ontherecord.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.ontherecord.platform.Slugs;
import org.ontherecord.published.Topic;

/** People by any of their names, topics and articles, by parts of words. */
@ApplicationScoped
class SearchNames {
    private static final int MOST_WORDS = 6;
    private static final int LOOKED_AT = 60;
    private static final int LONGEST = 100;

    private final EntityManager em;

    SearchNames(EntityManager em) {
        this.em = em;
    }

    /** So many of each kind, those most like the words first; none without a word of two letters. */
    @Transactional
    List<SearchName> named(String words, Instant asOf, int most) {
        String[] parts = Arrays.stream(words.strip().split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> word.codePointCount(0, word.length()) > 1)
                .limit(MOST_WORDS)
                .toArray(String[]::new);
        if (parts.length == 0 || words.length() > LONGEST) {
            return List.of();
        }
        var pages = new HashSet<String>();
        return rows(parts, words, asOf, most).stream()
                .map(row -> named(
                        row.get("kind", String.class), row.get("thing", Number.class), row.get("name", String.class)))
                .filter(name -> pages.add(name.page()))
                .toList();
    }

    private static SearchName named(String kind, Number thing, String name) {
        return new SearchName(
                kind,
                name,
                switch (kind) {
                    case "person" -> "/people/" + thing + "-" + Slugs.of(name);
                    case "topic" -> Topic.page(name);
                    default -> "/articles/" + thing + "-" + Slugs.of(name);
                });
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String[] parts, String words, Instant asOf, int most) {
        return em.createNativeQuery("""
                        select * from (
                          select alike.*, row_number() over (partition by kind order by likeness desc, lower(name), thing) as place from (
                            select n.kind, n.thing, n.name, similarity(n.plain, plain_name(:words)) as likeness from search_name n
                             where n.plain like all (select '%' || plain_name(p) || '%' from unnest(cast(:parts as text[])) p)
                             order by likeness desc, n.kind desc, lower(n.name), n.thing limit :looked) alike
                           where case kind
                                 when 'person' then exists (select 1 from findable_claim c where c.speaker_id = thing and c.publisher is null and c.published_at <= :asOf)
                                 when 'article' then exists (select 1 from public_article a where a.article_id = thing and a.published_at <= :asOf)
                                 else exists (select 1 from findable_claim c where c.topics @> array[name] and c.publisher is null
                                                 and c.published_at <= :asOf and (c.superseded_at <= :asOf) is not true
                                                 and (c.away @> cast(:asOf as timestamptz)) is not true) end) named
                         where place <= :most
                         order by array_position(array['person', 'topic', 'article'], kind), place limit 100""", Tuple.class)
                .setParameter("words", words)
                .setParameter("parts", parts)
                .setParameter("looked", LOOKED_AT)
                .setParameter("asOf", asOf)
                .setParameter("most", most)
                .getResultList();
    }
}
