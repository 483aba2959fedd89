package org.ontherecord.matching;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What an utterance and one claim found for it have in common, in numbers ({@link Trait}) and in words ({@link Comparison}). */
record Likeness(FoundClaim found, Comparison comparison, double[] traits) {
    /** Of what was found, so many are compared word by word; of the right answers found they hold all but one in a hundred. */
    static final int COMPARED = 80;

    /** How much the sentences around count beside the utterance, chosen on training data. */
    private static final double AROUND_WORDS = 0.4;

    private static final double AROUND_MEANING = 0.5;

    /** Texts that share so many runs of letters were made of one another, or of a third. */
    private static final double TWIN = 0.6;

    /** The most likely claims by the traits that cost nothing, in no order, those with exactly the same text among them. */
    static List<Likeness> of(Utterance utterance, List<FoundClaim> rawlyFound) {
        List<FoundClaim> found = MissingMeanings.filledIn(rawlyFound);
        var lexical = stretched(found, FoundClaim::lexical);
        var lexicalAround = stretched(found, one -> one.lexical() + AROUND_WORDS * one.lexicalAround());
        var meaning = stretched(found, one -> one.meaning().best());
        var meaningAround = stretched(found, one -> one.meaning().best() + AROUND_MEANING * one.meaningAround());
        var judged = stretched(found, one -> one.judgement().best());
        ToDoubleFunction<FoundClaim> rough = one -> (one.exact() ? 10 : 0)
                + lexical.applyAsDouble(one)
                + 0.6 * meaning.applyAsDouble(one)
                + 0.5 * judged.applyAsDouble(one)
                + 0.5 * lexicalAround.applyAsDouble(one)
                + 0.5 * meaningAround.applyAsDouble(one)
                + (utterance.speaker() != null && SpeakerNames.same(one.claim(), utterance.speaker()) ? 0.3 : 0)
                + (days(utterance, one.claim()) <= 14 ? 0.5 : 0);
        // A claim without a day is neither near nor far.
        double usualDays = found.stream()
                .mapToLong(one -> days(utterance, one.claim()))
                .filter(days -> days < Long.MAX_VALUE)
                .mapToDouble(Math::log1p)
                .average()
                .orElse(0);
        // Nor is one of nobody's often or seldom quoted.
        double usuallyOften = utterance.speaker() != null
                ? 0
                : found.stream()
                        .filter(one -> one.claim().speaker() != null)
                        .mapToDouble(Likeness::often)
                        .average()
                        .orElse(0);
        Wording said = Wording.of(utterance.text());
        Map<FoundClaim, Double> order = new IdentityHashMap<>();
        found.forEach(one -> order.put(one, rough.applyAsDouble(one)));
        return found.stream()
                .sorted(Comparator.<FoundClaim, Double>comparing(order::get)
                        .reversed()
                        .thenComparing(one -> one.claim().number()))
                .limit(COMPARED)
                .map(one -> {
                    var traits = new EnumMap<Trait, Double>(Trait.class);
                    traits.put(Trait.LEXICAL_AROUND_STRETCHED, lexicalAround.applyAsDouble(one));
                    traits.put(Trait.MEANING_AROUND_STRETCHED, meaningAround.applyAsDouble(one));
                    traits.put(Trait.JUDGED_STRETCHED, judged.applyAsDouble(one));
                    Comparison comparison = Comparison.of(utterance, said, one.claim());
                    measure(utterance, said, one, comparison, traits);
                    traits.putIfAbsent(Trait.DAYS, usualDays);
                    traits.putIfAbsent(Trait.SPEAKER_OFTEN, usuallyOften);
                    return new Likeness(one, comparison, numbers(traits));
                })
                .toList();
    }

    double get(Trait trait) {
        return traits[trait.ordinal()];
    }

    private static double[] numbers(Map<Trait, Double> traits) {
        double[] numbers = new double[Trait.values().length];
        traits.forEach((trait, number) -> numbers[trait.ordinal()] = number);
        return numbers;
    }

