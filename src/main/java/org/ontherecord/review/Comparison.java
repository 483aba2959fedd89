package org.ontherecord.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ontherecord.account.Account;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.WordDiff;
import org.ontherecord.platform.WrittenDate;
import org.ontherecord.review.contact.ContactAttempt;

/** A revision beside what is public, or what was returned: what changed, what stays, and what that means for readers. */
public record Comparison(
        ClaimFile file,
        List<Editor.Said> said,
        boolean first,
        String comparedWith,
        String note,
        List<Change> changes,
        List<Same> unchanged,
        List<String> readersWillSee,
        boolean mayDecide,
        boolean mayTakeBack,
        boolean mayPublish,
        String cannotDecide,
        String step,
        String typedNote,
        FormErrors errors,
        List<FieldComment.Line> elsewhere,
        SecondLook.Waiting waiting) {

    private static final Comparator<Part> VERDICT_FIRST = Comparator.comparing(
            part -> !Set.of(Part.RATING, Part.REASON, Part.IN_FORCE_FROM).contains(part));

    /** One part that differs. Verdicts are shown as tags, evidence as a list, all else word by word. */
    public record Change(
            String name,
            String label,
            String text,
            WordDiff diff,
            List<Line> evidence,
            Tag oldVerdict,
            Tag newVerdict,
            boolean seen,
            String next,
            List<FieldComment.Line> comments) {}

    /** A piece of evidence that stays, was added or was taken out, with the way to it. */
    public record Line(
            boolean added,
            boolean removed,
            String title,
            String url,
            String details,
            String savedCopyUrl,
            String quote) {}

    /** A part as it was and is; {@code seen} when the person ticked it in the version it is compared with. */
    public record Same(String label, String text, boolean seen) {}

    /** What a revision is read beside: the public one or, before there is one, the last that was returned. */
    record Basis(Draft draft, boolean isPublic, String inWords, Set<Part> seen) {
        static Basis of(Verdict verdict) {
            var revision = verdict.revision;
            String words = "compared with version %d, which is public".formatted(revision.number);
            return new Basis(revision.draft(), true, words, Set.of());
        }

        static Basis of(Handover returned, Account who) {
            var revision = returned.revision;
            String words = "compared with version %d, which %s returned".formatted(revision.number, returned.by.name);
            return new Basis(revision.draft(), false, words, Set.copyOf(SeenField.by(who, revision)));
        }
    }

    /** A rating as the reader sees it. */
    public record Tag(String code, String label, String role) {
        static Tag of(Rating rating) {
            return rating == null ? null : new Tag(rating.code, rating.label, rating.role);
        }
    }

    /** How far the person is with reading it, and what was said about its fields. */
    record Reading(Set<Part> seen, List<FieldComment.Line> comments, SecondLook.Waiting waiting) {
        static Reading of(Revision revision, Account who) {
            return new Reading(
                    Set.copyOf(SeenField.by(who, revision)),
                    FieldComment.of(revision.review),
                    SecondLook.waiting(revision.review.claim, who).orElse(null));
        }

        private List<FieldComment.Line> on(Part part) {
            return comments.stream()
                    .filter(comment -> comment.field().equals(part.anchor()))
                    .toList();
        }
    }

    /** What the person looking at it may do, and the sentence that says why not. */
    record Rights(boolean mayDecide, boolean mayTakeBack, boolean mayPublish, String cannotDecide) {}

    /** A decision as typed, to be shown again if it was refused. */
    record Decision(String step, String note, FormErrors errors) {
        static final Decision NONE = new Decision("", "", new FormErrors());
    }

    static Comparison of(
            ClaimFile file,
            List<Editor.Said> said,
            Revision revision,
            Optional<Basis> basis,
            Reading reading,
            Rights rights,
            Decision decision) {
        Draft draft = revision.draft();
        Optional<Draft> before = basis.map(Basis::draft);
        Set<Part> seenBefore = basis.map(Basis::seen).orElse(Set.of());
        List<Part> changed =
                changed(draft, before).stream().sorted(VERDICT_FIRST).toList();
        return new Comparison(
                file,
                said,
                before.isEmpty(),
                basis.map(Basis::inWords).orElse("with nothing earlier to compare it with"),
                revision.note,
                changed.stream()
                        .map(part -> change(part, draft, before, reading, next(part, changed, reading)))
                        .toList(),
                Part.ALL.stream()
                        .filter(part ->
                                !changed.contains(part) && !part.text(draft).isEmpty())
                        .map(part -> new Same(part.label, part.text(draft), seenBefore.contains(part)))
                        .toList(),
                readersWillSee(revision, basis.filter(Basis::isPublic).map(Basis::draft)),
                rights.mayDecide(),
                rights.mayTakeBack(),
                rights.mayPublish(),
                rights.cannotDecide(),
                decision.step(),
                decision.note(),
                decision.errors(),
                reading.comments().stream()
                        .filter(comment ->
                                changed.stream().noneMatch(part -> part.anchor().equals(comment.field())))
                        .toList(),
                reading.waiting());
    }

    /** Whether fields can be ticked and talked about: there is nothing to read in what is public already. */
    public boolean talks() {
        return !file.is("PUBLISHED");
    }

    /** How many comments nobody has settled. */
    public long openComments() {
        return Stream.concat(changes.stream().flatMap(change -> change.comments().stream()), elsewhere.stream())
                .filter(FieldComment.Line::isOpen)
                .count();
    }

    /** Where the keys act as long as no field has the focus; empty when all was seen. */
    public String firstUnseen() {
        return changes.stream()
                .filter(change -> !change.seen())
                .findFirst()
                .map(Change::name)
                .orElse("");
    }

    public String progress() {
        return "%d of %d fields seen"
                .formatted(changes.stream().filter(Change::seen).count(), changes.size());
    }

    /** The next field that was not seen, in the order of the page; empty when this is the last. */
    private static String next(Part part, List<Part> changed, Reading reading) {
        return changed.stream()
                .skip(changed.indexOf(part) + 1)
                .filter(later -> !reading.seen().contains(later))
                .findFirst()
                .map(Part::anchor)
                .orElse("");
    }

    public String heading() {
        if (first) {
            return "What it says";
        }
        return switch (changes.size()) {
            case 0 -> "Nothing changed";
            case 1 -> "1 field changed";
            default -> changes.size() + " fields changed";
        };
    }

    /** In sentences: the verdict before and after, and what happens to the page. */
    static List<String> readersWillSee(Revision revision, Optional<Draft> before) {
        Draft draft = revision.draft();
        var sentences = new ArrayList<String>();
        String from = draft.inForceFrom() == null ? "" : ", in force from " + WrittenDate.inWords(draft.inForceFrom());
        String rating = draft.rating() == null ? "none" : draft.rating().label;
        if (before.isEmpty()) {
            sentences.add("A new public page with the verdict " + rating + from + ".");
        } else if (Part.RATING.value(draft).equals(Part.RATING.value(before.get()))) {
            sentences.add("The verdict stays " + rating + from + ".");
        } else {
            var old = before.get().rating();
            sentences.add(
                    "The verdict changes from %s to %s%s.".formatted(old == null ? "none" : old.label, rating, from));
        }
        if (draft.reason() != null) {
            sentences.add("“" + draft.reason() + "”");
        }
        if (before.isPresent() && !Part.DEADLINE.value(draft).equals(Part.DEADLINE.value(before.get()))) {
            String old = Part.DEADLINE.text(before.get());
            sentences.add("The deadline on the timeline moves%s to %s."
                    .formatted(
                            old.isEmpty() ? "" : " from " + old,
                            draft.deadline() == null
                                    ? "no date"
                                    : draft.deadline().inWords()));
        }
        sentences.addAll(ContactAttempt.forReaders(revision.review.claim));
        sentences.add(
                before.isEmpty()
                        ? "The timeline begins with it."
                        : "One step is added to the timeline. What was public before stays in the history.");
        return List.copyOf(sentences);
    }

    private static List<Part> changed(Draft draft, Optional<Draft> before) {
        return before.map(draft::changesSince)
                .orElseGet(() -> Stream.of(Part.values())
                        .filter(part -> part != Part.NOTE && !part.text(draft).isEmpty())
                        .toList());
    }

    private static Change change(Part part, Draft draft, Optional<Draft> before, Reading reading, String next) {
        String old = before.map(part::text).orElse("");
        boolean rating = part == Part.RATING;
        return new Change(
                part.anchor(),
                part.label,
                part.text(draft),
                WordDiff.between(old, part.text(draft)),
                part == Part.EVIDENCE
                        ? lines(before.map(Draft::evidence).orElse(List.of()), draft.evidence(), before.isEmpty())
                        : List.of(),
                rating ? before.map(b -> Tag.of(b.rating())).orElse(null) : null,
                rating ? Tag.of(draft.rating()) : null,
                reading.seen().contains(part),
                next,
                reading.on(part));
    }

    private static List<Line> lines(List<Draft.Piece> before, List<Draft.Piece> after, boolean first) {
        return Stream.concat(
                        before.stream().filter(piece -> !after.contains(piece)).map(piece -> line(piece, false, true)),
                        after.stream().map(piece -> line(piece, !first && !before.contains(piece), false)))
                .toList();
    }

    private static Line line(Draft.Piece piece, boolean added, boolean removed) {
        String details = piece.source()
                + (piece.dated() == null ? "" : ", " + piece.datedInWords())
                + (piece.primary() ? " · primary · " : " · secondary · ")
                + piece.stance().words
                + (piece.accessedOn() == null ? "" : " · read " + WrittenDate.inWords(piece.accessedOn()));
        return new Line(added, removed, piece.title(), piece.url(), details, piece.savedCopyUrl(), piece.quote());
    }
}
