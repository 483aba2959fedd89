package org.ontherecord.claim.likeness;

/** A decision about claims that cannot be taken, or not any more, with the reason in words for the person who wanted it. */
public final class Refused extends RuntimeException {
    /** What kind of "no" it is; each has its HTTP status. */
    enum Because {
        NOT_ALLOWED(403),
        MOVED_ON(409),
        INCOMPLETE(422);

        final int status;

        Because(int status) {
            this.status = status;
        }
    }

    final Because because;

    private Refused(Because because, String words) {
        super(words);
        this.because = because;
    }

    static Refused notAllowed(String words) {
        return new Refused(Because.NOT_ALLOWED, words);
    }

    static Refused movedOn(String words) {
        return new Refused(Because.MOVED_ON, words);
    }

    static Refused incomplete(String words) {
        return new Refused(Because.INCOMPLETE, words);
    }
}
