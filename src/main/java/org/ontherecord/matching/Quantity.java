package org.ontherecord.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a text means it: "$1.2 trillion", "1,200 billion dollars" and "three percent" in digits, with the kind of thing
 * that is counted where the words beside it tell. Years stand for themselves.
 *
 * @param value in ones
 * @param kind "%", "points", "hour" to "year", "currency", or empty
 * @param words as written
 */
record Quantity(double value, String kind, String words) {

    static final String YEAR_NUMBER = "calendar";

    private static final double ALIKE = 0.004;
    private static final int MOST = 40;
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d.,])([$€£]?)(\\d{1,15}(?:[.,\u00a0\u202f]\\d{1,6}){0,5})"
                    + "(?:[ \u00a0-]?(%|[\\p{L}]{1,20}))?(?:[ \u00a0-]([\\p{L}]{1,20}))?");
    private static final Pattern SPELLED =
            Pattern.compile("(?<!\\p{L})([\\p{L}]{2,20})(?:[ -]([\\p{L}]{1,20}))?(?:[ -]([\\p{L}]{1,20}))?");

    private static final Map<String, Double> SCALES = Map.ofEntries(
            Map.entry("hundred", 1e2),
            Map.entry("thousand", 1e3),
            Map.entry("k", 1e3),
            Map.entry("tausend", 1e3),
            Map.entry("mille", 1e3),
            Map.entry("mil", 1e3),
            Map.entry("million", 1e6),
            Map.entry("millionen", 1e6),
            Map.entry("millions", 1e6),
            Map.entry("millones", 1e6),
            Map.entry("millon", 1e6),
            Map.entry("mn", 1e6),
            Map.entry("m", 1e6),
            Map.entry("billion", 1e9),
            Map.entry("billions", 1e9),
            Map.entry("bn", 1e9),
            Map.entry("b", 1e9),
            Map.entry("milliarde", 1e9),
            Map.entry("milliarden", 1e9),
            Map.entry("milliard", 1e9),
            Map.entry("milliards", 1e9),
            Map.entry("trillion", 1e12),
            Map.entry("trillions", 1e12),
            Map.entry("dozen", 12.0));
    private static final Map<String, Double> SPELT = Map.ofEntries(
            Map.entry("two", 2.0),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0),
            Map.entry("eleven", 11.0),
            Map.entry("twelve", 12.0),
            Map.entry("fifteen", 15.0),
            Map.entry("twenty", 20.0),
            Map.entry("thirty", 30.0),
            Map.entry("forty", 40.0),
            Map.entry("fifty", 50.0),
            Map.entry("sixty", 60.0),
            Map.entry("seventy", 70.0),
            Map.entry("eighty", 80.0),
            Map.entry("ninety", 90.0),
            Map.entry("hundred", 100.0),
            Map.entry("zwei", 2.0),
            Map.entry("drei", 3.0),
            Map.entry("vier", 4.0),
            Map.entry("funf", 5.0),
            Map.entry("sechs", 6.0),
            Map.entry("sieben", 7.0),
            Map.entry("acht", 8.0),
            Map.entry("neun", 9.0),
            Map.entry("zehn", 10.0),
            Map.entry("zwolf", 12.0),
            Map.entry("deux", 2.0),
            Map.entry("trois", 3.0),
            Map.entry("quatre", 4.0),
            Map.entry("cinq", 5.0),
            Map.entry("sept", 7.0),
            Map.entry("huit", 8.0),
            Map.entry("neuf", 9.0),
            Map.entry("dix", 10.0),
            Map.entry("dos", 2.0),
            Map.entry("tres", 3.0),
            Map.entry("cuatro", 4.0),
            Map.entry("cinco", 5.0),
            Map.entry("seis", 6.0),
            Map.entry("siete", 7.0),
            Map.entry("ocho", 8.0),
            Map.entry("nueve", 9.0),
            Map.entry("diez", 10.0));
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("%", "%"),
            Map.entry("percent", "%"),
            Map.entry("per", "%"),
            Map.entry("pct", "%"),
            Map.entry("prozent", "%"),
            Map.entry("pour", "%"),
            Map.entry("por", "%"),
            Map.entry("percentage", "points"),
            Map.entry("prozentpunkte", "points"),
            Map.entry("points", "points"),
            Map.entry("hour", "hour"),
            Map.entry("hours", "hour"),
            Map.entry("stunden", "hour"),
            Map.entry("heures", "hour"),
            Map.entry("horas", "hour"),
            Map.entry("day", "day"),
            Map.entry("days", "day"),
            Map.entry("tage", "day"),
            Map.entry("tagen", "day"),
            Map.entry("jours", "day"),
            Map.entry("dias", "day"),
            Map.entry("week", "week"),
            Map.entry("weeks", "week"),
            Map.entry("wochen", "week"),
            Map.entry("semaines", "week"),
            Map.entry("semanas", "week"),
            Map.entry("month", "month"),
            Map.entry("months", "month"),
            Map.entry("monate", "month"),
            Map.entry("monaten", "month"),
            Map.entry("mois", "month"),
            Map.entry("meses", "month"),
            Map.entry("year", "year"),
            Map.entry("years", "year"),
            Map.entry("jahre", "year"),
            Map.entry("jahren", "year"),
            Map.entry("ans", "year"),
            Map.entry("annees", "year"),
            Map.entry("anos", "year"),
            Map.entry("dollars", "currency"),
            Map.entry("euros", "currency"),
            Map.entry("euro", "currency"),
            Map.entry("pounds", "currency"));

    /** The first numbers of a text, at most {@value #MOST}. */
    static List<Quantity> in(String text) {
        List<Quantity> found = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find() && found.size() < MOST) {
            OptionalDouble value = digits(number.group(2));
            value.ifPresent(plain -> found.add(quantity(
                    plain,
                    number.group(1).isEmpty() ? "" : "currency",
                    folded(number.group(3)),
                    folded(number.group(4)),
                    written(number, 3))));
        }
        Matcher spelled = SPELLED.matcher(text);
        int from = 0;
        while (found.size() < MOST && spelled.find(from)) {
            Double value = SPELT.get(folded(spelled.group(1)));
            if (value != null) {
                found.add(quantity(value, "", folded(spelled.group(2)), folded(spelled.group(3)), written(spelled, 2)));
            }
            from = spelled.end(1);
        }
        return found;
    }

    /** The number with the word after it, and one more where that only scales. */
    private static String written(Matcher match, int word) {
        boolean scaled = SCALES.containsKey(folded(match.group(word)));
        int end = scaled && match.group(word + 1) != null || match.group(word) == null ? match.end() : match.end(word);
        return match.group().substring(0, end - match.start()).strip();
    }

    boolean isYear() {
        return kind.equals(YEAR_NUMBER);
    }

    boolean isTime() {
        return switch (kind) {
            case "hour", "day", "week", "month", "year" -> true;
            default -> false;
        };
    }

    /** The same number, of kinds that can be the same: "$3" is not "3 %", but may be "3". */
    boolean agrees(Quantity other) {
        return Math.abs(value - other.value) <= ALIKE * Math.max(Math.abs(value), Math.abs(other.value))
                && (kind.equals(other.kind) || kind.isEmpty() || other.kind.isEmpty() || bothOfMoney(other));
    }

    private boolean bothOfMoney(Quantity other) {
        return kind.equals("currency") && other.kind.equals("currency");
    }

    /** What a word for a number stands for, or null. */
    static Double spelt(String word) {
        return SPELT.get(word);
    }

    private static Quantity quantity(double plain, String mark, String next, String afterNext, String words) {
        Double scale = SCALES.get(next);
        double value = scale == null ? plain : plain * scale;
        String beside = scale == null ? next : afterNext;
        String kind = mark.isEmpty() ? KINDS.getOrDefault(beside, "") : mark;
        if (kind.equals("%") && (beside.equals("percentage") || afterNext.startsWith("point"))) {
            kind = "points";
        }
        boolean year = scale == null
                && kind.isEmpty()
                && plain >= 1900
                && plain < 2100
                && plain == Math.rint(plain)
                && words.matches("\\D*\\d{4}(\\D.*)?");
        return new Quantity(value, year ? YEAR_NUMBER : kind, year ? String.valueOf((int) plain) : words);
    }

    /** "1,200" and "1.200" are thousands, "1.2" and "1,2" are not. */
    static OptionalDouble digits(String written) {
        String plain = written.replaceAll("[\u00a0\u202f]", "");
        boolean groups =
                plain.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?") || plain.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?");
        if (groups) {
            boolean commas =
                    plain.indexOf(',') >= 0 && (plain.indexOf('.') < 0 || plain.indexOf(',') < plain.indexOf('.'));
            plain = commas ? plain.replace(",", "") : plain.replace(".", "").replace(',', '.');
        } else {
            plain = plain.replace(',', '.');
        }
        try {
            return OptionalDouble.of(Double.parseDouble(plain));
        } catch (NumberFormatException severalPoints) {
            return OptionalDouble.empty();
        }
    }

    private static String folded(String word) {
        return word == null
                ? ""
                : Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "");
    }
}
