package org.ontherecord.extraction.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a model is asked; a changed prompt is a new version, since its proposals are counted by it. */
final class Prompt {

    static final int VERSION = 1;

    /** Some 4,000 words; fits the smaller models too. */
    static final int MOST_OF_TEXT = 24_000;

    private static final String WORDS = load();

    private Prompt() {}

    static String of(String text) {
        return WORDS.replace("{text}", opening(text));
    }

    /** The text or its opening, cut where a paragraph ends, else where a word does. */
    static String opening(String text) {
        if (text.length() <= MOST_OF_TEXT) {
            return text;
        }
        int cut = text.lastIndexOf("\n\n", MOST_OF_TEXT);
        if (cut < MOST_OF_TEXT / 2) {
            cut = text.lastIndexOf(' ', MOST_OF_TEXT);
        }
        if (cut < MOST_OF_TEXT / 2) {
            cut = Character.isHighSurrogate(text.charAt(MOST_OF_TEXT - 1)) ? MOST_OF_TEXT - 1 : MOST_OF_TEXT;
        }
        return text.substring(0, cut);
    }

    private static String load() {
        try (InputStream file = Prompt.class.getResourceAsStream("/extraction/prompt-" + VERSION + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
