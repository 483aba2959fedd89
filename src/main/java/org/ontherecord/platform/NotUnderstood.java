package org.ontherecord.platform;

/** A request asks for something there is none of, such as an unknown value of a filter; 400, and says what there is. */
public class NotUnderstood extends RuntimeException {
    public NotUnderstood(String sentence) {
        super(sentence);
    }
}
