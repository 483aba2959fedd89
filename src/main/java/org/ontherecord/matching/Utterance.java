package org.ontherecord.matching;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Something said that may have been checked before: its words, and what is known about the moment it was said.
 *
 * @param text the words themselves, never blank
 * @param before the sentences said just before, oldest first; empty when unknown
 * @param after the sentences said just after; empty when unknown
 * @param speaker who said it, as written there ("PRESIDENT OBAMA"), or null
 * @param saidOn the day it was said, or null
 */
public record Utterance(String text, List<String> before, List<String> after, String speaker, LocalDate saidOn) {

    public Utterance {
        // What no claim can hold, because PostgreSQL keeps neither U+0000 nor half a character.
        text = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', ' ');
        if (text.isBlank()) {
            throw new IllegalArgumentException("an utterance has words");
        }
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Words alone, from nobody in particular. */
    public static Utterance of(String text) {
        return new Utterance(text, List.of(), List.of(), null, null);
    }

    public Utterance by(String name) {
        return new Utterance(text, before, after, name, saidOn);
    }

    public Utterance on(LocalDate day) {
        return new Utterance(text, before, after, speaker, day);
    }

    public Utterance between(List<String> sentencesBefore, List<String> sentencesAfter) {
        return new Utterance(text, sentencesBefore, sentencesAfter, speaker, saidOn);
    }
}
