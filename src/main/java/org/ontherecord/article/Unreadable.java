package org.ontherecord.article;

/** An article could not be read; the message says in plain words what happened and what to do. */
public final class Unreadable extends RuntimeException {

    public enum Reason {
        /** No words in it. */
        EMPTY,
        /** More than we take. */
        TOO_LARGE,
        /** A PDF, a picture, an archive. */
        NOT_TEXT,
        /** Not a web address, or one we do not open. */
        BAD_ADDRESS,
        /** The address leads into a private network. */
        PRIVATE_ADDRESS,
        /** No such host, or nothing answered. */
        UNREACHABLE,
        /** It took longer than we wait. */
        TOO_SLOW,
        /** The site answered, but not with the page. */
        REFUSED_BY_SITE,
        TOO_MANY_REDIRECTS
    }

    private final Reason reason;

    public Unreadable(Reason reason, String words) {
        super(words);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
