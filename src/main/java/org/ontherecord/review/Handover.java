package org.ontherecord.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.Role;
import org.ontherecord.platform.Refusal;

/** One step of the sign-off: a revision submitted, returned or approved by a second person, or taken back by its author. */
@Entity
@Immutable
public class Handover extends PanacheEntityBase {
    /** What was done with the revision. */
    public enum Step {
        SUBMITTED("sent it to review", Review.Stage.IN_REVIEW),
        RETURNED("returned it", Review.Stage.DRAFT),
        APPROVED("approved it", Review.Stage.APPROVED),
        TAKEN_BACK("took it back", Review.Stage.DRAFT);

        public final String words;

        /** Where the review stands after it. */
        final Review.Stage next;

        Step(String words, Review.Stage next) {
            this.words = words;
            this.next = next;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Review review;

    @ManyToOne
    public Revision revision;

    @Enumerated(EnumType.STRING)
    public Step step;

    @ManyToOne
    public Account by;

    public Instant at;
    public String note;

    protected Handover() {}

    private Handover(Step step, Revision revision, Account by, String note, Instant now) {
        this.review = revision.review;
        this.revision = revision;
        this.step = step;
        this.by = by;
        this.note = note;
        this.at = now;
    }

    /** Hands the newest revision to a second person. */
    public static void submit(Review review, Revision revision, Account who, Instant now) {
        if (isRepeated(Step.SUBMITTED, review, revision, who, null)) {
            return;
        }
        review.mustBe(Review.Stage.DRAFT, "Only a draft can be sent to review. This is “%s”.");
        record(Step.SUBMITTED, revision, who, null, now);
    }

    /** The author changes their mind before anybody decided. */
    static void takeBack(Review review, Revision revision, Account who, Instant now) {
        if (isRepeated(Step.TAKEN_BACK, review, revision, who, null)) {
            return;
        }
        review.mustBe(Review.Stage.IN_REVIEW, "Only a version in review can be taken back. This is “%s”.");
        if (!isBehind(revision, who)) {
            throw Refusal.notAllowed("Only %s, who wrote this version, can take it back. An editor can return it."
                    .formatted(revision.author.name));
        }
        record(Step.TAKEN_BACK, revision, who, null, now);
    }

    /** A second person wants changes and says which. */
    static void returnToAuthor(Review review, Revision revision, Account editor, String note, Instant now) {
        if (isRepeated(Step.RETURNED, review, revision, editor, note)) {
            return;
        }
        editor.require(Role.EDITOR, "Only editors can return a version.");
        if (review.stage != Review.Stage.APPROVED) {
            review.mustBe(Review.Stage.IN_REVIEW, "Only a version in review can be returned. This is “%s”.");
        }
        if (revision.author.id.equals(editor.id)) {
            throw Refusal.notAllowed("You wrote this version. Take it back instead of returning it.");
        }
        if (note == null || note.isBlank()) {
            throw Refusal.incomplete("Say in the note what should change.");
        }
        record(Step.RETURNED, revision, editor, note, now);
    }

    /** A second person stands behind exactly this revision. */
    public static void approve(Review review, Revision revision, Account editor, String note, Instant now) {
        if (isRepeated(Step.APPROVED, review, revision, editor, note)) {
            return;
        }
        editor.require(Role.EDITOR, "Only editors can approve a version.");
        review.mustBe(Review.Stage.IN_REVIEW, "Only a version in review can be approved. This is “%s”.");
        if (revision.author.id.equals(editor.id)) {
            throw Refusal.notAllowed("You can't approve your own change. Another editor must.");
        }
        record(Step.APPROVED, revision, editor, note, now);
    }

    /** Who signed off this revision; nobody once it was returned, taken back or overtaken by a newer one. */
    static Optional<Account> signer(Revision revision) {
        Review review = revision.review;
        return review.stage != Review.Stage.APPROVED && review.stage != Review.Stage.PUBLISHED
                ? Optional.empty()
                : newest(review)
                        .filter(last -> last.step == Step.APPROVED && last.revision.id.equals(revision.id))
                        .map(last -> last.by);
    }

    /** Whether the person wrote or sent this revision. */
    static boolean isBehind(Revision revision, Account who) {
        return revision.author.id.equals(who.id)
                || newest(revision.review)
                        .filter(last -> last.is(Step.SUBMITTED, revision, who))
                        .isPresent();
    }

    /** Of these reviews, the returns that their drafts still answer to: not handed in again since, and not published. */
    static List<Handover> openReturns(List<Review> reviews) {
        return getEntityManager()
                .createQuery("""
                        select h from Handover h join fetch h.by join fetch h.revision
                        where h.review in :reviews and h.review.stage = :draft and h.step = :returned
                        and h.id = (select max(last.id) from Handover last where last.review = h.review)
                        and not exists (select 1 from Verdict v where v.revision.review = h.review and v.revision.number >= h.revision.number)
                        order by h.id""", Handover.class)
                .setParameter("reviews", reviews)
                .setParameter("draft", Review.Stage.DRAFT)
                .setParameter("returned", Step.RETURNED)
                .setMaxResults(Math.max(1, reviews.size()))
                .getResultList();
    }

    /** The last version of this review that was returned before this one. */
    static Optional<Handover> lastReturned(Revision revision) {
        return find(
                        "review = ?1 and step = ?2 and revision.number < ?3 order by id desc",
                        revision.review,
                        Step.RETURNED,
                        revision.number)
                .firstResultOptional();
    }

    static List<Handover> of(Review review) {
        return list("review = ?1 order by id desc", review);
    }

    private static Optional<Handover> newest(Review review) {
        return find("review = ?1 order by id desc", review).firstResultOptional();
    }

    private static boolean isRepeated(Step step, Review review, Revision revision, Account who, String note) {
        review.lock();
        review.mustBeOurs(revision);
        review.mustBeNewest(revision);
        return newest(review)
                .filter(last -> last.is(step, revision, who) && Objects.equals(last.note, kept(note)))
                .isPresent();
    }

    private static String kept(String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }

    private static void record(Step step, Revision revision, Account who, String note, Instant now) {
        new Handover(step, revision, who, kept(note), now).persist();
        Review review = revision.review;
        var from = review.stage;
        review.move(step.next, review.owner);
        AuditEvent.record(
                who,
                "revision " + step.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "review",
                review.id,
                Map.of("stage", from.name()),
                Map.of("stage", step.next.name(), "claim", review.claim.id, "revision", revision.number),
                now);
    }

    private boolean is(Step step, Revision revision, Account by) {
        return this.step == step && this.revision.id.equals(revision.id) && this.by.id.equals(by.id);
    }
}
