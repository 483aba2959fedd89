package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.RelatedClaim;
import org.ontherecord.claim.merging.MergedLine;
import org.ontherecord.platform.Slugs;
import org.ontherecord.platform.WrittenDate;
import org.ontherecord.review.contact.ContactAttempt;

/** What every desk page about one claim shows around its own matter: name, stage, public verdict, checklist, history. */
public record ClaimFile(
        long id,
        Long reviewId,
        Long revisionId,
        int revisionNumber,
        int version,
        String title,
        boolean quoted,
        String stage,
        String stageLabel,
        String owner,
        String author,
        LocalDate nextReviewOn,
        PublicVerdict verdict,
        List<PublishCheck.Item> checklist,
        List<Happening> history,
        List<RelatedClaim> related,
        List<MergedLine> merges) {

    /** The verdict readers see now, and where. The label is "Withdrawn" after a withdrawal. */
    public record PublicVerdict(
            int number,
            String code,
            String label,
            String role,
            String kind,
            LocalDate inForceFrom,
            Instant publishedAt,
            String address) {}

    /** One line of the history: who did what when. */
    public record Happening(Instant at, String who, String what, String note) {}

    /** One step of draft, in review, approved, published. */
    public record Step(String label, String state) {}

    /** The file of a claim. Its review may not exist yet, and nothing is written here. */
    static ClaimFile of(Claim claim, Instant now) {
        Optional<Review> review = Review.of(claim);
        Optional<Revision> newest = review.flatMap(Review::newest);
        var stage = review.map(r -> r.stage).orElse(Review.Stage.DRAFT);
        Draft draft = newest.map(Revision::draft).orElseGet(() -> Draft.ofUnchecked(claim));
        var verdicts = Verdict.of(claim);
        String headline = draft.facts().headline();
        return new ClaimFile(
                claim.id,
                review.map(r -> r.id).orElse(null),
                newest.map(r -> r.id).orElse(null),
                newest.map(r -> r.number).orElse(0),
                review.map(r -> r.version).orElse(0),
                headline == null ? draft.facts().wording() : headline,
                headline != null,
                stage.name(),
                stage.label,
                review.map(r -> r.owner).map(owner -> owner.name).orElse(null),
                newest.map(r -> r.author.name).orElse(null),
                review.map(r -> r.nextReviewOn).orElse(null),
                verdicts.isEmpty() ? null : verdict(verdicts.get(0)),
                checklist(claim, review, newest, draft, now),
                history(review, verdicts),
                RelatedClaim.of(claim.id).stream().filter(RelatedClaim::isOpen).toList(),
                MergedLine.of(claim.id));
    }

    public String number() {
        return "C-" + id;
    }

    public boolean isPublic() {
        return verdict != null;
    }

    public boolean is(String name) {
        return stage.equals(name);
    }

    public List<PublishCheck.Item> blocks() {
        return checklist.stream().filter(item -> !item.passed()).toList();
    }

    public List<PublishCheck.Item> passed() {
        return checklist.stream()
                .filter(item -> item.passed() && !item.isReminder())
                .toList();
    }

    /** What blocks nothing, but is worth a thought. */
    public List<PublishCheck.Item> reminders() {
        return checklist.stream().filter(PublishCheck.Item::isReminder).toList();
    }

    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var each : Review.Stage.values()) {
            int order = each.compareTo(Review.Stage.valueOf(stage));
            steps.add(new Step(each.label, order < 0 ? "done" : order == 0 ? "current" : "ahead"));
        }
        return steps;
    }

    /** Who must act next, as a sentence. */
    public String whoHasIt() {
        return switch (Review.Stage.valueOf(stage)) {
            case DRAFT -> owner == null ? "Nobody has started on it." : owner + " has it.";
            case IN_REVIEW -> "Waiting for an editor other than " + author + ".";
            case APPROVED -> "Waiting for an editor to publish it.";
            case PUBLISHED ->
                nextReviewOn == null
                        ? "Nothing is waiting."
                        : "To be checked again on " + WrittenDate.inWords(nextReviewOn) + ".";
        };
    }

    static PublicVerdict verdict(Verdict newest) {
        var revision = newest.revision;
        boolean withdrawn = newest.kind == Verdict.Kind.WITHDRAWAL;
        // Readers' browsers may keep a page for a minute; whoever has just published must not be shown the one before.
        String fresh = "?v=" + newest.number;
        return new PublicVerdict(
                newest.number,
                withdrawn ? "withdrawn" : revision.rating.code,
                withdrawn ? "Withdrawn" : revision.rating.label,
                withdrawn ? "none" : revision.rating.role,
                newest.kind.label,
                newest.inForceFrom,
                newest.publishedAt,
                "/claims/" + newest.claim.id + "-"
                        + Slugs.of(revision.headline == null ? revision.wording : revision.headline)
                        + fresh);
    }

    /** Empty when the newest version is public: then there is nothing to publish. */
    private static List<PublishCheck.Item> checklist(
            Claim claim, Optional<Review> review, Optional<Revision> newest, Draft draft, Instant now) {
        if (review.isPresent() && review.get().stage == Review.Stage.PUBLISHED) {
            return List.of();
        }
        if (newest.isPresent()) {
            return PublishCheck.of(newest.get(), null, now).items();
        }
        boolean asked = ContactAttempt.isAsked(claim);
        return PublishCheck.of(
                        new PublishCheck.Case(draft, null, PublishCheck.Said.of(claim), null, null, null, asked, now))
                .items();
    }

    private static List<Happening> history(Optional<Review> review, List<Verdict> verdicts) {
        var history = new ArrayList<Happening>();
        verdicts.forEach(verdict -> history.add(new Happening(
                verdict.publishedAt,
                verdict.publishedBy.name,
                "published version %d%s as %s, in force from %s"
                        .formatted(
                                verdict.revision.number,
                                verdict.withoutReviewBecause == null ? "" : " without review",
                                verdict.kind.label.toLowerCase(java.util.Locale.ROOT),
                                WrittenDate.inWords(verdict.inForceFrom)),
                verdict.publicReason)));
        if (!verdicts.isEmpty()) {
            SecondLook.of(verdicts.get(0).claim)
                    .forEach(look -> history.add(new Happening(
                            look.at,
                            look.by.name,
                            "looked at version " + look.verdict.revision.number + ", published without review",
                            look.note)));
        }
        review.ifPresent(r -> {
            Handover.of(r)
                    .forEach(handover -> history.add(new Happening(
                            handover.at,
                            handover.by.name,
                            handover.step.words + " (version " + handover.revision.number + ")",
                            handover.note)));
            r.revisions()
                    .forEach(revision -> history.add(new Happening(
                            revision.savedAt,
                            revision.author.name,
                            "saved version " + revision.number,
                            revision.note)));
        });
        // The sort is stable, and what was gathered first happened last among things of one instant.
        history.sort(Comparator.comparing(Happening::at).reversed());
        return List.copyOf(history);
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
