package org.ontherecord.extraction;

/** A decision that cannot be taken any more, with the reason in words for the person who wanted it. */
final class Refused extends RuntimeException {
    Refused(String words) {
        super(words);
    }
}
