package org.ontherecord.matching.index;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Nearness;
import org.ontherecord.matching.Sight;

/** All claims in this node's heap, found by words and by meaning. Nothing here is the only copy of anything. */
final class ClaimIndex implements AutoCloseable {
    /** The sentences around an utterance name the matter; of what they find, fewer are looked at. */
    private static final double SHARE_AROUND = 0.3;

    /** What is asked: text and vector of the utterance and of the sentences around it; no vector where there is no model. */
    record Asked(String text, byte[] meaning, String around, byte[] meaningAround) {}

    private final Map<Long, MatchableClaim> claims = new ConcurrentHashMap<>();
    private final Map<String, Integer> ofSpeakers = new ConcurrentHashMap<>();
    private final WordIndex words = new WordIndex();
    private final MeaningIndex meanings = new MeaningIndex();

    /** Adds or replaces; seen by words after {@link #show}. */
    void put(MatchableClaim claim, List<MeaningIndex.Slot> vectors) {
        MatchableClaim before = claims.put(claim.number(), claim);
        count(before, -1);
        count(claim, 1);
        words.put(claim, before != null);
        meanings.put(claim.number(), claim.published(), vectors);
    }

    void remove(long claim) {
        MatchableClaim before = claims.remove(claim);
        if (before != null) {
            count(before, -1);
            words.remove(claim);
            meanings.remove(claim);
        }
    }

    /** Drafts are left out, so that the public cannot tell from an order what the desk is at. */
    private void count(MatchableClaim claim, int change) {
        if (claim != null && claim.published() && claim.speaker() != null) {
            ofSpeakers.merge(claim.speaker(), change, Integer::sum);
        }
    }

    void show() {
        words.show();
    }

    int size() {
        return claims.size();
    }

    int vectors() {
        return meanings.size();
    }

    MeaningIndex meanings() {
        return meanings;
    }

    /** What was found, with those known to be exactly the same. */
    List<FoundClaim> find(Asked asked, Collection<MatchableClaim> exact, Sight sight, int k) {
        try (var said = words.asked(asked.text());
                var around = words.asked(asked.around())) {
            return find(asked, said, around, exact, sight, k);
        }
    }

    private List<FoundClaim> find(
            Asked asked,
            WordIndex.Asked said,
            WordIndex.Asked around,
            Collection<MatchableClaim> exact,
            Sight sight,
            int k) {
        boolean published = sight == Sight.PUBLIC;
        int fewer = (int) Math.ceil(SHARE_AROUND * k);
        Map<Long, Double> byWords = said.best(published, k);
        Map<Long, Double> byWordsAround = around.best(published, fewer);
        Set<Long> found = new HashSet<>(byWords.keySet());
        found.addAll(byWordsAround.keySet());
        if (asked.meaning() != null) {
            found.addAll(meanings.nearest(asked.meaning(), published, k).keySet());
        }
        if (asked.meaningAround() != null) {
            found.addAll(
                    meanings.nearest(asked.meaningAround(), published, fewer).keySet());
        }
        Map<Long, MatchableClaim> same = new ConcurrentHashMap<>();
        exact.forEach(claim -> same.put(claim.number(), claim));
        found.addAll(same.keySet());
        complete(byWords, said, found);
        complete(byWordsAround, around, found);
        return found.stream()
                .map(number -> same.getOrDefault(number, claims.get(number)))
                .filter(claim -> claim != null && (claim.published() || !published))
                .map(claim -> found(claim, same.containsKey(claim.number()), asked, byWords, byWordsAround))
                .toList();
    }

    private static void complete(Map<Long, Double> scores, WordIndex.Asked asked, Set<Long> found) {
        Set<Long> missing = new HashSet<>(found);
        missing.removeAll(scores.keySet());
        scores.putAll(asked.of(missing));
    }

    private FoundClaim found(
            MatchableClaim claim,
            boolean exact,
            Asked asked,
            Map<Long, Double> byWords,
            Map<Long, Double> byWordsAround) {
        long number = claim.number();
        return new FoundClaim(
                claim,
                exact,
                byWords.getOrDefault(number, 0.0),
                byWordsAround.getOrDefault(number, 0.0),
                asked.meaning() == null ? Nearness.NONE : meanings.of(asked.meaning(), number),
                asked.meaning() == null ? Nearness.NONE : meanings.judged(asked.meaning(), number),
                asked.meaningAround() == null
                        ? 0
                        : meanings.of(asked.meaningAround(), number).best(),
                claim.speaker() == null ? 0 : ofSpeakers.getOrDefault(claim.speaker(), 0));
    }

    @Override
    public void close() {
        words.close();
    }
}
