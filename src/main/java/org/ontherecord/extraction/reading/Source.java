package org.ontherecord.extraction.reading;

/** Whoever words are given to: the words that name them there, and whom those mean; the name is null when the text leaves it open. */
record Source(Span words, String name) {}
