package org.ontherecord.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The lengths of time an utterance and a claim speak of, side by side, in whatever units. They are shown and do not rank.
 *
 * @param same each of the utterance's that the claim has too
 * @param apart one of each that cannot be the same, limits first; or null
 * @param all those of both
 */
record Timespans(List<Meeting> same, Meeting apart, List<Timespan> all) {
    private static final Timespans NONE = new Timespans(List.of(), null, List.of());

    /** One here and one on record. */
    record Meeting(Timespan here, Timespan onRecord) {
        boolean isLimit() {
            return here.limit() && onRecord.limit();
        }

        /** "24 hours", or "one day = 24 hours" where the units differ. */
        String words() {
            return here.words().equals(onRecord.words()) ? here.words() : here.words() + " = " + onRecord.words();
        }
    }

    static Timespans of(List<String> said, MatchableClaim claim) {
        List<Timespan> here = Timespan.in(said);
        if (here.isEmpty()) {
            return NONE;
        }
        List<Timespan> onRecord = Stream.concat(Stream.of(claim.wording(), claim.title()), claim.quotes().stream())
                .filter(Objects::nonNull)
                .flatMap(text -> Timespan.in(Wording.wordsOf(text)).stream())
                .distinct()
                .toList();
        List<Meeting> same = new ArrayList<>();
        for (Timespan one : here) {
            onRecord.stream()
                    .filter(other -> one.isSame(other) && same.stream().noneMatch(met -> met.here.isSame(one)))
                    .min((first, second) -> Boolean.compare(
                            second.words().equals(one.words()), first.words().equals(one.words())))
                    .ifPresent(other -> same.add(new Meeting(one, other)));
        }
        return new Timespans(
                same,
                apart(without(here, onRecord), without(onRecord, here)),
                Stream.concat(here.stream(), onRecord.stream()).toList());
    }

    /** Without those that are told here as lengths of time. */
    List<Quantity> uncovered(List<Quantity> quantities) {
        return all.isEmpty()
                ? quantities
                : quantities.stream().filter(one -> !isCovered(one)).toList();
    }

    private boolean isCovered(Quantity quantity) {
        if (!quantity.kind().isEmpty() && !quantity.isTime()) {
            return false;
        }
        String words = " " + String.join(" ", Wording.wordsOf(quantity.words())) + " ";
        return all.stream().anyMatch(span -> (" " + span.words() + " ").contains(words));
    }

    private static List<Timespan> without(List<Timespan> some, List<Timespan> others) {
        return some.stream()
                .filter(one -> others.stream().noneMatch(one::isSame))
                .toList();
    }

    private static Meeting apart(List<Timespan> here, List<Timespan> onRecord) {
        Meeting first = null;
        for (Timespan one : here) {
            for (Timespan other : onRecord) {
                if (one.isOther(other)) {
                    if (one.limit() && other.limit()) {
                        return new Meeting(one, other);
                    }
                    first = first == null ? new Meeting(one, other) : first;
                }
            }
        }
        return first;
    }
}
