package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.Refusal;
import org.ontherecord.review.contact.ContactAttempt;

/**
 * Our check of one claim. The stage is where the work stands; it says nothing about the verdict. Every verb takes the
 * row's lock first, so that two people or two clicks are told apart before anything is written.
 */
@Entity
public class Review extends PanacheEntityBase {
    /** Where the newest revision stands. PUBLISHED: nothing newer than the public verdict. */
    public enum Stage {
        DRAFT("Draft"),
        IN_REVIEW("In review"),
        APPROVED("Approved"),
        PUBLISHED("Published");

        public final String label;

        Stage(String label) {
            this.label = label;
        }
    }

    static final String IN_REVIEW_IS_NOT_EDITED =
            "This version is in review. Take it back, or wait until it is returned, to change it.";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Claim claim;

    @Enumerated(EnumType.STRING)
    public Stage stage = Stage.DRAFT;

    /** Who has it on the table: the person who saved last. */
    @ManyToOne
    public Account owner;

    public LocalDate nextReviewOn;
    public Instant openedAt;

    @Version
    public int version;

    /** The review of the claim, made if it has none: a claim accepted from an article starts without. */
    public static Review open(Claim claim, Account who, Instant now) {
        getEntityManager().flush();
        getEntityManager()
                .createNativeQuery("""
                        insert into review (claim_id, stage, owner_id, opened_at) values (:claim, 'DRAFT', :who, :now)
                        on conflict (claim_id) do nothing""")
                .setParameter("claim", claim.id)
                .setParameter("who", who.id)
                .setParameter("now", now)
                .executeUpdate();
        return of(claim).orElseThrow();
    }

    public static Optional<Review> of(Claim claim) {
        return find("claim", claim).firstResultOptional();
    }

    /** What the newest revision says, or the claim alone before there is one. */
    public Draft draft() {
        return newest().map(Revision::draft).orElseGet(() -> Draft.ofUnchecked(claim));
    }

    public Optional<Revision> newest() {
        return Revision.find("review = ?1 order by number desc", this).firstResultOptional();
    }

    Optional<Revision> revision(String number) {
        return number.matches("[1-9]\\d{0,8}")
                ? Revision.find("review = ?1 and number = ?2", this, Integer.parseInt(number))
                        .firstResultOptional()
                : Optional.empty();
    }

    List<Revision> revisions() {
        return Revision.list("review = ?1 order by number desc", this);
    }

    /**
     * Keeps what was typed as a new revision and takes it back to the drafts: an approval belongs to the revision it
     * was given to. The public verdict stays. Nothing is written when nothing changed.
     *
     * @param seen the version of this review that the person had before them
     * @return the new revision, or empty if there was nothing new to keep
     */
    public Optional<Revision> save(Draft draft, LocalDate nextReview, int seen, Account who, Instant now) {
        lock();
        if (seen != version) {
            throw Refusal.outOfStep("Somebody else saved this claim while you were writing.");
        }
        var newest = newest();
        boolean changed = newest.isEmpty() || differs(draft, newest.get());
        if (stage == Stage.IN_REVIEW && (changed || !Objects.equals(nextReviewOn, nextReview))) {
            throw Refusal.outOfStep(IN_REVIEW_IS_NOT_EDITED);
        }
        nextReviewOn = nextReview;
        if (!changed) {
            return Optional.empty();
        }
        var revision = new Revision(this, 1 + newest.map(last -> last.number).orElse(0), draft, who, now);
        revision.persist();
        claim.reword(draft.facts());
        move(Stage.DRAFT, who);
        // A draft saved again leaves every column as it was; the version must still tell that there is a newer text.
        touch();
        audit(who, "draft saved", newest.orElse(null), revision, now);
        return Optional.of(revision);
    }

    /** Hands the newest revision to a second person. */
    public void submit(Revision revision, Account who, Instant now) {
        if (isRepeated(Handover.Step.SUBMITTED, revision, who)) {
            return;
        }
        mustBe(Stage.DRAFT, "Only a draft can be sent to review. This is “%s”.");
        handOver(Handover.Step.SUBMITTED, Stage.IN_REVIEW, revision, who, null, now);
    }

