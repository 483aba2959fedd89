package org.ontherecord.claim.merging;

import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;

import org.ontherecord.article.CleanText;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;

/** Into which claim another is merged, and why, as a person typed it. */
public class MergeForm {
    /** The number that is to answer, with or without C-. */
    @RestForm
    String into;

    @RestForm
    String reason;

    /** What the preview showed. */
    @RestForm
    String seen;

    /** Ticked: nobody needs the draft of the claim that is merged. */
    @RestForm
    String draft;

    /** As it goes back into the fields. */
    public record Typed(String into, String reason, boolean draft) {}

    Typed typed() {
        return new Typed(given(into), given(reason), draft != null);
    }

    /** The claim of a number as somebody typed it, or what is wrong with it, at the field "into". */
    static Optional<Claim> other(Claim claim, String typed, FormErrors errors) {
        Optional<Claim> found = Claim.findByIdOptional(number(typed));
        if (found.isEmpty()) {
            errors.add("into", "There is no claim of that number. Type it like C-1024.");
            return found;
        }
        Claim other = found.get();
        errors.require(!other.id.equals(claim.id), "into", "That is this claim itself. Type another number.");
        if (other.mergedInto != null) {
            errors.add("into", "C-%d was merged into C-%d. Type that number.".formatted(other.id, other.mergedInto.id));
        }
        return errors.isEmpty() ? found : Optional.empty();
    }

    /** The number as somebody typed it; one that no claim has when it is none. */
    static long number(String typed) {
        String number = given(typed).strip().replaceFirst("(?i)^c-", "");
        return number.matches("[1-9]\\d{0,17}") ? Long.parseLong(number) : 0;
    }

    /** The reason that readers see; what is wrong with it stands at that field. */
    static String reason(String typed, String field, FormErrors errors) {
        String words = CleanText.of(given(typed)).strip();
        errors.require(!words.isEmpty(), field, "Say in a sentence why. Readers see it on the timeline.");
        errors.requireAtMost(Merge.LONGEST_REASON, field, words);
        return words;
    }

    private static String given(String typed) {
        return typed == null ? "" : CleanText.of(typed);
    }
}
