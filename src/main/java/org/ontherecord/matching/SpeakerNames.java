package org.ontherecord.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether two names are of one person, as far as names tell: "PRESIDENT OBAMA", "MR. ROMNEY" and "Obama" are written that way. */
final class SpeakerNames {
    private static final Set<String> TITLES = Set.of(
            ("president mr mrs ms miss sir dame lord lady sen senator gov governor secretary rep representative congressman congresswoman"
                            + " dr prof professor former jr sr vice candidate chancellor minister prime premier mayor judge justice general the herr"
                            + " frau monsieur madame senor senora bundeskanzler ministre ministerprasident")
                    .split(" "));

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}'’-]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SpeakerNames() {}

    static boolean same(MatchableClaim claim, String name) {
        return claim.speaker() != null
                && Stream.concat(Stream.of(claim.speaker()), claim.aliases().stream())
                        .anyMatch(known -> same(known, name));
    }

    /** The last names are the same, and the first names where both have one. */
    static boolean same(String one, String other) {
        List<String> first = parts(one);
        List<String> second = parts(other);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        boolean family = last(first).equals(last(second));
        boolean given = first.size() < 2
                || second.size() < 2
                || first.get(0).charAt(0) == second.get(0).charAt(0);
        return family && given;
    }

    /** Two names or more, all with capitals: not "Bloggers" or "Facebook posts", under which claims of many people stand. */
    static boolean isPersons(String name) {
        String[] parts = SPACES.split(name.strip());
        return parts.length > 1 && Arrays.stream(parts).noneMatch(part -> Character.isLowerCase(part.codePointAt(0)));
    }

    /** The last name, without titles, in small letters; empty for a name of titles only. */
    static String family(String name) {
        List<String> parts = parts(name);
        return parts.isEmpty() ? "" : last(parts);
    }

    private static String last(List<String> parts) {
        return parts.get(parts.size() - 1);
    }

    private static List<String> parts(String name) {
        String bounded = name.substring(0, Math.min(200, name.length()));
        return Arrays.stream(BETWEEN.split(bounded))
                .map(Wording::folded)
                .filter(part -> !part.isEmpty() && !TITLES.contains(part))
                .toList();
    }
}
