package org.ontherecord.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;

/** Finds a claim that a person has in mind, by its number or its words, to link a candidate to. */
final class ClaimSearch {

    /** A claim to link to. */
    public record Found(long id, String wording, String speaker) {
        public String number() {
            return "C-" + id;
        }
    }

    private static final int MOST = 8;

    private ClaimSearch() {}

    /** Claims with that number, or with all of the words. */
    static List<Found> of(String typed) {
        String query = typed.strip();
        if (query.isEmpty()) {
            return List.of();
        }
        String number = query.replaceFirst("(?i)^c-", "");
        String like = Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+"))
                .limit(8)
                .map(word -> "%" + word.replaceAll("[!%_]", "!$0") + "%")
                .collect(Collectors.joining("\n"));
        @SuppressWarnings("unchecked")
        List<Object[]> found = Panache.getEntityManager()
                .createNativeQuery("""
                        select c.id, c.wording, coalesce(s.name, '') from claim c left join speaker s on s.id = c.speaker_id
                         where c.merged_into is null and (cast(c.id as text) = :number
                           or (select bool_and(lower(c.wording || ' ' || coalesce(c.headline, '') || ' ' || coalesce(s.name, '')) like word escape '!')
                               from unnest(string_to_array(:words, chr(10))) word))
                        order by cast(c.id as text) = :number desc, c.id desc""")
                .setParameter("number", number)
                .setParameter("words", like)
                .setMaxResults(MOST)
                .getResultList();
        return found.stream()
                .map(claim -> new Found(((Number) claim[0]).longValue(), (String) claim[1], (String) claim[2]))
                .toList();
    }
}
