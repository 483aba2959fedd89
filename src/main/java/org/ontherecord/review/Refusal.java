package org.ontherecord.review;

import java.util.List;

/** A step the rules do not allow, with every reason in words that the person at the desk can act on. */
public final class Refusal extends RuntimeException {
    /** What kind of "no" it is; each has its HTTP status. */
    public enum Because {
        /** The person lacks the right. */
        NOT_ALLOWED(403),
        /** The review has moved on, or is not at the stage for this step. */
        OUT_OF_STEP(409),
        /** Something is missing. */
        INCOMPLETE(422);

        public final int status;

        Because(int status) {
            this.status = status;
        }
    }

    public final Because because;
    final transient List<PublishCheck.Item> blocks;

    private Refusal(Because because, String message, List<PublishCheck.Item> blocks) {
        super(message);
        this.because = because;
        this.blocks = blocks;
    }

    static Refusal notAllowed(String sentence) {
        return new Refusal(Because.NOT_ALLOWED, sentence, List.of());
    }

    static Refusal outOfStep(String sentence) {
        return new Refusal(Because.OUT_OF_STEP, sentence, List.of());
    }

    static Refusal incomplete(String sentence) {
        return new Refusal(Because.INCOMPLETE, sentence, List.of());
    }

    static Refusal blocked(List<PublishCheck.Item> blocks) {
        String all = String.join(
                " ", blocks.stream().map(PublishCheck.Item::sentence).toList());
        return new Refusal(Because.INCOMPLETE, all, blocks);
    }
}
