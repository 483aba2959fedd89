package org.ontherecord.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Orders what was found: words and meaning, each stretched from 0 to 1 over what it found, count half; the same speaker helps. */
final class Ranking {
    private static final double OF_SPEAKER = 0.15;

    private Ranking() {}

    static List<Match> rank(Utterance utterance, List<FoundClaim> found) {
        ToDoubleFunction<FoundClaim> words = stretched(found, FoundClaim::lexical);
        ToDoubleFunction<FoundClaim> meaning =
                stretched(found, one -> one.meaning().best());
        return found.stream()
                .map(one -> match(utterance, one, (words.applyAsDouble(one) + meaning.applyAsDouble(one)) / 2))
                .sorted(Comparator.comparing(Match::score).reversed().thenComparing(Match::number))
                .toList();
    }

    private static Match match(Utterance utterance, FoundClaim one, double near) {
        boolean sameSpeaker = utterance.speaker() != null && isNamed(one.claim(), utterance.speaker());
        double score = one.exact() ? 1 : Math.min(0.99, (near + (sameSpeaker ? OF_SPEAKER : 0)) / (1 + OF_SPEAKER));
        return new Match(
                one.claim().number(),
                one.claim().wording(),
                one.claim().speaker(),
                score,
                0,
                (int) Math.round(100 * Math.max(0, one.meaning().best())),
                List.of(),
                List.of());
    }

    private static boolean isNamed(MatchableClaim claim, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return claim.speaker() != null
                && (claim.speaker().toLowerCase(Locale.ROOT).equals(wanted)
                        || claim.aliases().stream()
                                .anyMatch(
                                        alias -> alias.toLowerCase(Locale.ROOT).equals(wanted)));
    }

    private static ToDoubleFunction<FoundClaim> stretched(
            List<FoundClaim> found, ToDoubleFunction<FoundClaim> measured) {
        double least = found.stream().mapToDouble(measured).min().orElse(0);
        double most = found.stream().mapToDouble(measured).max().orElse(0);
        return one -> most > least ? (measured.applyAsDouble(one) - least) / (most - least) : 0;
    }
}
