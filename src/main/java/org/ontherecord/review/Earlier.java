package org.ontherecord.review;

import java.util.List;

import org.ontherecord.claim.likeness.Suggestion;
import org.ontherecord.claim.likeness.Suggestions;

/**
 * Earlier claims that may say the same as what is being written, for the form of a claim.
 *
 * @param asked whether anybody looked; a page that was just opened has not
 * @param claim the claim being edited, or null for one that is not there yet
 * @param summary one sentence, also for those who hear the page
 */
public record Earlier(
        boolean asked, Long claim, String summary, List<Suggestion> found, List<Suggestions.Decided> rejected) {

    static Earlier notAsked(Long claim) {
        return new Earlier(false, claim, "", List.of(), List.of());
    }

    static Earlier of(Long claim, List<Suggestion> found, List<Suggestions.Decided> rejected) {
        String summary = switch (found.size()) {
            case 0 -> "No earlier claim looks the same.";
            case 1 -> "One earlier claim may say the same.";
            default -> found.size() + " earlier claims may say the same.";
        };
        return new Earlier(true, claim, summary, found, rejected);
    }

    static Earlier nothingTyped(Long claim) {
        return new Earlier(true, claim, "Write the claim first, then check.", List.of(), List.of());
    }
}
