package org.ontherecord.claim.merging;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Standing;
import org.ontherecord.claim.likeness.Suggestions;
import org.ontherecord.matching.Utterance;

/** Finds the claims that another may be merged into: those that people or the software take for the same, and by words or number. */
@ApplicationScoped
class MergeChoices {
    static final int MOST = 10;

    private static final int LONGEST = 1_000;

    private final EntityManager database;
    private final Suggestions suggestions;

    MergeChoices(EntityManager database, Suggestions suggestions) {
        this.database = database;
        this.suggestions = suggestions;
    }

    /** What people said first, then what the software finds; never what a person turned down. */
    List<MergeChoice> likely(Claim claim) {
        Map<Long, String> why = new LinkedHashMap<>();
        related(claim)
                .forEach(row -> why.put(
                        row.get("other", Number.class).longValue(),
                        "the same claim, says " + row.get("by", String.class)));
        suggestions.decidedOnClaim(claim.id).stream()
                .filter(decided -> !decided.rejected())
                .forEach(decided -> why.putIfAbsent(decided.claim(), "the same claim, says " + decided.by()));
        String words = claim.wording.codePointCount(0, claim.wording.length()) <= LONGEST
                ? claim.wording
                : claim.wording.substring(0, claim.wording.offsetByCodePoints(0, LONGEST));
        String speaker = claim.speaker == null ? null : claim.speaker.name;
        suggestions
                .ofClaim(Utterance.of(words).by(speaker), claim.id)
                .forEach(one -> why.putIfAbsent(one.id(), one.percent() + " %, " + one.scoreInWords()));
        return of(claim, List.copyOf(why.keySet()), why, true).stream()
                .limit(MOST)
                .toList();
    }

    /** Those with all of the words in their wording or their speaker's names, and the one of that number. */
    List<MergeChoice> found(Claim claim, String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        String like = Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .limit(8)
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .collect(Collectors.joining("\n"));
        @SuppressWarnings("unchecked")
        List<Number> found = database.createNativeQuery("""
                        select c.id from claim c
                         where c.merged_into is null and c.id <> :claim
                           and (c.id = :number or c.kind = :kind and c.id in (
                             select x.id from (
                               select d.id, concat_ws(' ', d.wording, d.headline, s.name, array_to_string(s.aliases, ' ')) as words
                                 from claim d left join speaker s on s.id = d.speaker_id
                               union all
                               select v.claim_id, concat_ws(' ', r.wording, s.name, array_to_string(s.aliases, ' '))
                                 from verdict v join revision r on r.id = v.revision_id left join speaker s on s.id = r.speaker_id) x
                              where lower(x.words) like all (string_to_array(:words, chr(10)))))
                         order by c.id = :number desc, exists (select 1 from verdict v where v.claim_id = c.id) desc, c.id desc""")
                .setParameter("claim", claim.id)
                .setParameter("number", MergeForm.number(typed))
                .setParameter("kind", claim.kind.name())
                .setParameter("words", like)
                .setMaxResults(MOST)
                .getResultList();
        return of(claim, found.stream().map(Number::longValue).toList(), Map.of(), false);
    }

    /** In the order of the numbers, without what was merged meanwhile; one of the other kind only if its number was typed. */
    private List<MergeChoice> of(Claim claim, List<Long> numbers, Map<Long, String> why, boolean ofItsKind) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<Long, Claim> claims = Claim.<Claim>list("id in ?1 and mergedInto is null order by id", numbers).stream()
                .filter(one -> !ofItsKind || one.kind == claim.kind)
                .collect(Collectors.toMap(one -> one.id, Function.identity()));
        Map<Long, String> words = PublicWords.of(numbers);
        Map<Long, Standing> standings = Standing.of(database, numbers);
        return numbers.stream()
                .map(claims::get)
                .filter(Objects::nonNull)
                .map(one -> new MergeChoice(
                        one.id,
                        words.get(one.id),
                        one.speaker == null ? null : one.speaker.name,
                        standings.get(one.id),
                        why.get(one.id)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> related(Claim claim) {
        return database.createNativeQuery("""
                        select case when r.claim_id = :claim then r.other_claim_id else r.claim_id end as other, a.name as by
                          from claim_relation r join account a on a.id = r.added_by
                         where :claim in (r.claim_id, r.other_claim_id) and r.kind = 'SAME' and r.withdrawn_at is null
                         order by r.id desc""", Tuple.class)
                .setParameter("claim", claim.id)
                .setMaxResults(MOST)
                .getResultList();
    }
}
