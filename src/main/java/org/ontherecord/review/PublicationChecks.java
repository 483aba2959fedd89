package org.ontherecord.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;

/** What is checked about publishing it: since when it holds, who signed it off, and as which kind of change. */
final class PublicationChecks {
    private final PublishCheck.Case input;
    private final Draft draft;
    private final Checklist list;

    PublicationChecks(PublishCheck.Case input, Checklist list) {
        this.input = input;
        this.draft = input.draft();
        this.list = list;
    }

    void run() {
        inForceFrom();
        note();
        secondPerson();
        if (input.publication() != null) {
            kindFits();
            publicReason();
        }
    }

    private void inForceFrom() {
        if (draft.inForceFrom() == null) {
            list.block("The date the verdict is in force from is missing.", "#in_force_from");
            return;
        }
        list.check(
                !draft.inForceFrom().isAfter(LocalDate.ofInstant(input.now(), ZoneOffset.UTC)),
                "In force from a date that has come",
                "The verdict is in force from a day that has not come yet.",
                "#in_force_from");
    }

    private void note() {
        if (input.before() != null) {
            list.check(
                    !Checklist.isBlank(draft.note()),
                    "The note says what changed",
                    "The claim is public already: say in the note what changed and why.",
                    "#note");
        }
    }

    private void secondPerson() {
        if (input.publication() != null && input.publication().isWithoutReview()) {
            reasonNotToWait(input.publication().withoutReview());
            return;
        }
        if (input.signerId() == null) {
            list.block("Nobody has signed off this version yet. It needs a second person.", "#sign-off");
            return;
        }
        list.check(
                !input.signerId().equals(input.authorId()),
                "A second person signed off this version",
                "The person who wrote this version signed it off. Somebody else must.",
                "#sign-off");
    }

    private void reasonNotToWait(String because) {
        if (Checklist.isBlank(because)) {
            list.block("Say why it cannot wait for a second person. Readers see it.", PublishCheck.WITHOUT_REVIEW);
            return;
        }
        list.check(
                because.codePointCount(0, because.length()) <= PublishCheck.LONGEST_PUBLIC_REASON,
                "Published without review, as readers are told",
                "The reason not to wait may have %d characters at most.".formatted(PublishCheck.LONGEST_PUBLIC_REASON),
                PublishCheck.WITHOUT_REVIEW);
    }

    private void kindFits() {
        String misfit = misfit();
        list.check(
                misfit == null,
                input.kind() == null ? "" : "It is published as: " + input.kind().label,
                misfit,
                "#publication-kind");
    }

    private String misfit() {
        if (input.kind() == null) {
            return "Choose what kind of change this is.";
        }
        var before = input.before();
        if (before == null) {
            return input.kind() == Verdict.Kind.ORIGINAL
                    ? null
                    : "This is the first verdict: publish it as the original.";
        }
        if (before.kind() == Verdict.Kind.WITHDRAWAL
                && EnumSet.of(Verdict.Kind.CONFIRMATION, Verdict.Kind.CLARIFICATION)
                        .contains(input.kind())) {
            return "The verdict was withdrawn, so there is nothing to confirm or clarify. Publish an update or a correction.";
        }
        return switch (input.kind()) {
            case ORIGINAL -> "The original is public already. Choose what kind of change this is.";
            case UPDATE, CORRECTION ->
                changes().isEmpty() && before.kind() != Verdict.Kind.WITHDRAWAL
                        ? "Nothing has changed since the public verdict. Choose confirmation, or change what is new or wrong."
                        : null;
            case CLARIFICATION ->
                firstOf(
                        EnumSet.of(Part.RATING, Part.DEADLINE, Part.KIND, Part.SPEAKER),
                        "A clarification changes words only, but %s changed. Publish an update or a correction.");
            case CONFIRMATION ->
                firstOf(
                        EnumSet.of(
                                Part.RATING,
                                Part.WORDING,
                                Part.HEADLINE,
                                Part.KIND,
                                Part.SPEAKER,
                                Part.DEADLINE,
                                Part.DEADLINE_RULE,
                                Part.CRITERIA),
                        "A confirmation says that nothing changed, but %s did. Publish an update, a correction or a clarification.");
            case WITHDRAWAL -> before.kind() == Verdict.Kind.WITHDRAWAL ? "The verdict is withdrawn already." : null;
        };
    }

    private String firstOf(EnumSet<Part> frozen, String sentence) {
        return changes().stream()
                .filter(frozen::contains)
                .findFirst()
                .map(part -> sentence.formatted("“" + part.label + "”"))
                .orElse(null);
    }

    private List<Part> changes() {
        return draft.changesSince(input.before().draft());
    }

    private void publicReason() {
        String reason = input.publication().publicReason();
        if (Checklist.isBlank(reason)) {
            list.block("Readers are owed a reason for this publication.", "#public_reason");
            return;
        }
        list.check(
                reason.codePointCount(0, reason.length()) <= PublishCheck.LONGEST_PUBLIC_REASON,
                "Readers are told why",
                "The reason for readers may have %d characters at most.".formatted(PublishCheck.LONGEST_PUBLIC_REASON),
                "#public_reason");
    }
}
