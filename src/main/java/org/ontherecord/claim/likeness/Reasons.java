package org.ontherecord.claim.likeness;

import java.util.ArrayList;
import java.util.List;

import org.ontherecord.matching.Match;

/** What agrees and what differs between an utterance and a claim, in words a person can judge. */
final class Reasons {
    private static final int LONGEST = 60;

    private Reasons() {}

    /** "same speaker", "same number: 400", then how much of wording and meaning is shared. */
    static List<String> same(Match match) {
        List<String> words = new ArrayList<>();
        for (Match.Agreement agreement : match.same()) {
            String said = switch (agreement.aspect()) {
                case TEXT -> "same words";
                case SPEAKER -> "same speaker";
                case NUMBER -> "same number" + quoted(agreement.words());
                case YEAR -> "same year" + quoted(agreement.words());
                case DEADLINE -> "same deadline" + quoted(agreement.words());
                case NAME -> "same name" + quoted(agreement.words());
                case NEGATION -> "both deny it";
                case DIRECTION -> "same direction" + quoted(agreement.words());
            };
            words.add(said);
        }
        if (match.wordingPercent() > 0) {
            words.add("wording " + match.wordingPercent() + " %");
        }
        if (match.meaningPercent() > 0) {
            words.add("meaning " + match.meaningPercent() + " %");
        }
        return List.copyOf(words);
    }

    /** "different deadline: 2027 here, 2030 there". */
    static List<String> different(Match match) {
        List<String> words = new ArrayList<>();
        for (Match.Difference difference : match.different()) {
            String said = switch (difference.aspect()) {
                case TEXT -> "other words";
                case SPEAKER -> "other speaker" + compared(difference);
                case NUMBER -> "different number" + compared(difference);
                case YEAR -> "other year" + compared(difference);
                case DEADLINE -> "different deadline" + compared(difference);
                case NAME -> "other name" + compared(difference);
                case NEGATION, DIRECTION -> "says the opposite" + compared(difference);
            };
            words.add(said);
        }
        return List.copyOf(words);
    }

    private static String quoted(String words) {
        return isGiven(words) ? ": " + shortened(words) : "";
    }

    private static String compared(Match.Difference difference) {
        boolean here = isGiven(difference.here());
        boolean there = isGiven(difference.onRecord());
        if (here && there) {
            return ": %s here, %s there".formatted(shortened(difference.here()), shortened(difference.onRecord()));
        }
        return here
                ? ": " + shortened(difference.here()) + " only here"
                : there ? ": " + shortened(difference.onRecord()) + " only there" : "";
    }

    private static boolean isGiven(String words) {
        return words != null && !words.isBlank();
    }

    private static String shortened(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).strip() + "…";
    }
}