    private static void measure(
            Utterance utterance, Wording said, FoundClaim found, Comparison compared, Map<Trait, Double> traits) {
        MatchableClaim claim = found.claim();
        traits.put(Trait.LEXICAL, found.lexical());
        traits.put(Trait.MEANING, found.meaning().best());
        traits.put(Trait.MEANING_OF_WORDING, found.meaning().wording());
        traits.put(Trait.MEANING_OF_TITLE, found.meaning().title());
        traits.put(Trait.MEANING_AROUND, found.meaningAround());
        traits.put(Trait.JUDGED, found.judgement().best());
        traits.put(Trait.JUDGED_OF_WORDING, found.judgement().wording());
        traits.put(Trait.JUDGED_OF_TITLE, found.judgement().title());
        traits.put(Trait.TRIGRAMS_OF_CLAIM, compared.trigramsOfClaim());
        traits.put(Trait.WORD_PAIRS, Math.log1p(compared.wordPairs()));
        traits.put(Trait.NUMBERS_SHARED, (double) compared.numbersShared().size());
        traits.put(Trait.NUMBERS_RIVAL, flag(compared.numbersRival()));
        traits.put(Trait.NUMBERS_MISSING, (double) Math.min(5, compared.numbersMissing()));
        traits.put(Trait.YEARS_SHARED, (double) compared.yearsShared().size());
        traits.put(Trait.NAMES_SHARED, Math.log1p(compared.namesShared().size()));
        traits.put(Trait.NAMES_MISSING, Math.log1p(compared.namesMissing().size()));
        traits.put(Trait.NAMES_SWAPPED, flag(compared.namesSwapped()));
        double likeWords = compared.trigrams();
        double twin = likeWords >= TWIN ? likeWords : 0;
        traits.put(Trait.RIVAL_IN_LIKE_WORDS, Math.min(3, compared.rivalries()) * likeWords);
        traits.put(Trait.RIVAL_OF_TWIN, compared.rivalries() > 0 ? twin : 0);
        traits.put(Trait.NAMES_RIVAL_OF_TWIN, flag(compared.namesRival()) * twin);
        if (utterance.speaker() == null && claim.speaker() != null) {
            traits.put(Trait.SPEAKER_OFTEN, often(found));
        }
        measureTimeAndSpeaker(utterance, said, claim, traits);
        traits.put(Trait.CLAIM_LENGTH, Math.log1p(compared.claimWords()));
    }

    private static void measureTimeAndSpeaker(
            Utterance utterance, Wording said, MatchableClaim claim, Map<Trait, Double> traits) {
        long days = days(utterance, claim);
        if (days < Long.MAX_VALUE) {
            long later = ChronoUnit.DAYS.between(utterance.saidOn(), claim.saidOn());
            traits.put(Trait.DAYS, Math.log1p(days));
            traits.put(Trait.WITHIN_DAYS, flag(later >= -1 && later <= 4));
            traits.put(Trait.WITHIN_WEEKS, flag(later >= -3 && later <= 14));
            traits.put(Trait.WITHIN_MONTHS, flag(later >= -10 && later <= 60));
            traits.put(Trait.CLAIM_BEFORE, flag(later < -5));
        }
        String speaker = utterance.speaker();
        boolean bothKnown = speaker != null && claim.speaker() != null;
        boolean same = bothKnown && SpeakerNames.same(claim, speaker);
        traits.put(Trait.SPEAKER_SAME, flag(same));
        traits.put(Trait.SPEAKER_OTHER, flag(bothKnown && !same));
        Set<String> words = new HashSet<>(said.words());
        boolean named = claim.speaker() != null && words.contains(SpeakerNames.family(claim.speaker()))
                || speaker != null && claim.wording().toLowerCase(Locale.ROOT).contains(family(speaker));
        traits.put(Trait.SPEAKER_NAMED, flag(named));
    }

    private static double often(FoundClaim found) {
        return SpeakerNames.isPersons(found.claim().speaker()) ? Math.log1p(found.ofSpeaker()) : 0;
    }

    private static String family(String speaker) {
        String family = SpeakerNames.family(speaker);
        return family.isEmpty() ? "\0" : family;
    }

    private static long days(Utterance utterance, MatchableClaim claim) {
        return utterance.saidOn() == null || claim.saidOn() == null
                ? Long.MAX_VALUE
                : Math.abs(ChronoUnit.DAYS.between(utterance.saidOn(), claim.saidOn()));
    }

    private static double flag(boolean set) {
        return set ? 1 : 0;
    }

    /** From 0 to 1 over the best hundred of what was found. */
    static ToDoubleFunction<FoundClaim> stretched(List<FoundClaim> found, ToDoubleFunction<FoundClaim> measured) {
        List<Double> best = new ArrayList<>(found.stream()
                .map(measured::applyAsDouble)
                .sorted(Comparator.reverseOrder())
                .toList());
        if (best.isEmpty()) {
            return one -> 0;
        }
        double most = best.get(0);
        double least = best.get(Math.min(best.size(), 100) - 1);
        return one -> most > least ? Math.max(0, (measured.applyAsDouble(one) - least) / (most - least)) : 0;
    }
}
