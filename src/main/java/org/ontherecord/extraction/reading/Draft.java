package org.ontherecord.extraction.reading;

/**
 * A stretch of a text that can be checked, before anybody asked how much it is worth checking. {@code plain} is what was
 * said or promised in it, {@code deadline} the words of its deadline or null, {@code beside} what stands around it in its
 * sentence; {@code transcript} means the words stand behind their speaker's name and a colon.
 */
public record Draft(
        Span span,
        String plain,
        boolean promise,
        String deadline,
        boolean direct,
        boolean attributed,
        boolean transcript,
        String speaker,
        String beside) {}
