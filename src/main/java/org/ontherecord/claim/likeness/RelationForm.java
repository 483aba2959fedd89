package org.ontherecord.claim.likeness;

import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;

import org.ontherecord.article.CleanText;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;

/** How a claim stands to another, as a person typed it. */
public class RelationForm {
    @RestForm
    String way;

    /** The other claim's number, with or without C-. */
    @RestForm
    String other;

    @RestForm
    String note;

    /** As it goes back into the fields. */
    public record Typed(String way, String other, String note) {}

    Typed typed() {
        return new Typed(given(way), given(other), given(note));
    }

    /** The other claim if there is nothing to put right. */
    Optional<Claim> check(Claim claim, FormErrors errors) {
        errors.require(way().isPresent(), "way", "Say how the two claims stand to each other.");
        String number = given(other).strip().replaceFirst("(?i)^c-", "");
        Optional<Claim> found =
                number.matches("[1-9]\\d{0,17}") ? Claim.findByIdOptional(Long.valueOf(number)) : Optional.empty();
        errors.require(found.isPresent(), "other", "There is no claim of that number. Type it like C-1024.");
        found.ifPresent(another -> {
            errors.require(!another.id.equals(claim.id), "other", "That is this claim itself. Type another number.");
            errors.require(
                    another.mergedInto == null,
                    "other",
                    another.mergedInto == null
                            ? ""
                            : "C-%d was merged into C-%d. Type that number."
                                    .formatted(another.id, another.mergedInto.id));
        });
        errors.requireAtMost(Relation.LONGEST_NOTE, "note", note());
        return errors.isEmpty() ? found : Optional.empty();
    }

    Optional<Way> way() {
        return Way.named(given(way));
    }

    String note() {
        return given(note).strip();
    }

    private static String given(String typed) {
        return typed == null ? "" : CleanText.of(typed);
    }
}
