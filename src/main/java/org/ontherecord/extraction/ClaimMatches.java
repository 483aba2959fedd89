package org.ontherecord.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;

/** Known claims that a candidate may repeat, by the words they share. It suggests; a person links. */
final class ClaimMatches {

    /** A claim to link to; {@code percent} is null for one that was searched for. */
    public record Match(long id, String wording, String speaker, String kind, Integer percent, String why) {
        public String number() {
            return "C-" + id;
        }
    }

    /** Under this a match is more often another claim than the same. */
    static final int LEAST = 60;

    private static final String SELECT =
            "select c.id, c.wording, coalesce(c.headline, ''), coalesce(s.name, ''), c.kind from claim c left join speaker s on s.id = c.speaker_id";
    private static final int COMPARED = 400;
    private static final int SUGGESTED = 3;
    private static final int SEARCHED = 8;
    private static final Set<String> SMALL_WORDS = new HashSet<>(List.of(
            ("the a an of to in on at for and or but is are was were be been will would has have had that this it its his her their"
                            + " he she they we with by from as not no do did does der die das und im zu le la les de des un une el los en que")
                    .split(" ")));

    private ClaimMatches() {}

    /** Claims that share words with a candidate, the most alike first, from {@value #LEAST} percent. */
    static List<Match> of(Card card) {
        Set<String> words = words(card.wording() + " " + card.exact());
        Set<String> wording = words(card.wording());
        if (wording.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        for (Object[] claim : sharing(words)) {
            Match match = compare(card, wording, claim);
            if (match.percent() >= LEAST) {
                matches.add(match);
            }
        }
        matches.sort(Comparator.comparing((Match match) -> -match.percent()).thenComparing(Match::id));
        return matches.stream().limit(SUGGESTED).toList();
    }

    /** Claims with that number, or with all of the words. */
    static List<Match> search(String typed) {
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
                .createNativeQuery(SELECT + """
                         where c.merged_into is null and (cast(c.id as text) = :number
                           or (select bool_and(lower(c.wording || ' ' || coalesce(c.headline, '') || ' ' || coalesce(s.name, '')) like word escape '!')
                               from unnest(string_to_array(:words, chr(10))) word))
                        order by cast(c.id as text) = :number desc, c.id desc""")
                .setParameter("number", number)
                .setParameter("words", like)
                .setMaxResults(SEARCHED)
                .getResultList();
        return found.stream()
                .map(claim -> new Match(
                        ((Number) claim[0]).longValue(),
                        (String) claim[1],
                        (String) claim[3],
                        (String) claim[4],
                        null,
                        ""))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> sharing(Set<String> words) {
        return Panache.getEntityManager()
                .createNativeQuery(SELECT + """
                         where c.merged_into is null and exists (
                           select 1 from unnest(string_to_array(:words, ' ')) word
                           where lower(c.wording || ' ' || coalesce(c.headline, '')) like '%' || word || '%')
                        order by c.id desc""")
                .setParameter("words", String.join(" ", words))
                .setMaxResults(COMPARED)
                .getResultList();
    }

    private static Match compare(Card card, Set<String> wording, Object[] claim) {
        double alike = Math.max(
                dice(wording, words((String) claim[1])),
                Math.max(dice(words(card.exact()), words((String) claim[2])), dice(wording, words((String) claim[2]))));
        boolean sameSpeaker = !card.speaker().isEmpty() && card.speaker().equalsIgnoreCase((String) claim[3]);
        Set<String> figures = figures(wording);
        Set<String> theirs = figures(words((String) claim[1]));
        boolean sameFigures = !figures.isEmpty() && figures.equals(theirs);
        boolean otherFigures = !figures.isEmpty() && !theirs.isEmpty() && !sameFigures;
        double percent = 80 * alike + (sameSpeaker ? 12 : 0) + (sameFigures ? 8 : 0) - (otherFigures ? 20 : 0);
        List<String> why = new ArrayList<>();
        why.add("wording " + Math.round(100 * alike) + " %");
        if (sameSpeaker) {
            why.add("same speaker");
        }
        if (sameFigures) {
            why.add("same number");
        }
        if (otherFigures) {
            why.add("different number");
        }
        return new Match(
                ((Number) claim[0]).longValue(),
                (String) claim[1],
                (String) claim[3],
                (String) claim[4],
                (int) Math.max(0, Math.min(99, Math.round(percent))),
                String.join(", ", why));
    }

    private static double dice(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return 2.0 * shared / (one.size() + other.size());
    }

    private static Set<String> figures(Set<String> words) {
        return words.stream().filter(word -> Character.isDigit(word.charAt(0))).collect(Collectors.toSet());
    }

    /** Content words without accents, cut to their first six letters so that "promised" meets "promises". */
    private static Set<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}++", "")
                .replaceAll("(?<=\\d)[,.](?=\\d)", "");
        Set<String> words = new HashSet<>();
        for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 1 && !SMALL_WORDS.contains(word) && words.size() < 60) {
                words.add(word.length() > 6 ? word.substring(0, 6) : word);
            }
        }
        return words;
    }
}
