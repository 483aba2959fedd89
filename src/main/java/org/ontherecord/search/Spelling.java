package org.ontherecord.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Words that no public claim has, set right by the words that some have. */
@ApplicationScoped
class Spelling {
    private static final int MOST_WORDS = 12;
    private static final int MOST_ALIKE = 12;

    /** A word of at least four letters that is not left out by a minus. */
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}-])[\\p{L}\\p{M}]{4,40}(?![\\p{L}\\p{M}\\p{N}])");

    private final EntityManager em;

    Spelling(EntityManager em) {
        this.em = em;
    }

    /** The words with those set right that nobody on record used; empty when there is nothing to set right. */
    @Transactional
    Optional<String> better(String words) {
        var given = new LinkedHashSet<String>();
        WORD.matcher(words).results().limit(MOST_WORDS).forEach(word -> given.add(word.group()));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> right = right(new ArrayList<>(given));
        String better = WORD.matcher(words).replaceAll(word -> right.getOrDefault(word.group(), word.group()));
        return better.equals(words) ? Optional.empty() : Optional.of(better);
    }

    private Map<String, String> right(List<String> given) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("""
                        select asked.given, asked.plain, alike.word
                          from (select g as given, plain_name(g) as plain from unnest(cast(:given as text[])) g) asked
                         cross join lateral (select s.word from search_word s where s.word % asked.plain
                                              order by similarity(s.word, asked.plain) desc, s.word limit :most) alike
                         where not exists (select 1 from search_word known where known.word = asked.plain)
                         limit 200""")
                .setParameter("given", given.toArray(String[]::new))
                .setParameter("most", MOST_ALIKE)
                .getResultList();
        var right = new HashMap<String, String>();
        var nearest = new HashMap<String, Integer>();
        for (Object[] row : rows) {
            String plain = (String) row[1];
            int distance = distance(plain, (String) row[2]);
            if (distance <= (plain.length() < 6 ? 1 : 2) && distance < nearest.getOrDefault((String) row[0], 9)) {
                nearest.put((String) row[0], distance);
                right.put((String) row[0], (String) row[2]);
            }
        }
        return right;
    }

    /** How many letters are missing, too many, wrong or changed places (optimal string alignment). */
    static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                steps[i][j] =
                        Math.min(Math.min(steps[i - 1][j] + 1, steps[i][j - 1] + 1), steps[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[one.length()][other.length()];
    }
}
