package org.ontherecord.claim.merging;

import org.ontherecord.claim.likeness.Standing;

/** A claim that another may be merged into, as the desk offers it; {@code why} says what speaks for it, or is null. */
public record MergeChoice(long id, String wording, String speaker, Standing standing, String why) {
    public String number() {
        return "C-" + id;
    }
}
