package org.ontherecord.review;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;

import org.ontherecord.claim.Deadline;

/** What is checked about the finding: its evidence, the rating, the reason and the text. */
final class FindingChecks {
    private final PublishCheck.Case input;
    private final Draft draft;
    private final Checklist list;

    FindingChecks(PublishCheck.Case input, Checklist list) {
        this.input = input;
        this.draft = input.draft();
        this.list = list;
    }

    void run() {
        evidence();
        rating();
        finalBeforeTheDeadline();
        reason();
        body();
        replyAsked();
    }

    private void evidence() {
        if (draft.rating() != null && !draft.rating().isFinding()) {
            list.pass("“%s” is no finding and needs no evidence".formatted(draft.rating().label));
            return;
        }
        var pieces = draft.evidence();
        long sources = pieces.stream()
                .map(piece -> piece.source().strip().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        boolean primary = pieces.stream().anyMatch(Draft.Piece::primary);
        list.check(
                sources >= 2 && primary,
                "%d sources, at least one of them primary".formatted(sources),
                (switch ((int) Math.min(sources, 2)) {
                    case 0 -> "No evidence yet. Two sources are needed, one of them primary.";
                    case 1 ->
                        "Only one source. A second one is needed"
                                + (primary ? "." : ", and one of them must be primary.");
                    default -> "None of the sources is primary. One must be the origin of its information.";
                }),
                "#evidence");
        var uncopied = IntStream.range(0, pieces.size())
                .filter(i -> pieces.get(i).url() != null && pieces.get(i).savedCopyUrl() == null)
                .boxed()
                .toList();
        uncopied.forEach(i -> list.block(
                "Source %d (%s) has no saved copy."
                        .formatted(i + 1, pieces.get(i).title()),
                "#evidence-" + i + "-saved_copy_url"));
        if (uncopied.isEmpty() && !pieces.isEmpty()) {
            list.pass("Each source on the web has a saved copy");
        }
        evidenceIsNotOlderThanTheFact();
    }

    private void evidenceIsNotOlderThanTheFact() {
        Deadline deadline = draft.deadline();
        if (!settlesAPromise() || deadline == null || !deadline.hasPassed(input.now())) {
            return;
        }
        LocalDate fact = draft.inForceFrom() != null && draft.inForceFrom().isBefore(deadline.day())
                ? draft.inForceFrom()
                : deadline.day();
        list.check(
                draft.evidence().stream()
                        .anyMatch(piece ->
                                piece.datedOn() != null && !piece.datedOn().isBefore(fact)),
                "A source is dated on or after the day that settles the promise",
                "All sources are older than the deadline. At least one must be dated on or after the day that settles the promise.",
                "#evidence");
    }

    private void rating() {
        if (draft.rating() == null) {
            list.block("No verdict is chosen.", "#rating");
        } else {
            list.check(
                    draft.rating().scale.kind == draft.facts().kind(),
                    "Verdict: %s, from the %s"
                            .formatted(
                                    draft.rating().label,
                                    draft.rating().scale.label.toLowerCase(Locale.ROOT)),
                    "“%s” is not on the scale for a %s."
                            .formatted(draft.rating().label, draft.isPromise() ? "promise" : "statement of fact"),
                    "#rating");
        }
    }

    private void finalBeforeTheDeadline() {
        Deadline deadline = draft.deadline();
        if (!settlesAPromise() || deadline == null) {
            return;
        }
        boolean early = !deadline.hasPassed(input.now())
                || (draft.inForceFrom() != null && draft.inForceFrom().isBefore(deadline.day()));
        if (early) {
            list.check(
                    !Checklist.isBlank(draft.note()),
                    "Final before the deadline; the note says why",
                    "“%s” is final, but applies before the deadline. Say in the note why it can be settled already."
                            .formatted(draft.rating().label),
                    "#note");
        }
    }

    private void reason() {
        if (Checklist.isBlank(draft.reason())) {
            list.block("The reason in one sentence is missing.", "#reason");
            return;
        }
        int length = draft.reason().codePointCount(0, draft.reason().length());
        list.check(
                length <= PublishCheck.LONGEST_REASON,
                "The reason fits in %d characters".formatted(PublishCheck.LONGEST_REASON),
                "The reason has %d characters; %d are allowed.".formatted(length, PublishCheck.LONGEST_REASON),
                "#reason");
    }

    private void body() {
        list.check(!Checklist.isBlank(draft.body()), "What we found is written", "What we found is empty.", "#body");
    }

    private void replyAsked() {
        if (input.replyAsked()) {
            list.pass("A reply was asked for");
        } else if (draft.rating() != null && draft.rating().isFinding()) {
            list.remind("Nobody was asked for a reply.", PublishCheck.CONTACTS);
        }
    }

    private boolean settlesAPromise() {
        return draft.isPromise()
                && draft.rating() != null
                && draft.rating().settles
                && !draft.rating().isUnrateable();
    }
}
