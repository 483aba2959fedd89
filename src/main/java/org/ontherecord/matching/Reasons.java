package org.ontherecord.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ontherecord.matching.Match.Agreement;
import org.ontherecord.matching.Match.Aspect;
import org.ontherecord.matching.Match.Difference;

/** Puts a comparison into words that a person can check at a glance. */
final class Reasons {
    private static final int NAMES = 3;

    private Reasons() {}

    static Match match(Utterance utterance, Likeness like, double score) {
        FoundClaim found = like.found();
        MatchableClaim claim = found.claim();
        return new Match(
                claim.number(),
                claim.wording(),
                claim.speaker(),
                score,
                found.exact() ? 100 : percent(like.comparison().trigrams()),
                found.exact() ? 100 : percent(found.meaning().best()),
                same(like),
                found.exact() ? List.of() : different(utterance, like));
    }

    private static int percent(double share) {
        return (int) Math.round(100 * Math.max(0, Math.min(1, share)));
    }

    private static List<Agreement> same(Likeness like) {
        Comparison compared = like.comparison();
        MatchableClaim claim = like.found().claim();
        List<Agreement> same = new ArrayList<>();
        if (like.found().exact()) {
            same.add(new Agreement(Aspect.TEXT, claim.wording()));
        }
        if (like.get(Trait.SPEAKER_SAME) > 0) {
            same.add(new Agreement(Aspect.SPEAKER, claim.speaker()));
        }
        compared.times().same().forEach(time -> same.add(new Agreement(aspect(time, claim), time.words())));
        List<Quantity> numbers = compared.times().uncovered(compared.numbersShared());
        if (!numbers.isEmpty()) {
            same.add(new Agreement(Aspect.NUMBER, words(numbers)));
        }
        if (!compared.yearsShared().isEmpty()) {
            same.add(new Agreement(
                    claim.deadline() != null ? Aspect.DEADLINE : Aspect.YEAR, words(compared.yearsShared())));
        }
        String names = capitals(compared.namesShared().stream());
        if (!names.isEmpty()) {
            same.add(new Agreement(Aspect.NAME, names));
        }
        return same;
    }

    private static List<Difference> different(Utterance utterance, Likeness like) {
        Comparison compared = like.comparison();
        MatchableClaim claim = like.found().claim();
        List<Difference> different = new ArrayList<>();
        if (compared.deniedByOne()) {
            different.add(new Difference(
                    Aspect.NEGATION,
                    compared.deniedHere() ? "denied" : "said",
                    compared.deniedHere() ? "said" : "denied"));
        }
        compared.rivals()
                .forEach(rival -> different.add(new Difference(Aspect.DIRECTION, rival.here(), rival.onRecord())));
        Timespans.Meeting times = compared.times().apart();
        if (times != null) {
            different.add(new Difference(
                    aspect(times, claim), times.here().words(), times.onRecord().words()));
        }
        if (compared.countsApart() != null) {
            different.add(difference(Aspect.NUMBER, compared.countsApart()));
        }
        if (compared.yearsRival()) {
            different.add(difference(claim.deadline() != null ? Aspect.DEADLINE : Aspect.YEAR, compared.yearsApart()));
        }
        if (like.get(Trait.SPEAKER_OTHER) > 0) {
            different.add(new Difference(Aspect.SPEAKER, utterance.speaker(), claim.speaker()));
        }
        if (compared.namesRival()) {
            Comparison.Pair names = compared.namesApart();
            String here = capitals(Stream.of(names.here().split(", ")));
            String onRecord = capitals(Stream.of(names.onRecord().split(", ")));
            if (!here.isEmpty() && !onRecord.isEmpty()) {
                different.add(new Difference(Aspect.NAME, here, onRecord));
            }
        }
        return different;
    }

    private static Difference difference(Aspect aspect, Comparison.Pair apart) {
        return new Difference(aspect, apart.here(), apart.onRecord());
    }

    /** How long something takes is a number, unless it was promised. */
    private static Aspect aspect(Timespans.Meeting times, MatchableClaim claim) {
        return claim.deadline() != null || times.isLimit() ? Aspect.DEADLINE : Aspect.NUMBER;
    }

    private static String words(List<Quantity> quantities) {
        return quantities.stream().map(Quantity::words).distinct().collect(Collectors.joining(", "));
    }

    /** "I" has a capital too and names nobody. */
    private static String capitals(Stream<String> names) {
        return names.filter(name -> name.length() > 1)
                .limit(NAMES)
                .map(Reasons::capital)
                .collect(Collectors.joining(", "));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
