package org.ontherecord.review;

import java.util.List;
import java.util.Optional;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.speaker.Namesake;
import org.ontherecord.speaker.Speaker;

/**
 * Whom the name in a form means: the one on record who goes by it, one of several to choose from, or nobody yet. Then
 * {@code alike} has names on record that are near it.
 */
public record SpeakerPick(String name, List<Namesake> choices, List<String> alike) {
    /** The control for the name, and the one that says which of several. */
    static final String NAME = "speaker";

    static final String WHICH = "speaker_id";

    /** Null while no name is typed. */
    static SpeakerPick of(Typed typed) {
        String name = typed.get(NAME).strip();
        if (name.isEmpty()) {
            return null;
        }
        List<Speaker> found = Speaker.all(name);
        return new SpeakerPick(
                name, Namesake.of(found, which(found, typed)), found.isEmpty() ? Speaker.alike(name) : List.of());
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
                Namesake.ask(found, typed.get(NAME).strip()));
    }

    public boolean isAmong() {
        return choices.size() > 1;
    }

    /** The one on record, or null when there is none, or several. */
    public Namesake only() {
        return choices.size() == 1 ? choices.get(0) : null;
    }
}
