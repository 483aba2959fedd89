package org.ontherecord.claim.merging;

import java.util.Optional;

import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.article.CleanText;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;

/** Into which claim another is to be merged, as an address says it: chosen, typed, or still looked for. */
public class MergeQuery {
    private static final int LONGEST = 200;

    /** The number chosen, with or without C-. */
    @RestQuery
    String into;

    /** Words or a number to look for. */
    @RestQuery
    String q;

    /** Pressed to look for claims, whatever is chosen by now. */
    @RestQuery
    String find;

    /** Pressed to see what the merge would do. */
    @RestQuery
    String preview;

    /** Typed already, before the number had to be changed. */
    @RestQuery
    String reason;

    static MergeQuery of(MergeForm form) {
        var query = new MergeQuery();
        query.into = form.into;
        query.reason = form.reason;
        return query;
    }

    MergeForm.Typed typed() {
        return new MergeForm.Typed("", reason(), false);
    }

    String reason() {
        return reason == null ? "" : CleanText.of(reason);
    }

    boolean isForThePreview() {
        return find == null && (preview != null || !line(into).isEmpty());
    }

    /** What to look for; what was chosen when nothing was typed, so that a number that will not do can be put right. */
    String words() {
        return line(q).isEmpty() && isForThePreview() ? line(into) : line(q);
    }

    /** The claim chosen, or the one whose number was typed without looking for it. */
    Optional<Claim> check(Claim claim, FormErrors errors) {
        String number = line(into).isEmpty() ? line(q) : line(into);
        if (line(into).isEmpty() && MergeForm.number(number) == 0) {
            errors.add("into", "Choose the claim that is to answer: one of those below, or find it first.");
            return Optional.empty();
        }
        return MergeForm.other(claim, number, errors);
    }

    private static String line(String typed) {
        return typed == null ? "" : CleanText.line(typed, LONGEST);
    }
}
