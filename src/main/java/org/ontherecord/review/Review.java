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
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.Refusal;

/**
 * Our check of one claim, written as revisions. The stage is where the work stands; it says nothing about the verdict. Every verb
 * takes the row's lock first, so that two people or two clicks are told apart before anything is written.
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

    private static final String IN_REVIEW_IS_NOT_EDITED =
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
        AuditEvent.record(
                who, "draft saved", "review", id, newest.map(this::values).orElse(null), values(revision), now);
        return Optional.of(revision);
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

    void move(Stage next, Account who) {
        stage = next;
        owner = who;
    }

    void mustBe(Stage needed, String sentence) {
        if (stage != needed) {
            throw Refusal.outOfStep(sentence.formatted(stage.label));
        }
    }

    void mustBeOurs(Revision revision) {
        if (!revision.review.id.equals(id)) {
            throw Refusal.outOfStep("That version belongs to another claim.");
        }
    }

    void mustBeNewest(Revision revision) {
        if (newest().filter(last -> last.id.equals(revision.id)).isEmpty()) {
            throw Refusal.outOfStep("There is a newer version than the one you decided on. Read it first.");
        }
    }

    private Map<String, Object> values(Revision revision) {
        var values = new LinkedHashMap<String, Object>();
        values.put("claim", claim.id);
        values.put("revision", revision.number);
        values.put("rating", revision.rating == null ? null : revision.rating.code);
        return values;
    }
}
