package org.ontherecord.speaker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.WrittenDate;

/**
 * What a person typed about a speaker, kept as typed until it is right.
 *
 * @param aliases one on a line
 * @param version of the speaker's row that the form was made from
 */
record SpeakerForm(String name, String kind, String aliases, String wikidataId, List<Office> offices, int version) {
    /** One line of the table of offices; dates as people write them, or empty. An office without a role is left out. */
    record Office(String role, String body, String fromOn, String toOn) {
        static final Office EMPTY = new Office("", "", "", "");

        public boolean isEmpty() {
            return role.isBlank() && body.isBlank() && fromOn.isBlank() && toOn.isBlank();
        }

        /** How what stands there is understood; null when it is empty or no date. */
        public String fromEcho() {
            return echo(fromOn);
        }

        public String toEcho() {
            return echo(toOn);
        }

        private static String echo(String typed) {
            return WrittenDate.rough(typed)
                    .map(date -> "Understood as " + WrittenDate.understood(date) + ".")
                    .orElse(null);
        }

        private static String text(RoughDate date) {
            return date == null ? "" : WrittenDate.inWords(date.date(), date.precision());
        }

        static Office of(Affiliation affiliation) {
            return new Office(
                    affiliation.role,
                    affiliation.body == null ? "" : affiliation.body,
                    text(affiliation.from()),
                    text(affiliation.to()));
        }
    }

    static final SpeakerForm EMPTY = new SpeakerForm("", Speaker.Kind.PERSON.name(), "", "", List.of(Office.EMPTY), 0);

    static SpeakerForm of(Speaker speaker) {
        List<Office> offices =
                new ArrayList<>(Affiliation.of(speaker).stream().map(Office::of).toList());
        offices.add(Office.EMPTY);
        return new SpeakerForm(
                speaker.name,
                speaker.kind.name(),
                String.join("\n", speaker.aliases),
                speaker.wikidataId == null ? "" : speaker.wikidataId,
                offices,
                speaker.version);
    }

    /** The four lists are the columns of the table, each with one value a line. */
    static SpeakerForm typed(
            Map<String, String> single, List<String> roles, List<String> bodies, List<String> froms, List<String> tos) {
        int lines = IntStream.of(roles.size(), bodies.size(), froms.size(), tos.size())
                .min()
                .orElse(0);
        List<Office> offices = IntStream.range(0, lines)
                .mapToObj(i -> new Office(roles.get(i), bodies.get(i), froms.get(i), tos.get(i)))
                .toList();
        Function<String, String> value =
                key -> Optional.ofNullable(single.get(key)).orElse("");
        return new SpeakerForm(
                value.apply("name"),
                value.apply("kind"),
                value.apply("aliases"),
                value.apply("wikidata_id"),
                offices,
                value.apply("version").matches("\\d{1,9}") ? Integer.parseInt(value.apply("version")) : 0);
    }

    SpeakerForm withAnotherLine() {
        List<Office> more = new ArrayList<>(offices);
        more.add(Office.EMPTY);
        return new SpeakerForm(name, kind, aliases, wikidataId, more, version);
    }

    FormErrors errors() {
        var errors = new FormErrors();
        errors.require(!name.isBlank(), "name", "Give the name.");
        errors.require(name.length() <= 200, "name", "Use at most 200 characters for the name.");
        errors.require(
                Arrays.stream(Speaker.Kind.values())
                        .anyMatch(known -> known.name().equals(kind)),
                "kind",
                "Say whether it is a person or a body.");
        errors.require(
                wikidataId.isBlank() || wikidata().matches("Q[1-9][0-9]{0,11}"),
                "wikidata_id",
                "A Wikidata id is a Q and a number, such as Q42.");
        errors.require(aliasList().size() <= 50, "aliases", "Use at most 50 other names.");
        for (int i = 0; i < offices.size(); i++) {
            check(offices.get(i), i, errors);
        }
        return errors;
    }

    private static void check(Office office, int line, FormErrors errors) {
        if (office.isEmpty()) {
            return;
        }
        String which = " in line " + (line + 1);
        errors.require(!office.role().isBlank(), "role-" + line, "Say what the office or party is" + which + ".");
        errors.require(office.role().length() <= 200, "role-" + line, "Use at most 200 characters" + which + ".");
        var from = date(office.fromOn(), "from-" + line, which, errors);
        var to = date(office.toOn(), "to-" + line, which, errors);
        errors.require(
                from.isEmpty()
                        || to.isEmpty()
                        || !to.get().last().isBefore(from.get().date()),
                "to-" + line,
                "It ends before it begins" + which + ".");
    }

    private static Optional<RoughDate> date(String typed, String field, String which, FormErrors errors) {
        Optional<RoughDate> date = WrittenDate.rough(typed);
        errors.require(
                typed.isBlank() || date.isPresent(),
                field,
                "We can't read the date" + which + ". Write it like 20 Jan 2025, Nov 2024, spring 2023 or 2019.");
        return date;
    }

    List<String> aliasList() {
        return aliases
                .lines()
                .map(String::strip)
                .filter(alias -> !alias.isEmpty() && !alias.equalsIgnoreCase(name.strip()))
                .collect(Collectors.toMap(
                        alias -> alias.toLowerCase(Locale.ROOT),
                        alias -> alias,
                        (a, b) -> a,
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    String wikidata() {
        return wikidataId.strip().toUpperCase(Locale.ROOT);
    }
}
