package org.ontherecord.extraction.reading;

/**
 * A stretch of a text that can be checked, before anybody asked how much it is worth checking. {@code plain} is what was
 * said or promised in it; {@code deadline}, {@code speaker} and {@code saidOn} are null where the text does not tell.
 * {@code transcript} means the words stand behind their speaker's name and a colon.
 */
public record Draft(
        Span span,
        String plain,
        Kind kind,
        Deadline deadline,
        boolean direct,
        boolean attributed,
        boolean transcript,
        String speaker,
        Time saidOn,
        Context context) {

    /** Where it stands: its whole sentence, the number of its paragraph from 0, and how far down the text, 0 to 1. */
    public record Context(Span sentence, int paragraph, double position) {}

    public boolean isPromise() {
        return kind == Kind.PROMISE;
    }
}
