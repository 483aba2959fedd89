package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import org.ontherecord.claim.Deadline;

/**
 * Everything that stands between a revision and the public record, all at once: each item is passed or blocks, and a
 * block leads to what fixes it. The database keeps the last line of defence; this is the one that explains itself.
 */
public record PublishCheck(List<Item> items) {
    static final int LONGEST_REASON = 200;
    static final int LONGEST_PUBLIC_REASON = 500;

    /** One line of the checklist. The link is an address, or {@code #} and a control of the claim editor. */
    public record Item(boolean passed, String sentence, String link) {}

    /** A place the claim was made, as far as the check cares. The article's id is null for an outside source. */
    record Said(String quote, Long articleId, String articleTitle, boolean outletKnown, boolean dateKnown) {}

    /** The verdict that is public now and the text it made public. */
    record Before(Draft draft, Verdict.Kind kind) {}

    /** How somebody is about to publish, or null while nobody is. */
    record Publication(Verdict.Kind kind, String publicReason) {}

    /** All that the check looks at. {@code before}, {@code signerId} and {@code publication} are null until there is one. */
    record Case(
            Draft draft,
            Long authorId,
            List<Said> said,
            Before before,
            Long signerId,
            Publication publication,
            Instant now) {}

    static PublishCheck of(Case input) {
        return new PublishCheck(new Run(input).items());
    }

    List<Item> blocks() {
        return items.stream().filter(item -> !item.passed()).toList();
    }

    boolean isPassed() {
        return blocks().isEmpty();
    }

    private static final class Run {
        private final Case input;
        private final Draft draft;
        private final List<Item> items = new ArrayList<>();

        Run(Case input) {
            this.input = input;
            this.draft = input.draft();
        }

        List<Item> items() {
            // What is taken back may be taken back because its evidence or its wording did not hold.
            if (kind() != Verdict.Kind.WITHDRAWAL) {
                exactWords();
                sourceOfTheWords();
                speaker();
                deadline();
                criteria();
                evidence();
                rating();
                finalBeforeTheDeadline();
                reason();
                body();
            }
            inForceFrom();
            note();
            secondPerson();
            if (input.publication() != null) {
                kindFits();
                publicReason();
            }
            return List.copyOf(items);
        }

        private void exactWords() {
            if (input.said().isEmpty()) {
                block("The exact words are missing. Accept a quote from an article or add an outside source.", "#said");
                return;
            }
            String headline = draft.facts().headline();
            if (headline != null
                    && input.said().stream().noneMatch(said -> said.quote().contains(headline))) {
                block(
                        "The exact words at the top do not stand in any quote of this claim. Copy them from one, or leave them out.",
                        "#headline");
                return;
            }
            pass(headline == null ? "The exact words are on record" : "The exact words at the top stand in a quote");
        }

        private void sourceOfTheWords() {
            var unclear = input.said().stream()
                    .filter(said -> said.articleId() != null && !(said.outletKnown() && said.dateKnown()))
                    .toList();
            unclear.forEach(said -> block(
                    "The article “%s” has no %s."
                            .formatted(
                                    said.articleTitle(),
                                    said.outletKnown() ? "date" : said.dateKnown() ? "outlet" : "outlet and no date"),
                    "/desk/articles/" + said.articleId()));
            if (unclear.isEmpty() && !input.said().isEmpty()) {
                pass("Where the words come from is known");
            }
        }

        private void speaker() {
            check(
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
                pass(
                        isBlank(draft.facts().deadlineRule())
                                ? "The promise has no deadline"
                                : "The deadline follows from a rule; its date is not known yet");
                return;
            }
            check(
                    !isBlank(draft.facts().deadlineRule()),
                    (deadline.hasPassed(input.now()) ? "The deadline has passed: " : "The deadline lies ahead: ")
                            + deadline.inWords(),
                    "The deadline has a date but no rule. Say in words how it follows from the promise.",
                    "#deadline_rule");
        }

        private void criteria() {
            var before = input.before();
            if (before == null
                    || !before.draft().isPromise()
                    || isBlank(before.draft().facts().criteria())) {
                return;
            }
            boolean same = Objects.equals(
                    before.draft().facts().criteria(), draft.facts().criteria());
            if (same) {
                pass("What counts as kept is as published");
            } else if (kind() == Verdict.Kind.CORRECTION) {
                pass("What counts as kept changes, openly, as a correction");
            } else {
                block(
                        "What counts as kept is public and frozen. Put it back, or publish as a correction.",
                        "#criteria");
            }
        }

