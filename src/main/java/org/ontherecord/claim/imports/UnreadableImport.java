package org.ontherecord.claim.imports;

/** A file that cannot be taken in at all, with the reason in words for whoever sent it. */
public final class UnreadableImport extends RuntimeException {
    private final boolean tooLarge;

    private UnreadableImport(String words, boolean tooLarge) {
        super(words);
        this.tooLarge = tooLarge;
    }

    static UnreadableImport because(String words) {
        return new UnreadableImport(words, false);
    }

    static UnreadableImport tooLarge(String words) {
        return new UnreadableImport(words, true);
    }

    boolean isTooLarge() {
        return tooLarge;
    }
}
