package org.ontherecord.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.review.contact.ContactAttempt;

/**
 * Everything that stands between a revision and the public record, all at once: each item is passed or blocks, and a
 * block leads to what fixes it. The database keeps the last line of defence; this is the one that explains itself.
 */
public record PublishCheck(List<Item> items) {
    static final int LONGEST_REASON = 200;
    static final int LONGEST_PUBLIC_REASON = 500;
    static final String WITHOUT_REVIEW = "#without_review";
    static final String CONTACTS = "#contacts";

    /**
     * One line of the checklist. The link is an address, or {@code #} and a control of the claim editor; what has one though
     * it is passed is worth a thought and blocks nothing.
     */
    public record Item(boolean passed, String sentence, String link) {
        public boolean isReminder() {
            return passed && link != null;
        }
    }

    /** A place the claim was made, as far as the check cares. The article's id is null for an outside source. */
    record Said(String quote, Long articleId, String articleTitle, boolean outletKnown, boolean dateKnown) {
        static List<Said> of(Claim claim) {
            return Appearance.of(claim).stream().map(Said::of).toList();
        }

        private static Said of(Appearance appearance) {
            if (appearance.snapshot == null) {
                return new Said(appearance.quoteExact, null, appearance.sourceTitle, true, appearance.saidOn != null);
            }
            var article = appearance.snapshot.article;
            return new Said(
                    appearance.quoteExact,
                    article.id,
                    article.title,
                    article.outlet != null,
                    article.publishedOn != null);
        }
    }

    /** The verdict that is public now and the text it made public. */
    record Before(Draft draft, Verdict.Kind kind) {
        static Optional<Before> of(Claim claim) {
            return Verdict.newest(claim).map(verdict -> new Before(verdict.revision.draft(), verdict.kind));
        }
    }

    /** How somebody is about to publish, or null while nobody is. {@code withoutReview} is the reason not to wait, else null. */
    public record Publication(Verdict.Kind kind, String publicReason, String withoutReview) {
        public Publication(Verdict.Kind kind, String publicReason) {
            this(kind, publicReason, null);
        }

        boolean isWithoutReview() {
            return withoutReview != null;
        }
    }

    /** All that the check looks at. {@code before}, {@code signerId} and {@code publication} are null until there is one. */
    record Case(
            Draft draft,
            Long authorId,
            List<Said> said,
            Before before,
            Long signerId,
            Publication publication,
            boolean replyAsked,
            Instant now) {

        Verdict.Kind kind() {
            return publication == null ? null : publication.kind();
        }
    }

    /** The checklist for this revision as things stand. */
    static PublishCheck of(Revision revision, Publication publication, Instant now) {
        Claim claim = revision.review.claim;
        return of(new Case(
                revision.draft(),
                revision.author.id,
                Said.of(claim),
                Before.of(claim).orElse(null),
                Handover.signer(revision).map(account -> account.id).orElse(null),
                publication,
                ContactAttempt.isAsked(claim),
                now));
    }

    static PublishCheck of(Case input) {
        var list = new Checklist();
        // What is taken back may be taken back because its evidence or its wording did not hold.
        if (input.kind() != Verdict.Kind.WITHDRAWAL) {
            new ClaimChecks(input, list).run();
            new FindingChecks(input, list).run();
        }
        new PublicationChecks(input, list).run();
        return new PublishCheck(list.items());
    }

    List<Item> blocks() {
        return items.stream().filter(item -> !item.passed()).toList();
    }

    boolean isPassed() {
        return blocks().isEmpty();
    }
}
