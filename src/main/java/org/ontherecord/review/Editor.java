package org.ontherecord.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import org.ontherecord.account.Account;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.CountedAppearance;
import org.ontherecord.claim.Deadline;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.WrittenDate;
import org.ontherecord.review.contact.Contact;
import org.ontherecord.review.contact.ContactAttempt;
import org.ontherecord.review.copies.CopyRequest;
import org.ontherecord.speaker.Speaker;

/** The claim editor as its template needs it: what was typed, what is on record, and how both were understood. */
public record Editor(
        ClaimFile file,
        Typed typed,
        FormErrors errors,
        boolean promise,
        boolean criteriaFrozen,
        List<Choice> ratings,
        String scale,
        List<Row> evidence,
        List<Contact> contacts,
        List<Said> said,
        List<Counted> counted,
        String deadline,
        String clockChange,
        SpeakerPick person,
        List<String> speakers,
        Collection<String> zones,
        String notice,
        Instant keptAt,
        List<UnsavedText.Writer> writers,
        Preview preview,
        List<FieldComment.Line> comments,
        List<Precedent> precedents,
        Returned returned) {

    /** That an editor sent the draft back, and what they want; null once it was handed in again. */
    public record Returned(String by, Instant at, int version, String note) {
        static Returned of(Review review) {
            return Handover.openReturns(List.of(review)).stream()
                    .map(last -> new Returned(last.by.name, last.at, last.revision.number, last.note))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** A rating to choose, with its meaning. */
    public record Choice(String code, String label, String definition, String role, boolean chosen) {}

    /** A row of evidence: its number for people, the names of its controls, and the copy asked for, if one was. */
    public record Row(int index, String copyTyped, CopyRequest.Line copy) {
        public int number() {
            return index + 1;
        }

        /** Whether the archive has a copy that the row does not name. */
        public boolean offersCopy() {
            return copy != null && copy.isSaved() && !copy.copyUrl().equals(copyTyped);
        }

        public String cell(String name) {
            return EvidenceRows.cell(index, name);
        }
    }

    /**
     * One place the claim was made. What stands in an article is undone there; what is public stays. {@code goneSince}: since when
     * the live article no longer has the words, or null.
     */
    public record Said(
            long id,
            String quote,
            boolean reported,
            String title,
            String outlet,
            String address,
            String date,
            String occasion,
            boolean open,
            boolean removable,
            Instant goneSince) {

        /** The name of the control for its date. */
        public String field() {
            return "said_on-" + id;
        }

        /** The name of what says which date it was when the form was made. */
        public String before() {
            return field() + SaidDates.WAS;
        }
    }

    /** A total that a source gives. */
    public record Counted(long id, String words, String source, String address, boolean removable) {}

    /** Where the form is sent. */
    public String revisions() {
        return "/desk/claims/" + file.id() + "/revisions";
    }

    /** Whether something was begun in the fields for an outside source, so that they must not be folded away. */
    public boolean saidOpen() {
        return NewlySaid.FIELDS.stream().anyMatch(name -> !name.equals("said-mode") && !typed.isBlank(name));
    }

    public boolean countedOpen() {
        return NewlyCounted.FIELDS.stream().anyMatch(name -> !typed.isBlank(name));
    }

    /** What is still open of what was said about a field, to stand beside it. */
    public List<FieldComment.Line> talk(String field) {
        return comments.stream().filter(one -> one.field().equals(field)).toList();
    }

    /** Whether somebody saved after this form was begun. */
    public boolean overtaken() {
        return !typed.get("version").equals(String.valueOf(file.version()));
    }

    /** {@code keptAt} says since when the form holds text that was kept and not saved, and is null if it does not. */
    static Editor of(
            Claim claim, ClaimForm form, FormErrors errors, String notice, Instant now, Account me, Instant keptAt) {
        var file = ClaimFile.of(claim, now);
        var ratings = Rating.forKind(form.kind());
        var reading = form.deadline().understood();
        return new Editor(
                file,
                form.typed,
                errors,
                form.isPromise(),
                criteriaFrozen(claim),
                ratings.stream()
                        .map(r -> new Choice(r.code, r.label, r.definition, r.role, r.code.equals(form.get("rating"))))
                        .toList(),
                ratings.get(0).scale.label,
                rows(claim, form),
                ContactAttempt.of(claim),
                said(claim, file),
                CountedAppearance.of(claim).stream().map(c -> counted(c, file)).toList(),
                reading.map(r -> r.deadline().inWords()).orElse(null),
                reading.flatMap(Deadline.Reading::clockChange).orElse(null),
                SpeakerPick.of(form.typed),
                Speaker.names(),
                Deadline.zones(),
                notice,
                keptAt,
                UnsavedText.others(claim, me, now),
                Preview.of(claim, form, now),
                Review.of(claim).map(FieldComment::of).orElse(List.of()).stream()
                        .filter(FieldComment.Line::isOpen)
                        .toList(),
                Precedent.of(claim, form),
                Review.of(claim).map(Returned::of).orElse(null));
    }

    private static List<Row> rows(Claim claim, ClaimForm form) {
        var asked = CopyRequest.of(claim);
        return IntStream.range(0, form.evidence().count())
                .mapToObj(row -> new Row(
                        row,
                        form.get(EvidenceRows.cell(row, "saved_copy_url")).strip(),
                        SourceCopies.of(form.get(EvidenceRows.cell(row, "url")), asked).stream()
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static boolean criteriaFrozen(Claim claim) {
        return Verdict.of(claim).stream().anyMatch(verdict -> verdict.revision.criteria != null);
    }

    static List<Said> said(Claim claim, ClaimFile file) {
        var gone = Appearance.gone(claim);
        return Appearance.of(claim).stream()
                .map(appearance -> said(appearance, file, gone.get(appearance.id)))
                .toList();
    }

    private static Said said(Appearance appearance, ClaimFile file, Instant goneSince) {
        boolean open = isOpen(appearance.recordedAt, file);
        boolean outside = appearance.snapshot == null;
        var article = outside ? null : appearance.snapshot.article;
        return new Said(
                appearance.id,
                appearance.quoteExact,
                appearance.mode == Appearance.Mode.REPORTED,
                outside ? appearance.sourceTitle : article.title,
                outside || article.outlet == null ? null : article.outlet.name,
                outside ? appearance.sourceUrl : "/desk/articles/" + article.id,
                WrittenDate.inWords(appearance.saidOn, appearance.saidPrecision),
                appearance.occasion,
                open,
                open && outside,
                goneSince);
    }

    private static Counted counted(CountedAppearance counted, ClaimFile file) {
        return new Counted(
                counted.id,
                "%s%,d times, %s to %s, counted by %s"
                        .formatted(
                                counted.atLeast ? "at least " : "",
                                counted.times,
                                WrittenDate.inWords(counted.fromOn),
                                WrittenDate.inWords(counted.toOn),
                                counted.countedBy),
                counted.sourceTitle,
                counted.sourceUrl,
                isOpen(counted.recordedAt, file));
    }

    /** Whether it can still be changed or removed: no verdict was published since it was recorded. */
    static boolean isOpen(Instant recordedAt, ClaimFile file) {
        return file.verdict() == null || file.verdict().publishedAt().isBefore(recordedAt);
    }
}
