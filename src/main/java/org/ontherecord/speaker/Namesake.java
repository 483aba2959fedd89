package org.ontherecord.speaker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of those who go by a name, with what tells them from the others; {@code chosen} is whether a person or the text meant them. */
public record Namesake(long id, String name, String details, boolean chosen) {
    /** In the order given. */
    public static List<Namesake> of(List<Speaker> found, Optional<Speaker> chosen) {
        return found.stream()
                .map(speaker -> of(
                        speaker, chosen.filter(one -> one.id.equals(speaker.id)).isPresent()))
                .toList();
    }

    /** The sentence for who has to say which of several is meant. */
    public static String ask(List<Speaker> found, String name) {
        return "%d people or bodies on record go by “%s”. Choose which of them is meant.".formatted(found.size(), name);
    }

    private static Namesake of(Speaker speaker, boolean chosen) {
        String offices = Affiliation.of(speaker).stream()
                .limit(3)
                .map(office -> office.body == null ? office.role : office.role + ", " + office.body)
                .collect(Collectors.joining("; "));
        String also = String.join(", ", speaker.aliases);
        String details = offices.isEmpty()
                ? also.isEmpty() ? "" : "also called " + also
                : also.isEmpty() ? offices : offices + "; also called " + also;
        return new Namesake(speaker.id, speaker.name, details.isEmpty() ? "number " + speaker.id : details, chosen);
    }
}