    /** The author changes their mind before anybody decided. */
    public void takeBack(Revision revision, Account who, Instant now) {
        if (isRepeated(Handover.Step.TAKEN_BACK, revision, who)) {
            return;
        }
        mustBe(Stage.IN_REVIEW, "Only a version in review can be taken back. This is “%s”.");
        if (!isBehind(revision, who)) {
            throw Refusal.notAllowed("Only %s, who wrote this version, can take it back. An editor can return it."
                    .formatted(revision.author.name));
        }
        handOver(Handover.Step.TAKEN_BACK, Stage.DRAFT, revision, who, null, now);
    }

    /** A second person wants changes and says which. */
    public void returnToAuthor(Revision revision, Account editor, String note, Instant now) {
        if (isRepeated(Handover.Step.RETURNED, revision, editor)) {
            return;
        }
        mustBeEditor(editor, "Only editors can return a version.");
        if (stage != Stage.APPROVED) {
            mustBe(Stage.IN_REVIEW, "Only a version in review can be returned. This is “%s”.");
        }
        if (revision.author.id.equals(editor.id)) {
            throw Refusal.notAllowed("You wrote this version. Take it back instead of returning it.");
        }
        if (note == null || note.isBlank()) {
            throw Refusal.incomplete("Say in the note what should change.");
        }
        handOver(Handover.Step.RETURNED, Stage.DRAFT, revision, editor, note, now);
    }

    /** A second person stands behind exactly this revision. */
    public void approve(Revision revision, Account editor, String note, Instant now) {
        if (isRepeated(Handover.Step.APPROVED, revision, editor)) {
            return;
        }
        mustBeEditor(editor, "Only editors can approve a version.");
        mustBe(Stage.IN_REVIEW, "Only a version in review can be approved. This is “%s”.");
        if (revision.author.id.equals(editor.id)) {
            throw Refusal.notAllowed("You can't approve your own change. Another editor must.");
        }
        handOver(Handover.Step.APPROVED, Stage.APPROVED, revision, editor, note, now);
    }

    /**
     * Makes the revision public: one verdict is added and nothing the public has seen is touched. The same publication
     * sent twice is done once and answered twice.
     */
    public Verdict publish(Revision revision, Account editor, Verdict.Kind kind, String publicReason, Instant now) {
        return publish(revision, editor, new PublishCheck.Publication(kind, publicReason), now);
    }

    /** In an emergency the publication may go without a second person's approval; it then says why, to readers too. */
    Verdict publish(Revision revision, Account editor, PublishCheck.Publication sent, Instant now) {
        lock();
        mustBeEditor(editor, "Only editors can publish.");
        mustBeOurs(revision);
        Verdict.Kind kind = sent.kind();
        String reason = sent.publicReason() == null ? "" : sent.publicReason().strip();
        var published = Verdict.of(revision);
        if (published.isPresent()) {
            var verdict = published.get();
            if (verdict.kind == kind && verdict.publicReason.equals(reason)) {
                return verdict;
            }
            throw Refusal.outOfStep(
                    "This version is public already, published by %s as: %s. Save a new version to change it."
                            .formatted(verdict.publishedBy.name, verdict.kind.label));
        }
        mustBeNewest(revision);
        Account signer = signer(revision).orElse(null);
        // Whoever has an approval needs no excuse.
        String because =
                signer == null && sent.isWithoutReview() ? sent.withoutReview().strip() : null;
        var check = check(revision, new PublishCheck.Publication(kind, reason, because), now);
        if (!check.isPassed()) {
            throw new Blocked(check.blocks());
        }
        int number = 1 + Verdict.newest(claim).map(last -> last.number).orElse(0);
        var verdict = new Verdict(number, revision, kind, reason, editor, signer, because, now);
        verdict.persistAndFlush();
        move(Stage.PUBLISHED, owner);
        var values = new LinkedHashMap<String, Object>();
        values.put("claim", claim.id);
        values.put("number", number);
        values.put("kind", kind.name());
        values.put("revision", revision.number);
        AuditEvent.record(
                editor,
                because == null ? "verdict published" : "verdict published without review",
                "verdict",
                verdict.id,
                null,
                values,
                now);
        return verdict;
    }

    /** The checklist for this revision as things stand. */
    PublishCheck check(Revision revision, PublishCheck.Publication publication, Instant now) {
        return PublishCheck.of(new PublishCheck.Case(
                revision.draft(),
                revision.author.id,
                PublishCheck.Said.of(claim),
                before().orElse(null),
                signer(revision).map(account -> account.id).orElse(null),
                publication,
                ContactAttempt.isAsked(claim),
                now));
    }

