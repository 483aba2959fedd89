package org.ontherecord.matching;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Finds the claims on record that say the same as an utterance. */
@ApplicationScoped
public class ClaimMatcher {

    @Inject
    EntityManager database;

    /**
     * The most likely claims, best first; empty when nothing is near. Several nodes agree within five seconds of a change; a
     * claim whose words are exactly the utterance's is found from the second its transaction ended.
     */
    public List<Match> match(Utterance utterance, Sight sight, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery("""
                        select c.id, c.wording, s.name, ts_rank(to_tsvector('english', c.wording), asked.words, 1) as rank
                          from claim c
                          left join speaker s on s.id = c.speaker_id
                          cross join (select cast(replace(cast(plainto_tsquery('english', :text) as text), '&', '|') as tsquery) as words) asked
                         where c.merged_into is null and to_tsvector('english', c.wording) @@ asked.words
                           and (:desk or exists (select 1 from verdict v where v.claim_id = c.id))
                         order by rank desc, c.id limit :most""")
                .setParameter("text", utterance.text())
                .setParameter("desk", sight == Sight.DESK)
                .setParameter("most", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Match(
                        (Long) row[0],
                        (String) row[1],
                        (String) row[2],
                        ((Number) row[3]).doubleValue(),
                        0,
                        0,
                        List.of(),
                        List.of()))
                .toList();
    }
}
