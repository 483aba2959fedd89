package org.ontherecord.review;

import java.util.Objects;

import org.ontherecord.claim.Deadline;

/** What is checked about the claim itself: its words, who said them, and what a promise promises. */
final class ClaimChecks {
    private final PublishCheck.Case input;
    private final Draft draft;
    private final Checklist list;

    ClaimChecks(PublishCheck.Case input, Checklist list) {
        this.input = input;
        this.draft = input.draft();
        this.list = list;
    }

    void run() {
        exactWords();
        sourceOfTheWords();
        speaker();
        deadline();
        criteria();
    }

    private void exactWords() {
        if (input.said().isEmpty()) {
            list.block(
                    "The exact words are missing. Accept a quote from an article or add an outside source.", "#said");
            return;
        }
        String headline = draft.facts().headline();
        if (headline != null
                && input.said().stream().noneMatch(said -> said.quote().contains(headline))) {
            list.block(
                    "The exact words at the top do not stand in any quote of this claim. Copy them from one, or leave them out.",
                    "#headline");
            return;
        }
        list.pass(headline == null ? "The exact words are on record" : "The exact words at the top stand in a quote");
    }

    private void sourceOfTheWords() {
        var unclear = input.said().stream()
                .filter(said -> said.articleId() != null && !(said.outletKnown() && said.dateKnown()))
                .toList();
        unclear.forEach(said -> list.block(
                "The article “%s” has no %s."
                        .formatted(
                                said.articleTitle(),
                                said.outletKnown() ? "date" : said.dateKnown() ? "outlet" : "outlet and no date"),
                "/desk/articles/" + said.articleId() + "/details"));
        if (unclear.isEmpty() && !input.said().isEmpty()) {
            list.pass("Where the words come from is known");
        }
    }

    private void speaker() {
        list.check(
                draft.facts().speaker() != null,
                "The person is named",
                "Nobody is named. Say who said it.",
                "#speaker");
    }

    private void deadline() {
        if (!draft.isPromise()) {
            return;
        }
        Deadline deadline = draft.deadline();
        if (deadline == null) {
            list.pass(
                    Checklist.isBlank(draft.facts().deadlineRule())
                            ? "The promise has no deadline"
                            : "The deadline follows from a rule; its date is not known yet");
            return;
        }
        list.check(
                !Checklist.isBlank(draft.facts().deadlineRule()),
                (deadline.hasPassed(input.now()) ? "The deadline has passed: " : "The deadline lies ahead: ")
                        + deadline.inWords(),
                "The deadline has a date but no rule. Say in words how it follows from the promise.",
                "#deadline_rule");
    }

    private void criteria() {
        var before = input.before();
        if (before == null
                || !before.draft().isPromise()
                || Checklist.isBlank(before.draft().facts().criteria())) {
            return;
        }
        boolean same =
                Objects.equals(before.draft().facts().criteria(), draft.facts().criteria());
        if (same) {
            list.pass("What counts as kept is as published");
        } else if (input.kind() == Verdict.Kind.CORRECTION) {
            list.pass("What counts as kept changes, openly, as a correction");
        } else {
            list.block(
                    "What counts as kept is public and frozen. Put it back, or publish as a correction.", "#criteria");
        }
    }
}