    Optional<PublishCheck.Before> before() {
        return Verdict.newest(claim).map(verdict -> new PublishCheck.Before(verdict.revision.draft(), verdict.kind));
    }

    /** Who signed off this revision; nobody once it was returned, taken back or overtaken by a newer one. */
    Optional<Account> signer(Revision revision) {
        return stage != Stage.APPROVED && stage != Stage.PUBLISHED
                ? Optional.empty()
                : Handover.newest(this)
                        .filter(last -> last.step == Handover.Step.APPROVED && last.revision.id.equals(revision.id))
                        .map(last -> last.by);
    }

    /** Whether the person wrote or sent this revision. */
    boolean isBehind(Revision revision, Account who) {
        return revision.author.id.equals(who.id)
                || Handover.newest(this)
                        .filter(last -> last.is(Handover.Step.SUBMITTED, revision, who))
                        .isPresent();
    }

    /** Whether the person saved exactly this last: the second click of two, or an answer that never reached them. */
    boolean isSavedAlready(Draft draft, Account who) {
        return newest().filter(last -> last.author.id.equals(who.id) && !differs(draft, last))
                .isPresent();
    }

    /** Tells pages opened before that there is something new, where no column of the review says so. */
    void touch() {
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    private static boolean differs(Draft draft, Revision newest) {
        return !draft.changesSince(newest.draft()).isEmpty()
                || !Part.NOTE.text(draft).isBlank() && !Part.NOTE.text(draft).equals(Part.NOTE.text(newest.draft()));
    }

    private boolean isRepeated(Handover.Step step, Revision revision, Account who) {
        lock();
        mustBeOurs(revision);
        mustBeNewest(revision);
        return Handover.newest(this)
                .filter(last -> last.is(step, revision, who))
                .isPresent();
    }

    private void handOver(Handover.Step step, Stage next, Revision revision, Account who, String note, Instant now) {
        String kept = note == null || note.isBlank() ? null : note.strip();
        new Handover(revision, step, who, kept, now).persist();
        var from = stage;
        move(next, owner);
        AuditEvent.record(
                who,
                "revision " + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                "review",
                id,
                Map.of("stage", from.name()),
                Map.of("stage", next.name(), "claim", claim.id, "revision", revision.number),
                now);
    }

    /** Locks first and reads then: refreshing with a lock at once fails inside Hibernate when others publish meanwhile. */
    void lock() {
        getEntityManager()
                .createNativeQuery("select id from review where id = :id for update")
                .setParameter("id", id)
                .getSingleResult();
        getEntityManager().refresh(this);
        Number merged = (Number) getEntityManager()
                .createNativeQuery("select merged_into from claim where id = :claim")
                .setParameter("claim", claim.id)
                .getSingleResult();
        if (merged != null) {
            throw Refusal.outOfStep(
                    "C-%d was merged into C-%d, so its check rests. Work on C-%d, or take the merge back first."
                            .formatted(claim.id, merged.longValue(), merged.longValue()));
        }
    }

    private void move(Stage next, Account who) {
        stage = next;
        owner = who;
    }

    private void mustBe(Stage needed, String sentence) {
        if (stage != needed) {
            throw Refusal.outOfStep(sentence.formatted(stage.label));
        }
    }

    private static void mustBeEditor(Account who, String sentence) {
        if (!who.may(Role.EDITOR)) {
            throw Refusal.notAllowed(sentence);
        }
    }

    private void mustBeOurs(Revision revision) {
        if (!revision.review.id.equals(id)) {
            throw Refusal.outOfStep("That version belongs to another claim.");
        }
    }

    private void mustBeNewest(Revision revision) {
        if (newest().filter(last -> last.id.equals(revision.id)).isEmpty()) {
            throw Refusal.outOfStep("There is a newer version than the one you decided on. Read it first.");
        }
    }

    private void audit(Account who, String action, Revision before, Revision after, Instant now) {
        AuditEvent.record(who, action, "review", id, before == null ? null : values(before), values(after), now);
    }

    private Map<String, Object> values(Revision revision) {
        var values = new LinkedHashMap<String, Object>();
        values.put("claim", claim.id);
        values.put("revision", revision.number);
        values.put("rating", revision.rating == null ? null : revision.rating.code);
        return values;
    }
}
