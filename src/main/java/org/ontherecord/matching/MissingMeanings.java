package org.ontherecord.matching;

import java.util.List;
import java.util.function.Function;

/**
 * Claims whose vectors are still being made, and claims without a title, compared fairly: what is not known of a claim stands
 * as it is on average among those found, and a title that is not there as the wording.
 */
final class MissingMeanings {
    private MissingMeanings() {}

    static List<FoundClaim> filledIn(List<FoundClaim> found) {
        Nearness meaning = average(found, FoundClaim::meaning);
        Nearness judgement = average(found, FoundClaim::judgement);
        return found.stream()
                .map(one -> new FoundClaim(
                        one.claim(),
                        one.exact(),
                        one.lexical(),
                        one.lexicalAround(),
                        filledIn(one.meaning(), meaning),
                        filledIn(one.judgement(), judgement),
                        one.meaningAround(),
                        one.ofSpeaker()))
                .toList();
    }

    private static Nearness filledIn(Nearness known, Nearness average) {
        if (known.equals(Nearness.NONE)) {
            return average;
        }
        double wording = known.wording() == 0 ? known.best() : known.wording();
        return new Nearness(known.best(), wording, known.title() == 0 ? wording : known.title());
    }

    private static Nearness average(List<FoundClaim> found, Function<FoundClaim, Nearness> which) {
        List<Nearness> known = found.stream()
                .map(which)
                .filter(one -> !one.equals(Nearness.NONE))
                .map(one -> filledIn(one, one))
                .toList();
        return known.isEmpty()
                ? Nearness.NONE
                : new Nearness(
                        known.stream().mapToDouble(Nearness::best).average().orElse(0),
                        known.stream().mapToDouble(Nearness::wording).average().orElse(0),
                        known.stream().mapToDouble(Nearness::title).average().orElse(0));
    }
}