        private void evidence() {
            if (draft.rating() != null && !draft.rating().isFinding()) {
                pass("“%s” is no finding and needs no evidence".formatted(draft.rating().label));
                return;
            }
            var pieces = draft.evidence();
            long sources = pieces.stream()
                    .map(piece -> piece.source().strip().toLowerCase(Locale.ROOT))
                    .distinct()
                    .count();
            boolean primary = pieces.stream().anyMatch(Draft.Piece::primary);
            check(
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
            uncopied.forEach(i -> block(
                    "Source %d (%s) has no saved copy."
                            .formatted(i + 1, pieces.get(i).title()),
                    "#evidence-" + i + "-saved_copy_url"));
            if (uncopied.isEmpty() && !pieces.isEmpty()) {
                pass("Each source on the web has a saved copy");
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
            check(
                    draft.evidence().stream()
                            .anyMatch(piece ->
                                    piece.datedOn() != null && !piece.datedOn().isBefore(fact)),
                    "A source is dated on or after the day that settles the promise",
                    "All sources are older than the deadline. At least one must be dated on or after the day that settles the promise.",
                    "#evidence");
        }

        private void rating() {
            if (draft.rating() == null) {
                block("No verdict is chosen.", "#rating");
            } else {
                check(
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
                check(
                        !isBlank(draft.note()),
                        "Final before the deadline; the note says why",
                        "“%s” is final, but applies before the deadline. Say in the note why it can be settled already."
                                .formatted(draft.rating().label),
                        "#note");
            }
        }

        private void reason() {
            if (isBlank(draft.reason())) {
                block("The reason in one sentence is missing.", "#reason");
                return;
            }
            int length = draft.reason().codePointCount(0, draft.reason().length());
            check(
                    length <= LONGEST_REASON,
                    "The reason fits in %d characters".formatted(LONGEST_REASON),
                    "The reason has %d characters; %d are allowed.".formatted(length, LONGEST_REASON),
                    "#reason");
        }

        private void body() {
            check(!isBlank(draft.body()), "What we found is written", "What we found is empty.", "#body");
        }

        private void inForceFrom() {
            if (draft.inForceFrom() == null) {
                block("The date the verdict is in force from is missing.", "#in_force_from");
                return;
            }
            check(
                    !draft.inForceFrom().isAfter(LocalDate.ofInstant(input.now(), ZoneOffset.UTC)),
                    "In force from a date that has come",
                    "The verdict is in force from a day that has not come yet.",
                    "#in_force_from");
        }

        private void note() {
            if (input.before() != null) {
                check(
                        !isBlank(draft.note()),
                        "The note says what changed",
                        "The claim is public already: say in the note what changed and why.",
                        "#note");
            }
        }

        private void secondPerson() {
            if (input.signerId() == null) {
                block("Nobody has signed off this version yet. It needs a second person.", "#sign-off");
                return;
            }
            check(
                    !input.signerId().equals(input.authorId()),
                    "A second person signed off this version",
                    "The person who wrote this version signed it off. Somebody else must.",
                    "#sign-off");
        }

        private void kindFits() {
            String misfit = misfit();
            check(
                    misfit == null,
                    kind() == null ? "" : "It is published as: " + kind().label,
                    misfit,
                    "#publication-kind");
        }

        private String misfit() {
            if (kind() == null) {
                return "Choose what kind of change this is.";
            }
            var before = input.before();
            if (before == null) {
                return kind() == Verdict.Kind.ORIGINAL
                        ? null
                        : "This is the first verdict: publish it as the original.";
            }
            if (before.kind() == Verdict.Kind.WITHDRAWAL
                    && EnumSet.of(Verdict.Kind.CONFIRMATION, Verdict.Kind.CLARIFICATION)
                            .contains(kind())) {
                return "The verdict was withdrawn, so there is nothing to confirm or clarify. Publish an update or a correction.";
            }
            return switch (kind()) {
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
                case WITHDRAWAL ->
                    before.kind() == Verdict.Kind.WITHDRAWAL ? "The verdict is withdrawn already." : null;
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
            if (isBlank(reason)) {
                block("Readers are owed a reason for this publication.", "#public_reason");
                return;
            }
            check(
                    reason.codePointCount(0, reason.length()) <= LONGEST_PUBLIC_REASON,
                    "Readers are told why",
                    "The reason for readers may have %d characters at most.".formatted(LONGEST_PUBLIC_REASON),
                    "#public_reason");
        }

        private Verdict.Kind kind() {
            return input.publication() == null ? null : input.publication().kind();
        }

        private boolean settlesAPromise() {
            return draft.isPromise()
                    && draft.rating() != null
                    && draft.rating().settles
                    && !draft.rating().isUnrateable();
        }

        private void check(boolean passed, String whenPassed, String whenBlocked, String link) {
            if (passed) {
                pass(whenPassed);
            } else {
                block(whenBlocked, link);
            }
        }

        private void pass(String sentence) {
            items.add(new Item(true, sentence, null));
        }

        private void block(String sentence, String link) {
            items.add(new Item(false, sentence, link));
        }

        private static boolean isBlank(String text) {
            return text == null || text.isBlank();
        }
    }
}
