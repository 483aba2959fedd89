package org.ontherecord.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.speaker.Affiliation;
import org.ontherecord.speaker.Speaker;

/**
 * Whom the name in a form means: the one on record who goes by it, one of several to choose from, or nobody yet. Then
 * {@code alike} has names on record that are near it.
 */
public record SpeakerPick(String name, List<Choice> choices, List<String> alike) {
    /** The control for the name, and the one that says which of several. */
    static final String NAME = "speaker";

    static final String WHICH = "speaker_id";

    /** Somebody of that name, with what tells them from others. */
    public record Choice(long id, String name, String details, boolean chosen) {
        private static Choice of(Speaker speaker, boolean chosen) {
            String offices = Affiliation.of(speaker).stream()
                    .limit(3)
                    .map(office -> office.body == null ? office.role : office.role + ", " + office.body)
                    .collect(Collectors.joining("; "));
            String also = String.join(", ", speaker.aliases);
            String details = offices.isEmpty()
                    ? also.isEmpty() ? "" : "also called " + also
                    : also.isEmpty() ? offices : offices + "; also called " + also;
            return new Choice(speaker.id, speaker.name, details.isEmpty() ? "number " + speaker.id : details, chosen);
        }
    }

    /** Null while no name is typed. */
    static SpeakerPick of(Typed typed) {
        String name = typed.get(NAME).strip();
        if (name.isEmpty()) {
            return null;
        }
        List<Speaker> found = Speaker.all(name);
        Optional<Speaker> which = which(found, typed);
        return new SpeakerPick(
                name,
                found.stream()
                        .map(speaker -> Choice.of(
                                speaker,
                                which.filter(one -> one.id.equals(speaker.id)).isPresent()))
                        .toList(),
                found.isEmpty() ? Speaker.alike(name) : List.of());
    }

    /** Of those who go by the name the only one, or the one that was chosen. */
    static Optional<Speaker> which(List<Speaker> found, Typed typed) {
        return found.size() == 1
                ? Optional.of(found.get(0))
                : found.stream()
                        .filter(speaker ->
                                speaker.id.toString().equals(typed.get(WHICH).strip()))
                        .findFirst();
    }

    static void mustBeOne(List<Speaker> found, Typed typed, FormErrors errors) {
        errors.require(
                found.isEmpty() || which(found, typed).isPresent(),
                NAME,
                "%d people or bodies on record go by “%s”. Choose which of them is meant."
                        .formatted(found.size(), typed.get(NAME).strip()));
    }

    public boolean isAmong() {
        return choices.size() > 1;
    }

    /** The one on record, or null when there is none, or several. */
    public Choice only() {
        return choices.size() == 1 ? choices.get(0) : null;
    }
}
