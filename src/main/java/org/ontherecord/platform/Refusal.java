package org.ontherecord.platform;

/** A deed at the desk that the rules do not allow, or not any more, in words that the person who wanted it can act on. */
public class Refusal extends RuntimeException {
    /** What kind of "no" it is; each has its HTTP status and its heading. */
    public enum Because {
        /** The person lacks the right. */
        NOT_ALLOWED(403, "You can't do this"),
        /** Others have gone on meanwhile, or it is not yet the time for this step. */
        OUT_OF_STEP(409, "This has moved on"),
        INCOMPLETE(422, "Something is missing");

        public final int status;
        final String title;

        Because(int status, String title) {
            this.status = status;
            this.title = title;
        }
    }

    public final Because because;

    protected Refusal(Because because, String sentence) {
        super(sentence);
        this.because = because;
    }

    public static Refusal notAllowed(String sentence) {
        return new Refusal(Because.NOT_ALLOWED, sentence);
    }

    public static Refusal outOfStep(String sentence) {
        return new Refusal(Because.OUT_OF_STEP, sentence);
    }

    public static Refusal incomplete(String sentence) {
        return new Refusal(Because.INCOMPLETE, sentence);
    }
}
