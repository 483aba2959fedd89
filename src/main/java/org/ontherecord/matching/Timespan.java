package org.ontherecord.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A length of time as a text gives it: "24 hours", "within a fortnight", "by tomorrow", in the words of
 * {@code matching/timespans.txt}.
 *
 * @param length in months, or else in hours: how long a month is nobody says
 * @param words as said, in small letters, without what leads to it
 * @param limit whether something is to happen within it
 */
record Timespan(double length, boolean ofMonths, String words, boolean limit) {
    private static final int MOST = 10;
    private static final double HOURS_A_DAY = 24;
    private static final double DAYS_A_YEAR = 365;
    private static final double SHORTEST_MONTH = 28;
    private static final double LONGEST_MONTH = 31;

    private record Unit(double length, boolean ofMonths) {}

    private record Amount(double value, int from) {}

    private static final Map<String, Unit> UNITS = new HashMap<>();
    private static final Map<String, Double> NUMBERS = new HashMap<>();
    private static final Map<String, Set<String>> LISTS = new HashMap<>();

    static {
        Rivals.lines("timespans.txt").forEach(Timespan::read);
    }

    /** The first of a text, at most {@value #MOST}; its words as {@link Wording#wordsOf} takes them apart. */
    static List<Timespan> in(List<String> words) {
        boolean promised = words.stream().anyMatch(word -> is("promised", word));
        List<Timespan> found = new ArrayList<>();
        for (int i = 1; i < words.size() && found.size() < MOST; i++) {
            Unit unit = unitAt(words, i);
            Timespan span = unit != null
                    ? of(words, i, unit, promised)
                    : is("tomorrow", words.get(i)) && is("by", words.get(i - 1))
                            ? new Timespan(HOURS_A_DAY, false, words.get(i), true)
                            : null;
            if (span != null) {
                found.add(span);
            }
        }
        return found;
    }

    /** The same length, whatever its units: 24 hours are one day, 12 months a year, 365 days too. */
    boolean isSame(Timespan other) {
        return ofMonths == other.ofMonths
                ? Math.abs(length - other.length) < .01 * Math.max(length, other.length)
                : ofMonths ? other.isYears(length) : isYears(other.length);
    }

    /** Certainly another length; 30 days and a month are neither the same nor another. */
    boolean isOther(Timespan other) {
        return !isSame(other)
                && (ofMonths == other.ofMonths
                        || longestDays() < other.shortestDays()
                        || other.longestDays() < shortestDays());
    }

    private boolean isYears(double months) {
        return Math.abs(length / HOURS_A_DAY / DAYS_A_YEAR - months / 12) < .001;
    }

    private double shortestDays() {
        return ofMonths ? Math.max(length * SHORTEST_MONTH, length * 30.4 - 2.4) : length / HOURS_A_DAY;
    }

    private double longestDays() {
        return ofMonths ? Math.min(length * LONGEST_MONTH, length * 30.5 + 1.5) : length / HOURS_A_DAY;
    }

    /** "An" is a year in "un an" and nothing in "15 an hour". */
    private static Unit unitAt(List<String> words, int at) {
        String word = words.get(at);
        return is("one", word) && !words.get(at - 1).equals("un") ? null : UNITS.get(word);
    }

    private static Timespan of(List<String> words, int at, Unit unit, boolean promised) {
        Amount counted = amountBefore(words, at);
        boolean dayOne =
                counted == null && at + 1 < words.size() && words.get(at + 1).equals("one");
        Amount amount = dayOne ? new Amount(1, at) : counted;
        if (amount == null) {
            return null;
        }
        int end = at + (dayOne ? 2 : 1);
        boolean andAHalf = end + 2 < words.size()
                && words.get(end).equals("and")
                && is("one", words.get(end + 1))
                && is("half", words.get(end + 2));
        end += andAHalf ? 3 : 0;
        boolean gone = end < words.size() && is("gone", words.get(end));
        int lead = leadBefore(words, amount.from());
        boolean within = dayOne || lead >= 0 && isLimit(words.subList(lead, at), promised);
        if (lead < 0 && !dayOne && needsLead(words.subList(amount.from(), at))
                || !within && is("first", words.get(amount.from()))) {
            return null;
        }
        return new Timespan(
                unit.length() * (amount.value() + (andAHalf ? .5 : 0)),
                unit.ofMonths(),
                String.join(" ", words.subList(amount.from(), end)),
                within && !gone);
    }

    /** The number that ends before a place; "half a", "the first" and "a" are numbers here too. */
    private static Amount amountBefore(List<String> words, int end) {
        String last = words.get(end - 1);
        String before = end < 2 ? "" : words.get(end - 2);
        if (is("one", last)) {
            return is("half", before) ? new Amount(.5, end - 2) : new Amount(1, is("one", before) ? end - 2 : end - 1);
        }
        if (is("half", last)) {
            return new Amount(.5, is("one", before) ? end - 2 : end - 1);
        }
        if (is("first", last)) {
            return new Amount(1, end - 1);
        }
        OptionalDouble digits = Character.isDigit(last.charAt(0)) ? Quantity.digits(last) : OptionalDouble.empty();
        if (digits.isPresent()) {
            return isYear(last) ? null : new Amount(digits.getAsDouble(), end - 1);
        }
        Double spelt = spelt(last);
        Double more = spelt(before);
        if (spelt == null || more == null) {
            return spelt == null ? null : new Amount(spelt, end - 1);
        }
        return spelt == 100
                ? new Amount(more * spelt, end - 2)
                : spelt < 10 && more >= 10 && more < 100 && more % 10 == 0
                        ? new Amount(more + spelt, end - 2)
                        : new Amount(spelt, end - 1);
    }

    /** "In 2019. Days later" is not 2019 days. */
    private static boolean isYear(String word) {
        return word.length() == 4 && (word.startsWith("19") || word.startsWith("20"));
    }

    /** Where the words begin that lead to a number, or -1 where none do. */
    private static int leadBefore(List<String> words, int from) {
        for (int i = from - 1; i >= 0; i--) {
            String word = words.get(i);
            if (is("within", word) || is("in", word) || is("past", word)) {
                return i;
            }
            if (!is("between", word)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isLimit(List<String> lead, boolean promised) {
        return lead.stream().noneMatch(word -> is("past", word))
                && (promised || lead.stream().anyMatch(word -> is("within", word)));
    }

    /** "a day", "one day", "half a year", "first day": lengths of time only after such as "in". */
    private static boolean needsLead(List<String> amount) {
        return amount.stream().allMatch(word -> is("one", word) || is("half", word) || is("first", word));
    }

    private static Double spelt(String word) {
        Double known = NUMBERS.get(word);
        return known == null ? Quantity.spelt(word) : known;
    }

    private static boolean is(String list, String word) {
        return LISTS.getOrDefault(list, Set.of()).contains(word);
    }

    private static void read(String line) {
        String[] head = line.substring(0, line.indexOf(':')).split(" ");
        Stream<String> words =
                Stream.of(line.substring(line.indexOf(':') + 1).strip().split(" "));
        switch (head[0]) {
            case "hours", "months" -> {
                var unit = new Unit(Double.parseDouble(head[1]), head[0].equals("months"));
                words.forEach(word -> UNITS.put(word, unit));
            }
            case "number" -> words.forEach(word -> NUMBERS.put(word, Double.valueOf(head[1])));
            default -> LISTS.put(head[0], new HashSet<>(words.toList()));
        }
    }
}
