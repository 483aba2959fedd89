package org.ontherecord.published;

/**
 * A claim that was found, with the words searched for marked: one we checked, or one that others checked.
 *
 * @param line our claim, or null
 * @param other the other publisher's check, or null
 * @param title its exact words or its wording; without any marks when no words were searched for
 * @param wording the sentence that was rated, when the title is not it; or null
 * @param said where the words stand in a quote, when they stand neither in title nor wording; or null
 */
public record Hit(ClaimLine line, OtherCheck other, Marked title, Marked wording, Marked said) {
    public long number() {
        return line == null ? other.number() : line.claim().number();
    }
}
