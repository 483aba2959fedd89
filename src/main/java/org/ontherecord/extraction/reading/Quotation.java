package org.ontherecord.extraction.reading;

/**
 * What a text says somebody said. {@code quoted} is what was said, without quotation marks; {@code direct} means in their
 * own words. The speaker is null where the text does not say who; {@code speakerWords} are the words that name them there,
 * such as "he" or "a spokesman", or null.
 */
public record Quotation(Span quoted, boolean direct, String speaker, Span speakerWords) {}
