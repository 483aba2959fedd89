package org.ontherecord.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An utterance and the text of a claim that is nearest to it in letters, side by side: what both say, and what only one can
 * mean. Negation, numbers, years, names and rival words are found by their forms; what they govern is for a person to judge.
 *
 * @param numbersApart by which claims are ranked
 * @param countsApart the same to be shown, where lengths of time are told by {@code times}
 */
record Comparison(
        double trigrams,
        double trigramsOfClaim,
        int wordPairs,
        int claimWords,
        List<Quantity> numbersShared,
        Pair numbersApart,
        int numbersMissing,
        List<Quantity> yearsShared,
        Pair yearsApart,
        List<String> namesShared,
        List<String> namesMissing,
        Pair namesApart,
        boolean namesSwapped,
        boolean deniedByOne,
        boolean deniedHere,
        List<Pair> rivals,
        Timespans times,
        Pair countsApart) {

    /** What stands here and what on record in its place. */
    record Pair(String here, String onRecord) {}

    private static final int NAMES_SHOWN = 3;

    boolean numbersRival() {
        return numbersApart != null;
    }

    boolean yearsRival() {
        return yearsApart != null;
    }

    /** How many things cannot both be right. */
    int rivalries() {
        return rivals.size()
                + (numbersRival() ? 1 : 0)
                + (yearsRival() ? 1 : 0)
                + (deniedByOne ? 1 : 0)
                + (namesSwapped ? 1 : 0);
    }

    boolean namesRival() {
        return namesApart != null;
    }

    static Comparison of(Utterance utterance, Wording said, MatchableClaim claim) {
        Wording onRecord = Wording.onRecord(claim.wording());
        double alike = shared(said.trigrams(), onRecord.trigrams());
        for (String quote : claim.quotes()) {
            Wording quoted = Wording.onRecord(quote);
            double like = shared(said.trigrams(), quoted.trigrams());
            if (like > alike) {
                onRecord = quoted;
                alike = like;
            }
        }
        String title = claim.title() == null ? "" : claim.title();
        return of(said, onRecord, Wording.onRecord(title), utterance.speaker(), Timespans.of(said.words(), claim));
    }

    private static Comparison of(Wording said, Wording onRecord, Wording title, String speaker, Timespans times) {
        List<Quantity> numbers = said.quantities().stream()
                .filter(here -> hasAny(onRecord.quantities(), here) || hasAny(title.quantities(), here))
                .toList();
        List<Quantity> apartHere = said.quantities().stream()
                .filter(here -> !hasAny(onRecord.quantities(), here))
                .toList();
        List<Quantity> apartThere = onRecord.quantities().stream()
                .filter(there -> !hasAny(said.quantities(), there))
                .toList();
        List<Quantity> years = said.years().stream()
                .filter(here -> onRecord.years().contains(here) || title.years().contains(here))
                .toList();
        Set<String> words = new HashSet<>(said.words());
        Set<String> known = new HashSet<>(onRecord.words());
        known.addAll(title.words());
        List<String> namesShared = Stream.concat(onRecord.names().stream(), title.names().stream())
                .distinct()
                .filter(words::contains)
                .toList();
        List<String> namesMissing =
                onRecord.names().stream().filter(name -> !words.contains(name)).toList();
        String family = speaker == null ? "" : SpeakerNames.family(speaker);
        List<String> namesHere = said.names().stream()
                .filter(name -> !known.contains(name) && !name.equals(family))
                .toList();
        List<String> namesThere =
                namesMissing.stream().filter(name -> !name.equals(family)).toList();
        return new Comparison(
                jaccard(said.trigrams(), onRecord.trigrams()),
                onRecord.trigrams().isEmpty()
                        ? 0
                        : shared(said.trigrams(), onRecord.trigrams())
                                / onRecord.trigrams().size(),
                (int) shared(said.pairs(), onRecord.pairs()),
                onRecord.words().size(),
                numbers,
                apart(apartHere, apartThere),
                apartThere.size(),
                years,
                said.years().isEmpty() || onRecord.years().isEmpty() || !years.isEmpty()
                        ? null
                        : new Pair(words(said.years()), words(onRecord.years())),
                namesShared,
                namesMissing,
                namesHere.isEmpty() || namesThere.isEmpty() ? null : new Pair(some(namesHere), some(namesThere)),
                swapped(said, onRecord),
                said.denied() != onRecord.denied(),
                said.denied(),
                rivals(said, onRecord),
                times,
                apart(times.uncovered(apartHere), times.uncovered(apartThere)));
    }

    /** Numbers of one kind stand against each other, if there are any; else the first of each. */
    private static Pair apart(List<Quantity> here, List<Quantity> there) {
        if (here.isEmpty() || there.isEmpty()) {
            return null;
        }
        for (Quantity one : here) {
            for (Quantity other : there) {
                if (one.kind().equals(other.kind())) {
                    return new Pair(one.words(), other.words());
                }
            }
        }
        return new Pair(here.get(0).words(), there.get(0).words());
    }

    private static boolean hasAny(List<Quantity> quantities, Quantity one) {
        return quantities.stream().anyMatch(one::agrees);
    }

    /** Two names both know stand in the other order, and neither sentence turns itself round with "by". */
    private static boolean swapped(Wording said, Wording onRecord) {
        List<String> both = said.capitals().stream()
                .filter(name -> onRecord.capitals().contains(name)
                        && (said.names().contains(name) || onRecord.names().contains(name)))
                .toList();
        if (both.size() < 2 || said.words().contains("by") != onRecord.words().contains("by")) {
            return false;
        }
        List<String> there = onRecord.capitals().stream().filter(both::contains).toList();
        return !there.equals(both);
    }

    private static List<Pair> rivals(Wording said, Wording onRecord) {
        List<Pair> rivals = new ArrayList<>();
        for (String rivalry : said.poles().stream()
                .map(Rivals.Pole::rivalry)
                .distinct()
                .sorted()
                .toList()) {
            List<Rivals.Pole> here = side(said, rivalry);
            List<Rivals.Pole> there = side(onRecord, rivalry);
            boolean meet = here.stream().anyMatch(one -> there.stream().anyMatch(other -> one.side() == other.side()));
            if (!there.isEmpty() && !meet) {
                rivals.add(new Pair(here.get(0).word(), there.get(0).word()));
            }
        }
        return rivals;
    }

    private static List<Rivals.Pole> side(Wording wording, String rivalry) {
        return wording.poles().stream()
                .filter(pole -> pole.rivalry().equals(rivalry))
                .sorted(Comparator.comparingInt(Rivals.Pole::side))
                .toList();
    }

    private static String words(Set<Quantity> years) {
        return years.stream().map(Quantity::words).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String some(List<String> names) {
        return names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    }

    private static <T> double shared(Set<T> one, Set<T> other) {
        Set<T> fewer = one.size() < other.size() ? one : other;
        Set<T> more = fewer == one ? other : one;
        int shared = 0;
        for (T element : fewer) {
            if (more.contains(element)) {
                shared++;
            }
        }
        return shared;
    }

    private static <T> double jaccard(Set<T> one, Set<T> other) {
        double shared = shared(one, other);
        return one.isEmpty() || other.isEmpty() ? 0 : shared / (one.size() + other.size() - shared);
    }
}
